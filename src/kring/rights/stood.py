"""Who stood beside a child and does so no more, in no meaning at all: nobody calls that one a supporter (R2, A126).

A supporter is whom the child chose, or let in.  Whom it chose otherwise, and who stopped, may still come in where
nobody closed that way; but the child did not say that it can count on this one.  Read at one place, of the bookkeeping
of the door: a page of that person reads no row about who was chosen.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.over import over_for
from kring.access.weighed import to_weigh
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.rights.models import Wish


@dataclass(frozen=True, slots=True)
class Stood:
    """That somebody stood beside the child, and whether a person told it that the child chose otherwise."""

    was_told: bool
    """Until then no page says it: people do (brief 10.17)."""


def who_stood(dossier: UUID, members: Collection[UUID]) -> frozenset[UUID]:
    """Of these of the circle the ones with whom it is over in every meaning; one statement, and none for nobody."""
    over = over_for(dossier, members) if members else set()
    return frozenset(one for one in members if all((one, meaning.value) in over for meaning in Meaning))


def stood(door: Door) -> Stood | None:
    """Whether the visitor itself stood beside this child; nothing for who still does, or was never chosen."""
    mine = door.sieve(Section.SUPPORT).mine if door.relation is Relation.SUPPORTER else frozenset()
    if not mine or who_stood(door.dossier.pk, mine) != frozenset(mine):
        return None
    to_tell = Wish.objects.filter(member__in=mine, withdrawn_on__isnull=False, item__look_on__isnull=False)
    return Stood(was_told=not to_weigh(door, to_tell).exists())


def was_trusted(door: Door, *, stops: bool) -> bool:
    """Whether the visitor was a trust person of the child: of that one secrecy goes on (R10).

    `stops`: it said that it stops, and the child does not know yet.  Of who stood there, not what was chosen since:
    that is asked by a person, and no page tells it first.
    """
    mine = door.sieve(Section.SUPPORT).mine
    chosen = Wish.objects.filter(member__in=mine, meaning=Meaning.TRUST_PERSON.value)
    chosen = chosen if stops else chosen.filter(withdrawn_on__isnull=False)
    return bool(to_weigh(door, chosen).exists())
