"""Around the path, as one reads it: who for what, and who was reached in danger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.door import Door, RefusedError
from kring.circle import reading as circle
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.rights.models import ForWhat, Reached, Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject, with whom the child turns to for it."""

    word: Words
    names: list[str]


@dataclass(frozen=True, slots=True)
class Someone:
    """Someone the child named, for the list to choose from."""

    member: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody who was reached, with its name."""

    row: Reached
    name: str
    how: Words


def by_subject(door: Door) -> list[Subject]:
    """Every subject for which there is somebody, in the order of the list."""
    rows = list(door.within(ForWhat.objects.filter(until_on=None)))
    names = circle.names(door, [row.member_id for row in rows]) if rows else {}
    before = "my-topic" if door.relation is Relation.CHILD else "topic"
    found: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda one: one.pk):
        found.setdefault(row.subject, []).append(names.get(row.member_id, ""))
    return [Subject(sentence(f"{before}.{code}"), who) for code, who in sorted(found.items())]


def people(door: Door) -> list[Someone]:
    """Whom the child named now, each once."""
    named = list(door.within(Wish.objects.in_force()).values_list("member_id", flat=True))
    names = circle.names(door, named) if named else {}
    return [Someone(member, names[member]) for member in dict.fromkeys(named) if member in names]


def subjects_of(door: Door, member: UUID) -> list[str]:
    """For what, of one person."""
    return list(door.within(ForWhat.objects.filter(member=member, until_on=None)).values_list("subject", flat=True))


def reached(door: Door) -> list[Shown]:
    """The last first; until a person told it the row is in confidence, so the child reads it after that (R9, R15)."""
    rows = list(door.within(Reached.objects.order_by("-pk")))
    names = circle.names(door, [row.member_id for row in rows]) if rows else {}
    return [Shown(row, names.get(row.member_id, ""), sentence(f"how.{row.how}")) for row in rows]


def one_reached(door: Door, key: UUID) -> Reached:
    """One of them.  Raises `RefusedError`."""
    row: Reached | None = door.within(Reached.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return row
