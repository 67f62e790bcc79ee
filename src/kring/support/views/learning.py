"""Moments to learn with partners of the house: planned by its keepers, read by every colleague (B175)."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.pages import not_found
from kring.law.support import LEARNING_SHOWN
from kring.law.time import months_later
from kring.people.acts import learning as acts
from kring.people.acts.advice import ChangedError
from kring.people.entrance import for_colleagues, sent_from
from kring.people.models import Learning
from kring.people.standing import Standing
from kring.support import forms_learning as forms
from kring.support.page import asked_out, for_keepers

HERE = {"here": "organisation"}


def _here(me: Standing) -> QuerySet[Learning]:
    return Learning.objects.filter(organisation=me.organisation, called_off_on=None)


def _to_come(me: Standing, learning: UUID) -> Learning:
    return get_object_or_404(_here(me), pk=learning, on__gte=clock.today())


@for_colleagues()
def moments(request: HttpRequest, me: Standing) -> HttpResponse:
    """What comes, what was and what was taken along; and for who keeps the house, a new one."""
    if request.method == "POST" and not me.may_see_colleagues:
        return not_found(request)
    form = forms.Learning(request.POST or None, **asked_out(request, me))
    if form.is_valid():
        acts.plan(me.actor, me.organisation, form.planned, once=form.act)
        messages.success(request, _("Het staat er. Vraag nu de partners."))
        return redirect("around:learning")
    today = clock.today()
    since = months_later(today, -LEARNING_SHOWN)
    rows = list(Learning.objects.filter(organisation=me.organisation, on__gte=since).order_by("on", "at", "pk"))
    shown = {
        "ahead": [one for one in rows if one.on >= today],
        "past": [one for one in reversed(rows) if one.on < today and one.called_off_on is None],
        "today": today,
        "once": OnceForm(auto_id=False),
    }
    return render(request, "support/learning.html", {**HERE, **shown, "form": form, "me": me})


@for_colleagues()
@for_keepers
def moment(request: HttpRequest, me: Standing, learning: UUID) -> HttpResponse:
    """Another day, place or subject."""
    row = get_object_or_404(_here(me), pk=learning, on__gte=clock.today())
    told = {**model_to_dict(row), "on": row.on, "at": row.at}
    form = forms.Learning(request.POST or None, initial=told, **asked_out(request, me))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or row.version
            acts.change(me.actor, row, form.planned, version=version, once=form.act)
        except ChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard. Weten de partners het al?"))
            return redirect("around:learning")
    return render(request, "support/learning_one.html", {**HERE, "form": form, "row": row})


@for_colleagues()
def learned(request: HttpRequest, me: Standing, learning: UUID) -> HttpResponse:
    """What one takes along, from the day itself on."""
    row = get_object_or_404(_here(me), pk=learning, on__lte=clock.today())
    told = {"version": row.version, "learned": row.learned}
    form = forms.Learned(request.POST or None, initial=told, **asked_out(request, me))
    if form.is_valid():
        try:
            words, version = form.cleaned_data["learned"], form.cleaned_data["version"]
            acts.note(me.actor, row, words, version=version, once=form.act)
        except ChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("around:learning")
    return render(request, "support/learning_one.html", {**HERE, "form": form, "row": row})


@for_colleagues()
@for_keepers
@sent_from("around:learning", of=_to_come)
def off(request: HttpRequest, me: Standing, row: Learning) -> HttpResponse:
    """It does not happen."""
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.call_off(me.actor, row, once=form.act)
        messages.success(request, _("Er staat bij dat het niet doorgaat. Zeg het ook aan de partners."))
    return redirect("around:learning")
