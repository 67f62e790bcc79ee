"""What somebody of the circle is there for, as a visitor may know it (B47)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import DateField, QuerySet, UUIDField

from kring.access.door import Door
from kring.access.parts import HasPart
from kring.access.same import SamePerson
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Section
from kring.law.parts import NOTHING, Part
from kring.law.ways import PARENTS


def parts_of(door: Door, member: UUID) -> list[HasPart]:
    """What this one is there for, in one statement; a part in safety only for who may read of the safety itself.

    That the visitor may read who this is, was asked before.
    """
    return known(door, said_of(door, member))


def said_of(door: Door, member: UUID) -> list[HasPart]:
    """All that stands here of it, also that it is there for nothing; for who weighs it, not to be shown as it is."""
    return _PARTS.ask(dossier=door.dossier.pk, member=member)


_PARTS = Prepared(
    lambda dossier, member: HasPart.objects.filter(dossier=dossier, member=member, until_on=None).select_related(
        "recorded_by"
    ),
    dossier=UUIDField(),
    member=UUIDField(),
)


def is_a_parent(door: Door, member: UUID) -> bool:
    """Whether it comes in as a parent: for that one no part opens or closes anything, and a yes of the child does.

    One statement; that the visitor may read who this is, was asked before.
    """
    return bool(_PARENT.ask(dossier=door.dossier.pk, member=member, on=clock.today()))


def _parent(*, dossier: Open, member: Open, on: Open) -> QuerySet[Any, Any]:
    here = Involvement.objects.current(on).filter(dossier=dossier)
    same = SamePerson.objects.filter(item=member).values("person")
    return here.filter(person__in=same, relation__in=[one.value for one in PARENTS]).values_list("pk")[:1]


_PARENT = Prepared(_parent, dossier=UUIDField(), member=UUIDField(), on=DateField())


def known(door: Door, rows: Iterable[HasPart]) -> list[HasPart]:
    """Of these what the visitor may know, in the order of the list."""
    hidden = {NOTHING} | ({Part.SAFETY.value} if door.sieve(Section.SAFETY).is_empty() else set())
    return sorted((one for one in rows if one.part not in hidden), key=lambda one: list(Part).index(Part(one.part)))
