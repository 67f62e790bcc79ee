"""After the help: who stands beside a child stops, and says that a person told the child (C139, C199, R15).

In a place that was closed nobody works who could tell it, and it waits on no list.  So that one tells the child itself,
or has somebody do it, and only then writes here that it was told: the child reads nothing of it before, and gets no
message either.  A child that opens its page reads then by whom it was told, and who else is there.  Bookkeeping of the
door, on the place of that person: where the place opens again, who works there tells it as always.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, OuterRef, QuerySet, Subquery, UUIDField

from kring.access.acts.placing import beside
from kring.access.door import Door
from kring.access.same import SamePerson
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared


@dataclass(frozen=True, slots=True)
class Told:
    """That the child was told: on which day, and by whom, where somebody wrote that."""

    on: date
    by: str


def told(door: Door) -> dict[UUID, Told]:
    """Of whom of its circle the child was told after the help that it stops; one statement."""
    rows = _TOLD.ask(dossier=door.dossier.pk, on=clock.today())
    return {member: Told(on, by) for member, on, by in rows if member is not None}


def told_of(door: Door, members: Collection[UUID]) -> Told | None:
    """The same, of one of these."""
    found = told(door) if members else {}
    return next((found[one] for one in sorted(members) if one in found), None)


def write_down(door: Door, on: date, by: str) -> None:
    """On the place of the visitor itself.  Part of the act that weighs whether it may."""
    beside(door, door.me).update(told_on=on, told_by=by)


def _told(*, dossier: Open, on: Open) -> QuerySet[Any, Any]:
    member = SamePerson.objects.filter(person=OuterRef("person"), item__dossier=dossier).values("item")[:1]
    rows = Involvement.objects.current(on).filter(dossier=dossier, told_on__isnull=False).exclude(told_as="")
    return (
        rows.order_by("pk")
        .annotate(member=Subquery(member, output_field=UUIDField()))
        .values_list("member", "told_on", "told_by")
    )


_TOLD = Prepared(_told, dossier=UUIDField(), on=DateField())
