"""A small child chooses otherwise: the person as a picture, two answers, and afterwards one tap to take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Relation, Section, Verb
from kring.rights import letting_go
from kring.rights.acts import pointed


@through_door(Section.RIGHTS, verb=Verb.CHANGE, small=True, ends=True)
def otherwise(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Does this one stay?  One tap ends it, and that day one tap takes that back."""
    if door.relation is not Relation.CHILD:
        raise RefusedError
    one, form = letting_go.about(door, member, on=clock.today()), OnceForm(request.POST or None, auto_id=False)
    if form.is_valid():
        told: dict[str, Any] = {"act": form.act, "on": clock.today()}
        if request.POST.get("word") == "again":
            pointed.take_back(door, member, one.undone, **told)
        else:
            pointed.let_go(door, member, **told)
        return redirect("rights:otherwise", door.dossier.pk, member)
    return show(request, door, "rights/otherwise.html", one=one, form=form)
