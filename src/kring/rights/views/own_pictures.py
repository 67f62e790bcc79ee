"""Choosing a row of pictures: a figure, four pictures, and the same four again.

The worker and the child together; or the child alone, which came in with those: then nobody else knows them.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access import acts
from kring.access.acts.own_pictures import came_in_with, choose
from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Section
from kring.people import pictures
from kring.people.acts import attempts
from kring.rights import own_way
from kring.rights.tapping import Tapping


@through_door(Section.RIGHTS, small=True)
def own_pictures(request: HttpRequest, door: Door) -> HttpResponse:
    """One tap at a time; nothing is kept before the second row is the same as the first."""
    alone = own_way.chooses_alone(door)
    if door.actor.beside_worker:
        messages.error(request, sentence("answer.waits-alone", name=""))
        return redirect("portals:known", door.dossier.pk)
    tapping, form = Tapping.of(request.POST), OnceForm(request.POST or None, auto_id=False)
    free = own_way.free_figures(door)
    if tapping.figure not in free:
        return show(request, door, "rights/own_figure.html", **_figures(free, alone=alone))
    if not tapping.is_full or not form.is_valid():
        return _grid(request, door, tapping)
    wrong = _wrong(request, door, tapping)
    if wrong or not tapping.first:
        return _grid(request, door, tapping.once_more(keep=not wrong), wrong)
    if alone:
        choose(door, tapping.figure, tapping.told, once=form.act)
    else:
        acts.let_in(door, own_way.by_pictures(door, tapping.figure, tapping.row), once=form.act)
    seen = {"figure": tapping.figure, "row": pictures.named(tapping.row), "alone": alone}
    seen["is_asked"] = alone and door.actor.pictures_known
    return show(request, door, "rights/own_pictures_done.html", **seen)


def _figures(free: list[str], *, alone: bool) -> dict[str, object]:
    return {"figures": pictures.named(free), "form": OnceForm(auto_id=False), "alone": alone}


def _wrong(request: HttpRequest, door: Door, tapping: Tapping) -> str:
    if tapping.first and tapping.first != tapping.row:
        return _("Dat was een andere rij. Begin nog eens opnieuw.")
    if not tapping.first and door.actor.is_small and came_in_with(door, tapping.told):
        return _("Die rij had je al. Kies vier andere prenten.")
    whom = f"row {door.dossier.team.organisation_id} {tapping.figure}"  # else this page would tell rows of others
    if not attempts.may_try(request, "pictures", whom):
        return _("Even wachten. Probeer het over een paar minuten opnieuw, of kies een ander dier.")
    if pictures.is_easy(tapping.row) or own_way.is_taken(door, tapping.figure, tapping.row):
        attempts.failed(request, "pictures", str(door.dossier.pk))
        return _("Deze rij is makkelijk te raden. Kies een andere.")
    attempts.succeeded(request, "pictures", whom)
    return ""


def _grid(request: HttpRequest, door: Door, tapping: Tapping, wrong: str = "") -> HttpResponse:
    return show(request, door, "rights/own_pictures.html", form=OnceForm(auto_id=False), tapping=tapping, wrong=wrong)
