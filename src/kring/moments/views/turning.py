"""Who told what changes at 12 or 18: people tell it, and no page does (R15)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import turning as acts
from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.law.access import Section, Verb
from kring.moments.forms_turning import ToldOfAge
from kring.moments.reading import only_who_explains
from kring.moments.turned import turned
from kring.moments.turning import OF_AGE


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def turning(request: HttpRequest, door: Door) -> HttpResponse:
    """What changes, the sheet to leave behind, and who told it, when, to whom."""
    only_who_explains(door)
    seen = turned(door)
    if seen.turn is None:
        return show(request, door, "moments/turning.html", seen=seen)
    first_day = acts.first_day(door, seen.turn)
    child = door.dossier.call_name
    form = ToldOfAge(request.POST or None, child=child, parents=seen.parents, first_day=first_day)
    if form.is_valid():
        acts.tell(door, form.telling, once=form.act)
        messages.success(request, _("Het staat erbij."))
        return redirect("moments:turning", door.dossier.pk)
    return show(request, door, "moments/turning.html", seen=seen, form=form, sheet=OF_AGE.leaflet("nl"))
