"""The pages that were made for a service or the court, as the child, its workers and that one person read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.door import Door
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.transfers import SERVICES
from kring.people.models import Person
from kring.rights.models import Transfer

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    row: Transfer
    receiver: str
    author: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """Someone of a service of this child."""

    person: UUID
    name: str
    word: Words


def sheets(door: Door) -> list[Sheet]:
    """Those that this visitor reads, the last first."""
    rows = list(door.within(Transfer.objects.order_by("-pk")))
    people = {key for row in rows for key in (row.item.told_to_id, row.item.author_id) if key}
    names = {one.pk: str(one.call_name) for one in Person.objects.filter(pk__in=people)}
    return [Sheet(row, _called(names, row.item.told_to_id), _called(names, row.item.author_id)) for row in rows]


def _called(names: dict[UUID, str], person: UUID | None) -> str:
    return names.get(person, "") if person else ""


def receivers(door: Door) -> list[Receiver]:
    """For whom a page can be made."""
    held = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    rows = held.filter(relation__in=sorted(one.value for one in SERVICES)).select_related("person").order_by("pk")
    return [Receiver(row.person_id, str(row.person.call_name), sentence(f"relation.{row.relation}")) for row in rows]
