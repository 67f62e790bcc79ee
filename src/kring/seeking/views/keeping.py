"""The pool of volunteers of a house: kept by who runs it or leads a team; and the sheet with offers, for colleagues."""

from uuid import UUID

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit.forms import OnceForm
from kring.kit.leaflets import on_paper
from kring.kit.pages import not_found
from kring.people.acts import volunteers as acts
from kring.people.entrance import for_colleagues
from kring.people.models import Volunteer
from kring.people.standing import Standing
from kring.seeking import forms
from kring.seeking.sheets import OFFERS

HERE = {"here": "organisation"}


@for_colleagues()
def pool(request: HttpRequest, me: Standing) -> HttpResponse:
    """Everybody in the pool, by name, and one more."""
    if not me.may_see_colleagues:
        return not_found(request)
    form = forms.Volunteer(request.POST or None)
    if form.is_valid():
        acts.add(me.actor, me.organisation, form.offered, once=form.act)
        messages.success(request, _("Het staat op de lijst."))
        return redirect("keeping:pool")
    rows = sorted(_pool(me), key=lambda one: one.call_name.casefold())
    return render(request, "seeking/pool.html", {**HERE, "me": me, "form": form, "rows": rows})


@for_colleagues()
def one(request: HttpRequest, me: Standing, volunteer: UUID) -> HttpResponse:
    """What one says of itself, and the day its extract was looked at."""
    if not me.may_see_colleagues:
        return not_found(request)
    row = get_object_or_404(Volunteer, pk=volunteer, organisation=me.organisation)
    form = forms.Volunteer(request.POST or None, initial=model_to_dict(row))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or row.version
            acts.change(me.actor, row, form.offered, version=version, once=form.act)
        except acts.VolunteerChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("keeping:pool")
    shown = {**HERE, "me": me, "form": form, "row": row, "once": OnceForm(auto_id=False)}
    return render(request, "seeking/pool_one.html", shown)


@for_colleagues()
def removal(request: HttpRequest, me: Standing, volunteer: UUID) -> HttpResponse:
    """It stands in the pool no more, and nothing of it stays."""
    if not me.may_see_colleagues:
        return not_found(request)
    gone = get_object_or_404(Volunteer, pk=volunteer, organisation=me.organisation)
    form = OnceForm(request.POST or None)
    if form.is_valid():
        acts.remove(me.actor, gone, once=form.act)
        messages.success(request, _("Het staat niet meer op de lijst."))
    return redirect("keeping:pool")


@for_colleagues()
def offers(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet "wat kan ik doen?" on paper."""
    return on_paper(request, lambda: OFFERS.pdf(OFFERS.leaflet(language)), "talking:guide")


def _pool(me: Standing) -> list[Volunteer]:
    return list(Volunteer.objects.filter(organisation=me.organisation))
