"""Was that you, who came in with a new card?  The child alone answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import cards as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Section
from kring.people.devices import is_new
from kring.rights.new_cards import new_cards


@through_door(Section.RIGHTS)
@posted("rights:own")
def it_was_me(request: HttpRequest, door: Door, card: UUID) -> HttpResponse:
    """ "That was me": in a stay that is sure of the child, and on a device that Kring knows."""
    one, form = new_cards(door, request.stay).one(card), OnceForm(request.POST)  # type: ignore[attr-defined]  # kring.people.presence
    if one.way.opened_at is None or is_new(request, door.me):
        raise RefusedError
    if form.is_valid():
        acts.it_was_me(door, one, once=form.act)
        messages.success(request, _("Goed. Dan blijft dat zo."))
    return redirect("portals:child", door.dossier.pk)


@through_door(Section.RIGHTS, small=True)
def not_me(request: HttpRequest, door: Door, card: UUID) -> HttpResponse:
    """ "That was not me": two taps, on any device, and whoever it was is out."""
    one, form = new_cards(door, request.stay).one(card), OnceForm(request.POST or None)  # type: ignore[attr-defined]  # kring.people.presence
    if form.is_valid():
        acts.not_me(door, one, once=form.act)
        messages.success(request, _("Het kaartje werkt niet meer. Wie ermee binnen was, is eruit."))
        return redirect("portals:child", door.dossier.pk)
    return show(request, door, "rights/own_not_me.html", form=form, card=one)
