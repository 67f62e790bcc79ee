"""What somebody else wrote down that one of the circle is there for, as the child reads it (B47, R7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.door import Door
from kring.access.parts import HasPart
from kring.access.there_for import known
from kring.circle import calling
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.access import Relation, Topic
from kring.law.parts import Part
from kring.portals.answers import Answered
from kring.portals.caseload import best_names

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class PartWritten:
    """Of one of the circle: for what, who wrote it down and when; whether it is there for the safety by that."""

    member: UUID
    name: str
    parts: list[Words]
    by: str
    on: date
    in_safety: bool
    says_otherwise: bool
    """Whether the child can say it otherwise here: with pictures it says so to a person."""


def of_late(door: Door) -> list[PartWritten]:
    """For the child alone: what was written since it last looked."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    rows = _theirs(door, from_on__gte=clock.day(since))
    names = (
        best_names(door.within(Placement.objects.filter(member__in={one.member_id for one in rows}))) if rows else {}
    )
    return _told(door, rows, names)


def of_one(door: Door, member: UUID, name: str, said: Iterable[Answered]) -> list[PartWritten]:
    """The same of one, whenever it was written: for the page of that one, where the child answered about its plan."""
    about = any(Topic.SAFETY.value in {one.say.topic, one.say.item and one.say.item.topic} for one in said)
    rows = _theirs(door, member=member) if about and door.relation is Relation.CHILD else []
    return _told(door, rows, {member: name})


def _theirs(door: Door, **which: object) -> list[HasPart]:
    rows = HasPart.objects.in_force().filter(dossier=door.dossier, **which).exclude(recorded_by=door.me)
    return known(door, rows.select_related("recorded_by"))


def _told(door: Door, rows: list[HasPart], names: Mapping[UUID, str]) -> list[PartWritten]:
    by = calling.called(door, {one.recorded_by_id: one.recorded_by.call_name for one in rows})
    found: dict[tuple[UUID, UUID, date], list[HasPart]] = {}
    for one in rows:
        if one.member_id in names:
            found.setdefault((one.member_id, one.recorded_by_id, one.from_on), []).append(one)
    return [
        PartWritten(
            member,
            names[member],
            [sentence(f"my-part.{one.part}") for one in some],
            by[who],
            on,
            any(one.part == Part.SAFETY for one in some),
            not door.actor.is_small,
        )
        for (member, who, on), some in found.items()
    ]
