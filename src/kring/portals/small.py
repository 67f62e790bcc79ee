"""Wie mag wat weten for a small child: each person and each subject a picture with its word (A134, J4)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kring.access.readers import Other
from kring.circle.reading import Person
from kring.kit.choice import Choice
from kring.law.access import Topic, known_topics
from kring.portals.answers import NUMBERED, Answered
from kring.portals.shared import Knows
from kring.rights.faces import TINTS, UNKNOWN, faces
from kring.rights.faces import drawn as drawn_as

FIGURES: dict[Topic, str] = {
    Topic.SCHOOL: "school",
    Topic.FRIENDS: "friend",
    Topic.HOME: "house",
    Topic.MOTHER: "mother",
    Topic.FATHER: "father",
    Topic.LEISURE: "ball",
    Topic.FAMILY: "grandmother",
    Topic.CIRCLE: "pal",
    Topic.BESIDE_ME: "heart",
    Topic.HEALTH: "doctor",
    Topic.FAITH: "pastor",
    Topic.MONEY: "car",
    Topic.FUTURE: "balloon",
    Topic.HELP: "worker",
    Topic.SAFETY: "calm",
    Topic.GENERAL: "star",
}
FIRST = 6
"""So many subjects stand there at once, those of every day; the others fold open."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Someone who may come in, and how it is drawn."""

    knows: Knows
    figure: str
    tint: int


def people(around: Sequence[Knows], circle: list[Person]) -> list[Drawn]:
    """Everyone with its figure in the circle of this child; who does not stand in it with a plain one."""
    there = {one.member: one.figure for one in faces(circle)}
    found = ((one, next((there[key] for key in one.members if key in there), UNKNOWN)) for one in around)
    return [Drawn(one, figure, place % TINTS + 1) for place, (one, figure) in enumerate(found)]


def staff(works: Sequence[Other]) -> list[tuple[str, UUID | None, UUID]]:
    """Who works with the child, by name, which of its circle that is, and who it is."""
    return [(one.name, min(one.members, default=None), one.person) for one in works]


def to_point_at(choices: Iterable[tuple[str, object]]) -> list[tuple[str, str, str, int]]:
    """Whom of the circle it can be, each as a picture with its tint; who does not stand in it with a plain one."""
    said = [(key, str(words.title if isinstance(words, Choice) else words)) for key, words in choices]
    return [(key, words, _figure_of(words), place % TINTS + 1) for place, (key, words) in enumerate(said)]


def _figure_of(called: str) -> str:
    """The drawing for a name of some words: the first of them that is known."""
    found = (drawn_as(word) for word in re.findall(r"\w+", called.casefold()))
    return next((one for one in found if one != UNKNOWN), UNKNOWN)


def figure(topic: str) -> str:
    """How a subject is drawn; one thing by itself, or a subject with another name, as a star."""
    return next((FIGURES[one] for one in known_topics([topic]) if one in FIGURES), "star")


def drawn(
    yes: list[Answered], shut: list[Answered], topics: Iterable[tuple[int, object]]
) -> dict[str, list[tuple[Any, ...]]]:
    """Answers and what can still be answered, each with its picture: of every day first, the others after that."""
    order = list(FIGURES)
    left = sorted(topics, key=lambda one: order.index(NUMBERED[one[0]]))
    choices = [(number, words, figure(NUMBERED[number].value)) for number, words in left]
    said = {"yes_drawn": [(one, figure(one.say.topic)) for one in yes]}
    return said | {
        "shut_drawn": [(one, figure(one.say.topic)) for one in shut],
        "first": choices[:FIRST],
        "later": choices[FIRST:],
    }
