"""That somebody wrote down that Lus or a volunteer may be asked, as the child reads it until it looked (R7, R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.circle import calling
from kring.law.access import Relation
from kring.seeking.reading import in_its_name


@dataclass(frozen=True, slots=True)
class SearchWritten:
    """Whom it is about, who wrote it down, and when."""

    referral: UUID
    name: str
    by: str
    on: date


def of_late(door: Door) -> list[SearchWritten]:
    """For the child alone: what was written since it last looked, and stands."""
    since = door.dossier.unread_since
    rows = in_its_name(door, since) if since is not None and door.relation is Relation.CHILD else []
    by = calling.called(door, {one.item.author_id: one.item.author.call_name for one in rows}) if rows else {}
    return [SearchWritten(one.pk, one.name, by[one.item.author_id], one.asked_on) for one in rows]
