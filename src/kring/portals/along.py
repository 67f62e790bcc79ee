"""What someone finds here, for who looks along (R20): by the child's yes, written by that person itself, or without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.door import Door
from kring.access.kept import Kept, worded_models
from kring.kit.sentences import sentence
from kring.law.access import Answer, Section, Verb
from kring.portals.spelled import in_words, names_in, ties

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


AT_ONCE = 8
"""So many things stand there under each name; the others fold open."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: how it is called, and all of its words where that is more."""

    called: Words | str
    text: str = ""


Sections = list[tuple["Words", list[Thing], list[Thing]]]
"""Under the name of a section: what stands there at once, and what folds open."""


@dataclass(frozen=True, slots=True)
class Finds:
    """Everything that can be read through a door, under the name of its section."""

    by_yes: Sections
    own: Sections
    otherwise: Sections
    """No yes was needed: it belongs to what this person is for the child, or somebody decided to tell."""


def finds(door: Door) -> Finds:
    """What can be read through a door, apart by what opens it: own words are no gift of the child's.

    Whole texts, but for a child that came in by pictures: four pictures are easily seen, and its own pages with texts
    are not there either.
    """
    rows: list[tuple[Kept, Answer | None]] = []
    for model in worded_models():
        if model.section is not Section.APART and not door.sieve(model.section).is_empty():
            here = [row for row in door.within(model.objects.all()) if row.in_short()]
            rows += [(row, _opened_by(door, row)) for row in here]
    rows += [(row, _opened_by(door, row)) for row in ties(door)]
    names = names_in([row for row, _ in rows])
    by_yes, own, otherwise = (
        _by_section((row for row, opens in rows if opens is answer), names, whole=not door.actor.is_small)
        for answer in (Answer.ASKS, Answer.WROTE, None)
    )
    return Finds(by_yes, own, otherwise)


def _opened_by(door: Door, row: Kept) -> Answer | None:
    """The one that says most: what someone wrote stays readable to it without any yes.

    What stands open in a case that an answer of the child makes, its yes opens (R18).
    """
    sieve = door.sieve(row.section)
    if Answer.WROTE in sieve.opened_by(row.item, Verb.READ):
        return Answer.WROTE
    return Answer.ASKS if sieve.asks_the_child(row.item) else None


def _by_section(rows: Iterable[Kept], names: dict[UUID, str], *, whole: bool) -> Sections:
    found: dict[Section, list[Thing]] = {}
    for row in rows:
        text, told = row.in_full() if whole else "", in_words(row, names)
        one, there = Thing(told, "" if text in (row.in_short(), told) else text), found.setdefault(row.section, [])
        if told and not (row.section is Section.CIRCLE and one in there):  # both layers may say the same of somebody
            there.append(one)
    return [(sentence(f"section.{key.value}"), things[:AT_ONCE], things[AT_ONCE:]) for key, things in found.items()]
