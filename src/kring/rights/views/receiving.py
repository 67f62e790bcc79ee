"""Naming somebody of a service or of the court, for whom a page is made; and that this is over (R29)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import receiving as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.rights.alike import Here
from kring.rights.handed import show_once
from kring.rights.service_forms import ForAService


@through_door(Section.TRANSFERS, verb=Verb.ADD)
def service(request: HttpRequest, door: Door) -> HttpResponse:
    """Who, of which service, until when; then the link and the digits, this once."""
    form = ForAService(request.POST or None, first=door.dossier.opened_on, here=Here(door))
    if form.is_valid():
        handed = acts.name(door, form.named, once=form.act)
        return show_once(request, door, handed, name=form.named.name, one_time=False)
    return show(request, door, "rights/service.html", form=form)


@through_door(Section.TRANSFERS, verb=Verb.ADD)
@posted("rights:ways")
def service_ending(request: HttpRequest, door: Door, involvement: UUID) -> HttpResponse:
    """It reads nothing any more: one tap, no reason."""
    row = next((one for one in acts.named(door) if one.pk == involvement), None)
    if row is None:
        raise RefusedError
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.end(door, row, once=form.act)
        said = _("%(name)s kan hier vanaf nu niets meer openen. Wat %(name)s al las, blijft geweten.")
        messages.success(request, said % {"name": row.person.call_name})
    return redirect("rights:ways", door.dossier.pk)
