"""Somebody was appointed, and a person tells the child: who will, and that it was told (R6, R15)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.endings import appointed as reading
from kring.endings.forms_appointed import WasTold, WhoTells
from kring.law.access import Section, Verb
from kring.rights.acts import appointed_told


@through_door(Section.DECIDED, verb=Verb.CHANGE)
def teller(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """Who tells the child that somebody was appointed, how and when."""
    row = reading.untold_of(door, appointment)
    if row.end_waits_to_be_told:
        raise RefusedError  # that is told at once, to both
    form = WhoTells(request.POST or None, row=row)
    if form.is_valid():
        appointed_told.plan(door, row, form.plan, act=form.act)
        messages.success(request, _("Het staat erbij. Het kind ziet dit niet: iemand vertelt het."))
        return redirect("endings:endings", door.dossier.pk)
    return show(request, door, "endings/appointed.html", form=form, name=row.called, told=False)


@through_door(Section.DECIDED, verb=Verb.CHANGE)
def told(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """The child was told; from now on it reads it."""
    row = reading.untold_of(door, appointment)
    form = WasTold(request.POST or None, row=row)
    if form.is_valid():
        key = appointed_told.tell(door, row, form.told, act=form.act)
        known = row.ended_on is None or row.told_on is not None
        said = _("Goed dat een mens het vertelde. Vanaf nu leest het kind het ook.")
        messages.success(request, said if known else _("Goed dat een mens het vertelde."))
        return redirect("rights:appointment", door.dossier.pk, key)
    return show(request, door, "endings/appointed.html", form=form, name=row.called, told=True, row=row)
