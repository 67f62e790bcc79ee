"""Where someone has a place of its own: as the child, beside a child, as a parent, or for a service; never as work."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, UUIDField

from kring.access.links import narrowed
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.prepared import Open, Prepared
from kring.law.access import AT_HOME, Relation, protection
from kring.law.standing import hat
from kring.law.transfers import SERVICES
from kring.people.actors import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One child, and in which position someone comes here."""

    dossier: UUID
    child: str
    relation: Relation
    closed: bool = False

    @property
    def is_own(self) -> bool:
        """Whether this is the child itself."""
        return self.relation is Relation.CHILD

    @property
    def href(self) -> str:
        """Its home; of a service what was made for that person, and nothing else (R29)."""
        if self.relation in SERVICES:
            return address("rights:transfers", self.dossier)
        return address("portals:child" if self.is_own else "portals:home", self.dossier)


def places(actor: Actor, *, closed: bool = False) -> list[Place]:
    """The homes of someone, one for each child; by a link only those it was given for.  One statement.

    `closed`: instead of these the ones where the help ended, of the child itself and of who stands beside it.
    """
    if actor.person is None:
        return []
    ask, of = (_CLOSED, _that_closed) if closed else (_THEIRS, _theirs)
    if actor.way is None:
        rows = ask.ask(today=clock.today(), person=actor.person)
    else:
        rows = list(narrowed(actor.way, of(today=clock.today(), person=actor.person)))
    by_child: defaultdict[UUID, list[Involvement]] = defaultdict(list)
    for row in rows:
        by_child[row.dossier_id].append(row)
    found = [
        Place(key, some[0].dossier.call_name, hat(one.relation for one in some), closed)
        for key, some in by_child.items()
    ]
    return sorted(found, key=lambda one: (not one.is_own, one.child.casefold(), one.dossier))


def _theirs(*, today: date | Open, person: UUID | Open) -> Involvements:
    held = Involvement.objects.current(today).filter(person=person, dossier__closed_on=None)
    return held.filter(relation__in=sorted(one.value for one in AT_HOME | SERVICES)).select_related("dossier")


def _that_closed(*, today: date | Open, person: UUID | Open) -> Involvements:
    held = Involvement.objects.current(today).filter(person=person).exclude(dossier__closed_on=None)
    return held.filter(relation__in=sorted(one.value for one in protection().ends_when_closed)).select_related(
        "dossier"
    )


_THEIRS = Prepared(_theirs, today=DateField(), person=UUIDField())
_CLOSED = Prepared(_that_closed, today=DateField(), person=UUIDField())
