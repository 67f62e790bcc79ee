"""The same table over many dossiers: a worker's home, search within the caseload, reminders (house.md 4).

A desk reads; to write one goes through the door of one child.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from kring.access.asked import answers_over
from kring.access.kept import Kept, KeptQuerySet
from kring.access.sieve import Answers, Sieve
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)


@dataclass(slots=True)
class Desk:
    """The children someone is involved with today, in one relation each."""

    me: UUID
    dossiers: dict[UUID, Dossier]
    _places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]]

    def within(self, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
        """Of these rows, those that this person may see, over all these children; opened, with their item."""
        seen = Q(pk__in=[])
        for dossier in self.dossiers:
            sieve = self._sieve(dossier, rows.model.section)
            if not sieve.is_empty():
                seen |= sieve.rows_for()
        return rows.filter(seen).select_related("item").opened()

    def _sieve(self, dossier: UUID, section: Section) -> Sieve:
        relation, walls, answers = self._places[dossier]
        return Sieve(
            dossier=dossier, section=section, relation=relation, me=self.me, walls=walls, answers=answers
        )


def desk_of(actor: Actor, relations: Iterable[Relation] = (Relation.WORKER,)) -> Desk:
    """The desk of someone, over the children with whom it stands in one of these relations today."""
    me = actor.somebody
    held = (
        Involvement.objects.current(clock.today())
        .filter(person=me, relation__in=[one.value for one in relations], dossier__closed_on=None)
        .select_related("dossier")
    )
    dossiers = {one.dossier_id: one.dossier for one in held}
    answers = answers_over(me, on=clock.today())
    hats = list(Relation)
    places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]] = {}
    for one in sorted(held, key=lambda involvement: hats.index(Relation(involvement.relation)), reverse=True):
        walls = frozenset({one.wall_id} if one.wall_id else ())
        places[one.dossier_id] = (Relation(one.relation), walls, answers.get(one.dossier_id, Answers()))
    return Desk(me, dossiers, places)
