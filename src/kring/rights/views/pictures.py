"""Pointing counts: the child chooses among faces, without reading (A134, journey J2)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import may_name, show
from kring.access.writing import Filing
from kring.circle import calling
from kring.circle.acts import people
from kring.circle.domains import Kind, Layer
from kring.circle.reading import Person
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.access import Klass, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.rights import forms, reading
from kring.rights.acts import wishes
from kring.rights.denied import choice_is_denied
from kring.rights.faces import faces, to_pick
from kring.rights.people import around
from kring.rights.pointing import ALONG, QUESTIONS, Pointing


@through_door(Section.RIGHTS, small=True)
def pictures(request: HttpRequest, door: Door) -> HttpResponse:
    """One screen: a question and at most six faces, or, about one person, may it come along."""
    if not may_name(door):
        raise RefusedError
    everyone = around(door)
    if not everyone:
        return redirect("rights:face", door.dossier.pk)
    keys = [one.key for one in everyone]
    here = Pointing.read(request.POST or request.GET, keys)
    form = forms.Pointed(request.POST or None)
    if form.is_valid() and form.cleaned_data["person"] in keys:
        member = form.cleaned_data["person"]
        if choice_is_denied(door, member):
            told = sentence("steps.word-of-the-child", child=door.dossier.call_name, name="", holds=False)
            messages.warning(request, told)
        else:
            wishes.name(door, member, _pointed(here, member), act=form.act)
        return redirect(f"{request.path}?{here.address(asked=here.asked + 1)}")
    return (_question if here.card else _along)(request, door, here, everyone)


@through_door(Section.RIGHTS, small=True)
def face(request: HttpRequest, door: Door) -> HttpResponse:
    """Someone who is not in the pictures yet: a picture or a name is enough, and then the pictures go on."""
    if not may_name(door):
        raise RefusedError
    everyone = around(door)
    here = Pointing.read(request.GET, [one.key for one in everyone])
    picks = to_pick(everyone)
    form = forms.Face(request.POST or None, picks=[one.name for one in picks])
    on = f"{reverse('rights:pictures', args=[door.dossier.pk])}?{here.address()}"
    if form.is_valid():
        people.add(door, [form.called], layer=Layer.CHILD, act=form.act)
        return redirect(on)
    return show(request, door, "rights/face.html", form=form, on=on, first=not everyone, picks=picks)


def _question(request: HttpRequest, door: Door, here: Pointing, everyone: list[Person]) -> HttpResponse:
    places = here.shown(len(everyone))
    shown = faces(everyone, here.pointed_now)[places.start : places.stop]
    carried = here.carried({face.member for face in shown})
    more = len(everyone) > len(shown)
    return show(
        request, door, "rights/pictures.html", here=here, faces=shown, carried=carried, more=more, of=len(QUESTIONS)
    )


def _along(request: HttpRequest, door: Door, here: Pointing, everyone: list[Person]) -> HttpResponse:
    """The question that makes it a designation, one person at a time; then who may come along."""
    all_faces = {face.member: face for face in faces(everyone)}
    people = {one.key for one in everyone if one.kind is Kind.PERSON}
    candidates = [member for member in here.candidates if member in people]
    if here.asked < len(candidates):
        face = all_faces[candidates[here.asked]]
        seen = {
            "question": ALONG.text_about(face.name),
            "form": forms.Pointed(initial={"person": face.member}),
            "next": here.address(asked=here.asked + 1),
            "carried": here.carried(set()),
            "will_read": calling.will_read(door, Section.RIGHTS, Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME)),
        }
        return show(request, door, "rights/along.html", here=here, face=face, **seen)
    along = [one.member for one in reading.beside(door) if one.meaning is Meaning.TRUST_PERSON]
    return show(request, door, "rights/along_done.html", faces=[all_faces[one] for one in along if one in all_faces])


def _pointed(here: Pointing, member: UUID) -> wishes.Said:
    return wishes.Said(
        meaning=Meaning.TRUST_PERSON,
        expressed=Expressed.POINTED,
        on=clock.today(),
        pointed=(*here.pointed(member), ALONG.id),
    )
