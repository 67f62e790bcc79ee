"""Who of a service reads pages about the child, as the child and who works with it read that (R29)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.acts import receiving as acts
from kring.access.door import Door
from kring.access.models import Given
from kring.access.namesakes import of_the_involved
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.transfers import SERVICES
from kring.law.ways import GIVES
from kring.rights.given import Entry

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class OfService:
    """Somebody for whom pages are made: of what, and until when; to who may end it with the link that was given."""

    row: Involvement
    name: str
    link: Entry | None = None

    @property
    def word(self) -> Words:
        """Of which service."""
        return of_what(self.row)

    @property
    def where(self) -> str:
        """How that service is called."""
        return str(self.row.service_name)

    @property
    def until(self) -> date | None:
        """Its last day."""
        return self.row.until_on


def of_what(row: Involvement) -> Words:
    """Of which service somebody is; of who was there before that was written, in which position."""
    return sentence(f"service.{row.service}" if row.service else f"relation.{row.relation}")


def may_name(door: Door) -> bool:
    """Whether this visitor names somebody of a service, now."""
    return bool(SERVICES & GIVES.get(door.relation, frozenset())) and door.dossier.closed_on is None


def of_services(door: Door) -> list[OfService]:
    """Everyone who is named today."""
    rows = acts.named(door)
    links = _links(door, rows) if rows and may_name(door) else {}
    called = of_the_involved(rows) if rows else {}
    return [OfService(row, called[row.person_id], links.get(row.person_id)) for row in rows]


def _links(door: Door, rows: list[Involvement]) -> dict[UUID, Entry]:
    """The last link of each, which who works with the child may give anew."""
    people = {row.person_id: row for row in rows}
    given = Given.objects.filter(dossier=door.dossier, way__person__in=people).select_related("way").order_by("pk")
    return {one.way.person_id: Entry(one.pk, door.relation, "", one.way, clock.now()) for one in given}
