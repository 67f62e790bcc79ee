"""Pointing counts: the child chooses among faces, without reading (A134, journey J2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.circle.acts import people
from kring.circle.domains import Kind, Layer
from kring.kit import clock
from kring.law.access import Klass, Section
from kring.law.meaning import Expressed, Meaning
from kring.rights import forms
from kring.rights.acts import wishes
from kring.rights.faces import faces
from kring.rights.page import show
from kring.rights.people import around
from kring.rights.pointing import ALONG, QUESTIONS, Pointing
from kring.rights.readers import readers


@through_door(Section.RIGHTS)
def pictures(request: HttpRequest, door: Door) -> HttpResponse:
    """One screen: a question and at most six faces, or, about one person, may it come along."""
    if not door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS):
        raise RefusedError
    everyone = around(door)
    keys = [one.key for one in everyone]
    round_ = Pointing.read(request.POST if request.method == "POST" else request.GET, keys)
    form = forms.Pointed(request.POST or None)
    if form.is_valid() and form.cleaned_data["person"] in keys:
        member = form.cleaned_data["person"]
        wishes.name(door, member, _pointed(round_, member), act=form.act)
        return redirect(f"{request.path}?{round_.address(asked=round_.asked + 1)}")
    if not everyone:
        return redirect("rights:face", door.dossier.pk)
    return _question(request, door, round_) if round_.card else _along(request, door, round_)


@through_door(Section.RIGHTS)
def face(request: HttpRequest, door: Door) -> HttpResponse:
    """Someone who is not in the pictures yet: a name is enough, and then the pictures go on."""
    if not door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS):
        raise RefusedError
    round_ = Pointing.read(request.GET, [one.key for one in around(door)])
    form = forms.Face(request.POST or None)
    on = f"{reverse('rights:pictures', args=[door.dossier.pk])}?{round_.address()}"
    if form.is_valid():
        people.add(door, [form.cleaned_data["name"]], layer=Layer.CHILD, act=form.act)
        return redirect(on)
    return show(request, door, "face.html", form=form, on=on)


def _question(request: HttpRequest, door: Door, round_: Pointing) -> HttpResponse:
    everyone = around(door)
    shown = [everyone[place] for place in round_.shown(len(everyone))]
    chosen = frozenset(round_.picks[round_.card.id]) if round_.card else frozenset()
    return show(
        request,
        door,
        "pictures.html",
        round=round_,
        of=len(QUESTIONS),
        faces=faces(shown, chosen),
        carried=round_.carried({one.key for one in shown}),
        more=len(everyone) > len(shown),
    )


def _along(request: HttpRequest, door: Door, round_: Pointing) -> HttpResponse:
    ...


def _pointed(round_: Pointing, member: object) -> wishes.Said:
    return wishes.Said(
        meaning=Meaning.TRUST_PERSON,
        expressed=Expressed.POINTED,
        on=clock.today(),
        pointed=(*round_.pointed(member), ALONG.id),
    )
