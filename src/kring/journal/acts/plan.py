"""The plan for when it is not safe: a line more, another line, a line less."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.journal.models import PlanKind, PlanLine
from kring.law.access import Klass, Topic


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
        write.add(PlanLine, filing, kind=line.kind.value, words=line.words, number=line.number)


def change(door: Door, row: PlanLine, line: Line, version: int, *, act: UUID) -> None:
    """Another line in its place.  Raises `NotAllowedError`, and `StaleError` when it changed since `version`."""
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("changed",)) as write:
        write.change(row, version=version, kind=line.kind.value, words=line.words, number=line.number)


def remove(door: Door, row: PlanLine, *, act: UUID) -> None:
    """A line less.  Raises `NotAllowedError`."""
    with door.writes(Event.PLAN_CHANGED, once=act, codes=("removed",)) as write:
        write.remove(row)
