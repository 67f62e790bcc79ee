"""Who takes over when the worker of a child is away for some days (R13)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import standing_in as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Section
from kring.rights import restrictions as reading
from kring.rights.standing_in_forms import StandIn


@through_door(Section.RIGHTS)
def stand_in(request: HttpRequest, door: Door) -> HttpResponse:
    """Who takes over, now and later, and asking another; that there is nobody is said."""
    reading.only_who_works_here(door)
    form = StandIn(request.POST or None, people=acts.to_ask(door))
    if form.is_valid():
        acts.ask(door, form.colleague, **form.days, once=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("rights:stand_in", door.dossier.pk)
    return show(request, door, "rights/stand_in.html", form=form, entries=acts.still_to_come(door))


@through_door(Section.RIGHTS)
@posted("rights:stand_in")
def stand_in_ending(request: HttpRequest, door: Door, involvement: UUID) -> HttpResponse:
    """It is not needed any more."""
    reading.only_who_works_here(door)
    row = acts.still_to_come(door).filter(pk=involvement).first()
    if row is None:
        raise RefusedError
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.end(door, row, once=form.act)
        messages.success(request, _("Dat is gestopt."))
    return redirect("rights:stand_in", door.dossier.pk)
