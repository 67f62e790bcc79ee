"""Two versions side by side, question by question: nothing is judged, and neither of them goes away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kring.access.door import Door, RefusedError
from kring.agreements import questions, reading
from kring.agreements.apart import keeps_apart, without_numbers
from kring.agreements.models import Point
from kring.agreements.pact import Pact
from kring.agreements.reading import Line, Said
from kring.agreements.versions import Version
from kring.law import agreements as law

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


class Change(StrEnum):
    """What became of a point."""

    SAME = "same"
    OTHER = "other"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Beside:
    """One point, then and now."""

    asks: Words
    sign: str
    then: Said | None
    now: Said | None

    @property
    def change(self) -> Change:
        """What became of it, as one reads it: the same words for other readers are the same words."""
        if self.then is None or self.now is None:
            return Change.NEW if self.then is None else Change.GONE
        told = [{_in_words(line) for line in one.lines} for one in (self.then, self.now)]
        return Change.SAME if told[0] == told[1] else Change.OTHER


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, with everything that stood in either."""

    then: Version
    now: Version
    points: list[Beside]

    @property
    def changed(self) -> list[Beside]:
        """What is not as it was."""
        return [one for one in self.points if one.change is not Change.SAME]

    @property
    def same(self) -> list[Beside]:
        """What stayed."""
        return [one for one in self.points if one.change is Change.SAME]


def compared(door: Door, pact: Pact, then: str, now: str) -> Compared:
    """The two that are asked for, else the last two.  Raises `RefusedError` where there are none."""
    if not pact.versions:
        raise RefusedError
    last = pact.versions[-1]
    before = pact.versions[-2] if len(pact.versions) > 1 else last
    a, b = pact.version(then) or before, pact.version(now) or last
    rows = questions.EVERY_POINT.of(door, pact=pact.key)
    rows = without_numbers(rows) if keeps_apart(door, pact.row) else reading.for_a_guide(door, pact, rows)
    told = [_said(door, pact, rows, one) for one in (a, b)]
    both = [code for code in law.Point if code in told[0] or code in told[1]]
    points = [_beside(told[0].get(code), told[1].get(code)) for code in both]
    return Compared(a, b, points)


def _said(door: Door, pact: Pact, rows: list[Point], version: Version) -> dict[law.Point, Said]:
    number = version.row.number or 0
    held = [row for row in rows if row.since <= number and (row.until is None or row.until >= number)]
    voice = reading.voice(door, pact.member)
    parts = reading.parts(held, voice, door.dossier.call_name)
    return {said.code: said for part in parts for said in part.points}


def _in_words(line: Line) -> tuple[object, ...]:
    return line.by, line.row.choice, line.row.towards_id, str(line.row.words), str(line.row.number)


def _beside(then: Said | None, now: Said | None) -> Beside:
    one = now or then
    assert one is not None  # noqa: S101  # of each code that stands in one of the two
    return Beside(one.asks, one.sign, then, now)
