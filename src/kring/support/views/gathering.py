"""Meetings of people who stand beside a child, for the fixed contact that hosts them; to any other nothing is here."""

from uuid import UUID

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.people.acts import advice, peers
from kring.people.entrance import for_colleagues, sent_from
from kring.people.models import Gathering
from kring.people.standing import Standing
from kring.support import forms_peers as forms
from kring.support.page import asked_out, for_the_host
from kring.support.peers import hosted

HERE = {"here": "organisation"}


def _row(me: Standing, gathering: UUID) -> Gathering:
    here = Gathering.objects.filter(organisation=me.organisation, called_off_on=None, on__gte=clock.today())
    return get_object_or_404(here, pk=gathering)


@for_colleagues()
@for_the_host
def gatherings(request: HttpRequest, me: Standing) -> HttpResponse:
    """What is planned, with the first names of who comes; and a new one."""
    form = forms.Gathering(request.POST or None, **asked_out(request, me))
    if form.is_valid():
        peers.plan(me.actor, me.organisation, form.planned, once=form.act)
        messages.success(request, _("Het staat gepland. Wie ja zei, krijgt een bericht."))
        return redirect("around:gatherings")
    shown = {"form": form, "gatherings": hosted(me.organisation), "me": me, "once": OnceForm(auto_id=False)}
    return render(request, "support/gatherings.html", {**HERE, **shown})


@for_colleagues()
@for_the_host
def gathering(request: HttpRequest, me: Standing, gathering: UUID) -> HttpResponse:
    """Another day, hour or place."""
    row = _row(me, gathering)
    told = {**model_to_dict(row), "on": row.on, "at": row.at}
    form = forms.Gathering(request.POST or None, initial=told, **asked_out(request, me))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or row.version
            peers.change(me.actor, row, form.planned, version=version, once=form.act)
        except advice.ChangedError:
            form.add_error(None, _("Dit is net veranderd. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard. Wie komt, krijgt een bericht."))
            return redirect("around:gatherings")
    return render(request, "support/gathering.html", {**HERE, "form": form})


@for_colleagues()
@for_the_host
@sent_from("around:gatherings", of=_row)
def called_off(request: HttpRequest, me: Standing, row: Gathering) -> HttpResponse:
    """It does not happen."""
    form = OnceForm(request.POST)
    if form.is_valid():
        peers.call_off(me.actor, row, once=form.act)
        messages.success(request, _("Het gaat niet door. Wie zou komen, krijgt een bericht."))
    return redirect("around:gatherings")
