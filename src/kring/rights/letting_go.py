"""Someone a small child chose, as a picture: whether it stands beside the child now, or was let go today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from kring.access.door import Door, RefusedError
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.reading import Person
from kring.law.meaning import Meaning
from kring.law.steps import Voice
from kring.rights.faces import TINTS, Face, drawn, faces
from kring.rights.models import Wish


class Named(Protocol):
    """Who the child named: how it is called, and which of its circle."""

    @property
    def member(self) -> UUID: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LetGo:
    """Someone, as the child sees it; as what it stands there, or stood there until today."""

    face: Face
    stands: bool
    undone: list[Meaning]
    """As what it stands there again when that is taken back; nothing while it stands there."""


def about(door: Door, member: UUID, *, on: date) -> LetGo:
    """Someone the child named, or let go today by itself.  Raises `RefusedError` for anybody else."""
    rows = list(door.within(Wish.objects.filter(member=member)))
    now = [row for row in rows if row.withdrawn_on is None]
    ended = [row for row in rows if row.withdrawn_on == on and row.ended_by == Voice.CHILD.value]
    found = now or ended
    if not found:
        raise RefusedError
    there = faces(reading.people(door, Layer.CHILD))
    called = reading.names(door, [member]).get(member, found[0].called)
    face = next((one for one in there if one.member == member), Face(member, called, drawn(called), 1))
    return LetGo(face, bool(now), [] if now else sorted({Meaning(row.meaning) for row in ended}))


def chosen(named: Sequence[Named], circle: list[Person]) -> list[Face]:
    """Everyone the child named, each once: as it stands in the circle; also who was taken out of it."""
    beside = {one.member: one.name for one in named}
    there = [one for one in faces(circle) if one.member in beside]
    seen = {one.member for one in there}
    gone = [(member, name) for member, name in beside.items() if member not in seen]
    return there + [
        Face(member, name, drawn(name), place % TINTS + 1) for place, (member, name) in enumerate(gone, len(there))
    ]
