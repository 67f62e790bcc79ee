"""One person of the circle: who it is, where they stand, what is between them and others."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.acts.protecting import is_restricted
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.there_for import parts_of
from kring.circle import reading, told
from kring.circle.acts import people as acts
from kring.circle.board import Board, frame, layer_asked, layers, look
from kring.circle.domains import Layer
from kring.circle.forms.people import Describing, Placing, Removing
from kring.circle.forms.ties import Tying, Untying
from kring.circle.names import again_sentence, take_names
from kring.circle.reading import Person, TieSeen
from kring.circle.views.answers import Clash, Done, both, chosen, done, refused, stale, to
from kring.kit.sentences import sentence
from kring.law.access import Klass, Relation, Section, Verb
from kring.law.ways import WORKERS


@through_door(Section.CIRCLE)
def person(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Someone; a post describes them otherwise, by who may: of anybody else no form and no version is weighed."""
    layer = layer_asked(request)
    if request.method != "POST":
        return person_page(request, door, member, layer)
    if door.sieve(Section.CIRCLE).is_empty(Verb.CHANGE):
        raise RefusedError
    form = Describing(request.POST, auto_id="about-%s")
    if not form.is_valid():
        return refused(request, form, lambda: person_page(request, door, member, layer, about=form))
    seen = acts.OnScreen(layer=layer, version=form.cleaned_data["version"])
    late = chosen(
        door, form, "kind", lambda: stale(lambda: acts.describe(door, member, seen, form.described, act=form.act))
    )
    if late is None:
        return refused(request, form, lambda: person_page(request, door, member, layer, about=form))
    if late:
        now = known(door, member, layer)
        typed = told.described_as(form.described)
        return both(request, door, layer, Clash(person=now, chosen=typed, stands=told.described_as(now)))
    did = Done(layer=layer, said=_said(door, member, form), act=form.act, back=to("list", door, layer))
    return done(request, door, did)


def _said(door: Door, member: UUID, form: Describing) -> str:
    """That it was kept; and of a name that somebody else of the circle has too, whether that is the same one."""
    name = form.described.name
    others = [called for key, called in reading.names(door).items() if key != member]
    return " ".join(filter(None, [told.described(name), again_sentence(take_names([name], others).ok)]))


def person_page(request: HttpRequest, door: Door, member: UUID, layer: Layer, **forms: Any) -> HttpResponse:
    """The page, with a form that could not be taken in the place of the empty one."""
    shown = look(door, layer)
    here = next((one for one in shown.people if one.key == member), None)
    other = _otherwise(door, member, layer)
    someone = here or other
    if someone is None:
        raise RefusedError
    told_of = {
        "person": someone,
        "stands_here": here is not None,
        "line": told.line(someone) if here else told.no_place(),
        "otherwise": told.stands(other) if here and other else "",
        "there_for": _there_for(door, member),
        "asks_language": door.sieve(Section.MOMENTS).may_add(Klass.OWN_WORDS),
        "may_restrict": door.relation in WORKERS,
        "restricted": door.relation in WORKERS and is_restricted(door.dossier.pk, member=member),
    }
    asked = _forms(shown, someone, here) | forms
    context = frame(door, layer) | told_of | asked | {"board": shown, "ties": _ties(shown, someone)}
    return render(request, "circle/person.html", context)


def known(door: Door, member: UUID, layer: Layer) -> Person:
    """Someone as this layer knows them, else as the other one does.  Raises `RefusedError`."""
    found = reading.person(door, member, layer) or _otherwise(door, member, layer)
    if found is None:
        raise RefusedError
    return found


def _otherwise(door: Door, member: UUID, layer: Layer) -> Person | None:
    other = Layer.ADULT if layer is Layer.CHILD else Layer.CHILD
    return reading.person(door, member, other) if other in layers(door) else None


def _forms(shown: Board, someone: Person, here: Person | None) -> dict[str, Any]:
    layer = {"layer": shown.layer.value}
    place = {"ring": here.ring, "domain": here.domain} if here else {"domain": someone.domain}
    version = {"version": here.version if here else acts.NOWHERE}
    return {
        "place": Placing(initial=layer | place | version, auto_id="place-%s"),
        "about": Describing(initial=layer | Describing.shows(someone) | version, auto_id="about-%s"),
        "tying": Tying(people=shown.people, initial=layer | {"a": someone.key}, auto_id="tie-%s"),
        "removing": Removing(initial=layer | version, auto_id=False),
    }


def _there_for(door: Door, member: UUID) -> list[object]:
    """What this one is there for, in words, as far as the visitor may know (B47)."""
    before = "my-part" if door.relation is Relation.CHILD else "part"
    return [sentence(f"{before}.{one.part}") for one in parts_of(door, member)]


def _ties(shown: Board, someone: Person) -> list[tuple[TieSeen, str, Untying]]:
    """What is between someone and others, each with the form that takes it away."""
    layer = {"layer": shown.layer.value}
    return [(tie, name, Untying(initial=layer, auto_id=False)) for tie, name in shown.between(someone)]
