"""What the pages of a who-session show: the questions, the line, the tray, and what the scripts must know."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.circle import answering, coverage, reading
from kring.circle.board import Board, board, config, forms, frame
from kring.circle.cards import Age, Card, Way
from kring.circle.domains import Domain, Kind, Layer
from kring.circle.forms.session import Crisis, Start, Step
from kring.circle.reading import Person
from kring.circle.sittings import Sitting
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.law.time import age_on

WAYS_AT_THE_END = 3
BANDS = ((12, Age.CHILD), (16, Age.TEEN))


@dataclass(frozen=True, slots=True)
class Question:
    """A card in its place in the row."""

    card: Card
    number: int
    text: str
    hint: str
    is_now: bool
    of: int

    @property
    def is_last(self) -> bool:
        """Whether no other comes after it."""
        return self.number == self.of

    @property
    def previous(self) -> int:
        """The number before it."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The number after it."""
        return self.number + 1

    @property
    def rings(self) -> SafeString:
        """Where it stands in the row, as the component `steps` draws it."""
        before, after = '<i class="past"></i>' * self.previous, "<i></i>" * (self.of - self.number)
        return SafeString(f'{before}<i class="now"></i>{after}')

    @property
    def looks(self) -> str:
        """The life domains it asks about, for the script that keeps the coverage."""
        return " ".join(self.card.looks_at)


def only_who_may_write(door: Door) -> None:
    """A session is for who may draw; to others there is nothing here."""
    if not frame(door, Layer.CHILD)["may_write"]:
        raise NotAllowedError


def age_of(door: Door) -> str:
    """The set of cards that fits, when we know how old the child is; it can be changed on the page."""
    try:
        years = age_on(date.fromisoformat(door.dossier.born_on or ""), clock.today())
    except ValueError:
        return Age.TEEN.value
    return next((band for below, band in BANDS if years < below), Age.YOUNG).value


def start(door: Door, form: Start) -> dict[str, Any]:
    """The page before the first question."""
    return {"dossier": door.dossier.pk, **frame(door, Layer.CHILD), "form": form}


def paused(door: Door, here: Sitting) -> dict[str, Any]:
    """The page during a break."""
    return {
        **frame(door, here.layer),
        "sitting": here,
        "once": uuid7(),
        "stop": uuid7(),
        "in_view": _in_view(door, here),
    }


def calm(request: HttpRequest, door: Door, here: Sitting) -> dict[str, Any]:
    """The page of a session with cards."""
    now = _card_asked(request, here)
    seen = board(door, here.layer)
    looked = coverage.looked_at([*here.seen, *here.cards[: now + 1]], {one.domain for one in seen.people if one.domain})
    return {
        **frame(door, here.layer),
        **answering.tray(door, seen.people),
        "sitting": here,
        "dossier": door.dossier.pk,
        "drawing": seen.drawing,
        "questions": _questions(here, now, door.dossier.call_name),
        "total": len(here.cards),
        "looked_for": [(domain, domain in looked) for domain in coverage.LOOKED_FOR[here.age]],
        **forms(seen.layer, here.notes.acts[-1] if here.notes.acts else None),
        "typed": here.notes.typed,
        "config": json.dumps(_config(door, here, config(seen))),
        "beside": _beside(request, door),
        "once": [uuid7() for _ in range(2)],
    }


def _config(door: Door, here: Sitting, known: dict[str, Any]) -> dict[str, Any]:
    """What the scripts must know of a session, beside what they know of the circle."""
    dossier, key = door.dossier.pk, here.key
    more = {
        "crisis": address("circle:session", dossier),
        "undo": address("circle:undo", dossier),
        "draft": address("circle:draft", dossier, key),
        "settle": address("circle:settle", dossier, key),
    }
    return known | {
        "layer": here.layer.value,
        "acts": here.notes.acts,
        "takes": list(here.notes.lines),
        "seconds": here.notes.seconds,
        "minutes": here.notes.minutes,
        "urls": known.get("urls", {}) | more,
    }


def crisis(door: Door, here: Sitting, wrong: Crisis | None = None) -> dict[str, Any]:
    """The page of a crisis: three questions at once."""
    seen = reading.people(door, here.layer)
    people = _named(here, seen)
    asked = []
    for question in _questions(here, 0, door.dossier.call_name):
        card = question.card.id
        form = wrong if wrong and wrong.data.get("card") == card else None
        typed = wrong.data.get("names", "") if form and wrong else here.notes.typed_at(card)
        asked.append({"question": question, "named": people[card], "form": form, "typed": typed, "once": uuid7()})
    told = {"asked": asked, "sitting": here, "once": [uuid7() for _ in range(2)]}
    known = _config(door, here, {"version": reading.mark_of(seen, reading.ties(door, here.layer))})
    known["urls"]["changes"] = f"{address('circle:changes', door.dossier.pk)}?crisis=yes"
    return {**frame(door, here.layer), **told, "config": json.dumps(known)}


def named_now(door: Door, here: Sitting) -> dict[str, Any]:
    """What the page of a crisis asks again and again: who was named at each question, and the version of that."""
    seen = reading.people(door, here.layer)
    return {"version": reading.mark_of(seen, reading.ties(door, here.layer)), "named": _named(here, seen)}


def _named(here: Sitting, seen: list[Person]) -> dict[str, list[tuple[str, str]]]:
    names = {one.key: one.name for one in seen}
    return {card.id: [(str(key), names[key]) for key in here.named_at(card.id) if key in names] for card in here.cards}


def end(door: Door, here: Sitting, seen: Board) -> dict[str, Any]:
    """The page after a session: who is in view, and ways to look further (R22)."""
    known = {one.key: one.name for one in seen.people}
    asked = [(q, [known[key] for key in here.named_at(q.card.id) if key in known]) for q in _asked(door, here)]
    ways: tuple[Way, ...] = coverage.ways_further(_domains(seen), here.age)[:WAYS_AT_THE_END]
    told = {"sitting": here, "seen": seen, "asked": asked, "ways": ways, "in_view": seen.in_view}
    return {**frame(door, here.layer), **told, "step": Step()}


def _beside(request: HttpRequest, door: Door) -> str:
    """Who sits beside the child at this screen."""
    return "" if door.relation is Relation.CHILD else str(request.user.person)  # type: ignore[union-attr]  # signed in


def used(door: Door, here: Sitting) -> set[Domain]:
    """The life domains in which somebody stands."""
    return {one.domain for one in reading.people(door, here.layer) if one.domain}


def _domains(seen: Board) -> set[Domain]:
    return {one.domain for one in seen.people if one.domain}


def _asked(door: Door, here: Sitting) -> list[Question]:
    return _questions(here, 0, door.dossier.call_name) if here.mode.value == "crisis" else []


def _in_view(door: Door, here: Sitting) -> str:
    people = sum(one.kind is Kind.PERSON for one in reading.people(door, here.layer))
    return coverage.in_view_sentence(people, shut=reading.is_shut(door))


def _card_asked(request: HttpRequest, here: Sitting) -> int:
    """Without a script the address says which card: `?card=3`."""
    asked = request.GET.get("card", "")
    number = int(asked) - 1 if asked.isdecimal() and len(asked) < 3 else here.notes.card  # noqa: PLR2004 (two digits)
    return max(0, min(number, len(here.cards) - 1))


def _questions(here: Sitting, now: int, child: str) -> list[Question]:
    of = len(here.cards)
    return [
        Question(card, number + 1, card.text_about(child), card.hint_about(child), number == now, of)
        for number, card in enumerate(here.cards)
    ]
