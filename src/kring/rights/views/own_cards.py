"""Was that you, who came in with a new card?  The child alone answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import cards as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.kit.forms import OnceForm
from kring.law.access import Section
from kring.people.devices import is_new
from kring.rights.new_cards import new_cards
from kring.rights.page import show


@through_door(Section.RIGHTS)
@posted("rights:own")
def it_was_me(request: HttpRequest, door: Door) -> HttpResponse:
    """ "That was me": in a stay that is sure of the child, and on a device that Kring knows."""
    cards, form = new_cards(door, request.stay), OnceForm(request.POST)  # type: ignore[attr-defined]  # kring.people.presence
    if not cards.used or is_new(request, door.me):
        raise RefusedError
    if form.is_valid():
        acts.it_was_me(door, cards.used, once=form.act)
        messages.success(request, _("Goed. Nu gaat alles weer open, ook op je nieuwe toestel."))
    return redirect("portals:child", door.dossier.pk)


@through_door(Section.RIGHTS)
def not_me(request: HttpRequest, door: Door) -> HttpResponse:
    """ "That was not me": two taps, on any device, and whoever it was is out."""
    cards, form = new_cards(door, request.stay), OnceForm(request.POST or None)  # type: ignore[attr-defined]  # kring.people.presence
    if not cards.all:
        raise RefusedError
    if form.is_valid():
        acts.not_me(door, cards.all, once=form.act)
        messages.success(request, _("Het kaartje werkt niet meer. Wie ermee binnen was, is eruit."))
        return redirect("portals:child", door.dossier.pk)
    return show(request, door, "own_not_me.html", form=form, cards=cards)
