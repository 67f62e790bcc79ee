"""That somebody wrote down the child's yes to agreements, as the child reads it until it looked (R7, R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import ITSELF
from kring.agreements.models import Agreement, Yes
from kring.circle import calling
from kring.circle.models import Placement
from kring.law.access import Relation
from kring.law.agreements import Party
from kring.people.models import Person
from kring.portals.caseload import best_names


@dataclass(frozen=True, slots=True)
class YesWritten:
    """On which agreements, with whom, who wrote it down, and of which day."""

    pact: UUID
    name: str
    by: str
    on: date


def of_late(door: Door) -> list[YesWritten]:
    """For the child alone: what was written since it last looked, and stands."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    hers = Yes.objects.filter(party=Party.CHILD.value, item__made_at__gte=since).exclude(expressed=ITSELF)
    rows = [one for one in door.within(hers) if one.item.author_id != door.me]
    return _told(door, rows) if rows else []


def _told(door: Door, rows: list[Yes]) -> list[YesWritten]:
    on = {one.pk: one for one in door.within(Agreement.objects.filter(pk__in=[row.agreement_id for row in rows]))}
    members = {one.member_id for one in on.values()}
    names = best_names(door.within(Placement.objects.filter(member__in=members, until_at=None)))
    people = Person.objects.filter(pk__in=[row.item.author_id for row in rows])
    by = calling.called(door, {one.pk: one.call_name for one in people})
    found = [(row, on.get(row.agreement_id)) for row in rows]
    return [
        YesWritten(one.pact, names[one.member_id], by[row.item.author_id], row.said_on)
        for row, one in found
        if one and one.member_id in names and row.item.author_id in by
    ]
