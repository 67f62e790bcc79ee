"""The plan for when it is not safe: a line more, another line, a line less.

Child and worker make it together, and each may change what the other wrote: what stood there stays to be read by both.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kring.access.acts import protecting
from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.journal.models import PlanEdition, PlanKind, PlanLine
from kring.journal.naming import apart_now, names_one_of, words_of
from kring.kit import clock
from kring.law.access import Klass, Relation, Topic, Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line says."""

    kind: PlanKind
    words: str
    number: str = ""


def add(door: Door, line: Line, *, act: UUID) -> None:
    """A line more: child and worker make the plan together, so it is its own words.  Raises `NotAllowedError`."""
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("added",)) as write:
        filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.SAFETY)
        row = write.add(PlanLine, filing, kind=line.kind.value, words=line.words, number=line.number)
        _is_apart(door, row)


def change(door: Door, row: PlanLine, line: Line, version: int, *, act: UUID) -> None:
    """Another line in its place; the one before stays as an edition (R23).

    Raises `NotAllowedError`, and `StaleError` when it changed since `version`.
    """
    stood = _stood(row)
    if (line.kind.value, line.words, line.number) == (stood["kind"], stood["words"], stood["number"]):
        _looked_at(door, row, act=act)
        return
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("changed",)) as write:
        write.look_again(row, on=None)
        write.change(row, version=version, kind=line.kind.value, words=line.words, number=line.number)
        write.add(PlanEdition, _beside(row, about=row.pk), line_id=row.pk, **(stood | {"of_version": version}))
        _is_apart(door, row)


def remove(door: Door, row: PlanLine, *, act: UUID) -> None:
    """A line less.  What the child takes out is gone; what another takes out, the child can still read (R23).

    The child, and who took it out: a no about that line goes with it, so nobody else reads what stood there (R7).
    Raises `NotAllowedError`.
    """
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("removed",)) as write:
        before = list(door.within(PlanEdition.objects.filter(line=row.pk)))
        if door.relation is Relation.CHILD:
            for one in before:
                write.remove(one)
        else:
            _let_go(write, before)
            write.add(PlanEdition, _beside(row, close=True), line_id=None, is_out=True, **_stood(row))
        write.remove(row)


def erase(door: Door, row: PlanEdition, *, act: UUID) -> None:
    """The child makes gone what another took out of its plan.  Raises `NotAllowedError`."""
    if door.relation is not Relation.CHILD or row.line_id is not None:
        raise NotAllowedError
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("removed",)) as write:
        write.remove(row)


def to_look_at(door: Door, write: Writing, name: str, *, on: date | None) -> None:
    """Somebody stopped, or is lost: lines that name it are looked at again together, from the day it was told (A140).

    Nothing: that was taken back.  No line changes by it, so what the child said of it stands.  Part of that act.
    """
    words = words_of(name)
    for row in door.within(PlanLine.objects.order_by("pk"), Verb.CHANGE):
        if names_one_of(row, words):
            write.look_again(row, on=on)


def to_look_at_apart(door: Door) -> None:
    """Contact with somebody is restricted: the lines that name that one are looked at again, from today (R28).

    Only of what who records it reads itself: of a plan that the child closed to it, it learns nothing (R7).  The child
    reads no reason (R15).
    """
    rows = list(door.within(PlanLine.objects.order_by("pk")))
    apart = [row.pk for row in apart_now(door, rows) if row.item.look_on is None]
    protecting.to_look_at(door, apart, on=clock.today())


def no_more_apart(door: Door, before: Collection[PlanLine]) -> None:
    """It is over: nobody is asked to look at these lines for it any more; `before`: `apart_lines` until then."""
    rows = set(before) - apart_now(door, before)
    protecting.to_look_at(door, [row.pk for row in rows], on=None)


def apart_lines(door: Door) -> set[PlanLine]:
    """The lines that name with whom contact is restricted, for who records that."""
    return apart_now(door, door.within(PlanLine.objects.order_by("pk")))


def _is_apart(door: Door, row: PlanLine) -> None:
    """Who makes the plan writes somebody in it with whom contact is restricted: who works with the child looks."""
    rows = door.within(PlanLine.objects.order_by("pk"))
    if any(one.pk == row.pk for one in apart_now(door, rows)):
        protecting.to_look_at(door, [row.pk], on=clock.today())


def _looked_at(door: Door, row: PlanLine, *, act: UUID) -> None:
    """It was looked at together, and stays as it is."""
    if row.item.look_on is not None:
        with door.writes(Event.PLAN_CHANGED, once=act, codes=("looked",)) as write:
            write.look_again(row, on=None)
            write.subject = row.pk


def _let_go(write: Writing, editions: Sequence[PlanEdition]) -> None:
    for one in editions:
        write.change(one, line_id=None)
    write.belongs(editions, about=None, close=True)


def _stood(row: PlanLine) -> dict[str, Any]:
    return {"kind": row.kind, "words": row.words, "number": row.number, "of_version": row.item.version}


def _beside(row: PlanLine, *, about: UUID | None = None, close: bool = False) -> Filing:
    """Where an edition belongs: with its line.  A no about the line holds for it too (`Sieve`)."""
    item = row.item
    where: dict[str, Any] = {"topic": item.topic, "wall": item.wall_id, "about": about}
    return Filing(klass=Klass(item.klass), held_close=close or item.held_close, **where)
