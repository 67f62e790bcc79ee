"""Where someone has a place of its own: as the child, beside a child, as a parent, or for a service; never as work."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from kring.access.links import narrowed
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.addresses import address
from kring.law.access import AT_HOME, Relation
from kring.law.standing import hat
from kring.law.transfers import SERVICES
from kring.people.actors import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One child, and in which position someone comes here."""

    dossier: UUID
    child: str
    relation: Relation

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


def places(actor: Actor) -> list[Place]:
    """The homes of someone, one for each child; by a link only those it was given for.  One statement."""
    held = Involvement.objects.current(clock.today()).filter(person=actor.person, dossier__closed_on=None)
    theirs = held.filter(relation__in=sorted(one.value for one in AT_HOME | SERVICES))
    rows = narrowed(actor.way, theirs).select_related("dossier")
    by_child: defaultdict[UUID, list[Involvement]] = defaultdict(list)
    for row in rows:
        by_child[row.dossier_id].append(row)
    found = [Place(key, some[0].dossier.call_name, hat(one.relation for one in some)) for key, some in by_child.items()]
    return sorted(found, key=lambda one: (not one.is_own, one.child.casefold(), one.dossier))
