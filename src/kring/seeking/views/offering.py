"""What somebody around a child wants to do for it, said to who works with the child (A107)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.law.access import Section, Verb
from kring.law.ways import NETWORK
from kring.rights import hearing
from kring.rights.acts import said
from kring.seeking import forms
from kring.seeking.sheets import OFFERS


@through_door(Section.SAID, verb=Verb.ADD)
def offer(request: HttpRequest, door: Door) -> HttpResponse:
    """Small things to tick; who works with the child reads it, and asks the child."""
    if door.relation not in NETWORK or door.standing.restricted:  # no task while contact is restricted (R28)
        raise RefusedError
    readers, leaflet = hearing.readers(door), OFFERS.leaflet("nl")
    form = forms.Offer(request.POST or None, things=leaflet.asks)
    if readers and form.is_valid():
        to = tuple(one.person for one in readers)
        said.say(door, said.Words(readers=to, text=form.said), act=form.act)
        messages.success(request, _("Verstuurd. Wie het kind begeleidt, praat er met het kind over."))
        return redirect("portals:home", door.dossier.pk)
    return show(request, door, "seeking/offer.html", form=form, leaflet=leaflet, readers=readers)
