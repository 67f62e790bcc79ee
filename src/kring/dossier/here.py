"""Who is here for a child on a day: what many pages ask, put together once (docs/adr/0014)."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import CharField, DateField, UUIDField

from kring.dossier.models import Involvement, Involvements
from kring.kit.prepared import Among, Open, Prepared
from kring.law.access import Relation


def here(dossier: UUID, relations: Collection[Relation], *, on: date) -> list[Involvement]:
    """Who comes in as one of these, with its person, in the order in which that was written; one statement."""
    wanted = sorted(one.value for one in relations)
    return _HERE.ask(dossier=dossier, relations=wanted, on=on)


def works_here(dossier: UUID, *, on: date) -> list[Involvement]:
    """Who works with a child, with its person, the longest first; one statement."""
    return _WORKS.ask(dossier=dossier, on=on)


def _held(*, dossier: UUID | Open, relations: Iterable[str] | Open, on: date | Open) -> Involvements:
    held = Involvement.objects.current(on).filter(dossier=dossier, relation__in=relations)
    return held.select_related("person").order_by("pk")


def _works(*, dossier: UUID | Open, on: date | Open) -> Involvements:
    held = Involvement.objects.working(on).filter(dossier=dossier)
    return held.select_related("person").order_by("from_on", "pk")


_HERE = Among(_held, dossier=UUIDField(), relations=[CharField()], on=DateField())
_WORKS = Prepared(_works, dossier=UUIDField(), on=DateField())
