"""What who referred the child already discussed: the sheet for it, and taking it over with the child (A19)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit.leaflets import on_paper
from kring.law.access import Section, Verb
from kring.moments import reading
from kring.moments.acts import referring
from kring.moments.forms_referring import Referring
from kring.moments.reading import only_who_explains
from kring.moments.referring import SHEET
from kring.people.entrance import for_colleagues
from kring.people.standing import Standing
from kring.rights.house import house_of


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def referred(request: HttpRequest, door: Door) -> HttpResponse:
    """Together with the child: yes first, then what stood on the sheet."""
    only_who_explains(door)
    form = Referring(request.POST or None, audience=reading.for_whom(door))
    if form.is_valid():
        referring.take_over(door, form.referred, months=house_of(door).talk_every, act=form.act)
        messages.success(request, _("Het staat erbij. Het kind hoeft niet opnieuw te beginnen."))
        return redirect("moments:moments", door.dossier.pk)
    return show(request, door, "moments/referred.html", form=form)


@for_colleagues()
def sheet(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet for who refers a child, to send along beforehand.  It holds nothing of any child."""
    return on_paper(request, lambda: SHEET.pdf(SHEET.leaflet(language)), "explaining:scripts")
