"""The same table over many dossiers: a worker's home, and finding a child within the caseload (house.md 4).

A desk reads; to write one goes through the door of one child.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from kring.access.asked import answers_over
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Visit
from kring.access.sieve import Answers, Sieve
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)
DESK = "desk"


@dataclass(slots=True)
class Desk:
    """The children someone is involved with today, in one relation each."""

    me: UUID
    dossiers: dict[UUID, Dossier]
    _places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]]

    def within(self, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
        """Of these rows, those that this person may see, over all these children; opened, with their item."""
        seen = Q(pk__in=[])
        for (relation, walls, answers), dossiers in self._alike().items():
            sieve = Sieve(
                dossier=dossiers[0],
                section=rows.model.section,
                relation=relation,
                me=self.me,
                walls=walls,
                answers=answers,
            )
            if not sieve.is_empty():
                seen |= sieve.rows_for(dossiers=dossiers)
        return rows.filter(seen).select_related("item").opened()

    def _alike(self) -> dict[tuple[Relation, frozenset[UUID], Answers], list[UUID]]:
        """The children for whom the table, the walls and the answers say the same: one question for all of them."""
        found: defaultdict[tuple[Relation, frozenset[UUID], Answers], list[UUID]] = defaultdict(list)
        for dossier, place in self._places.items():
            found[place].append(dossier)
        return found


def desk_of(actor: Actor, relations: Iterable[Relation] = (Relation.WORKER,)) -> Desk:
    """The desk of someone, over the children with whom it stands in one of these relations today."""
    me, hour = actor.somebody, clock.now().replace(minute=0, second=0, microsecond=0)
    listed = Visit.objects.filter(dossier=OuterRef("dossier"), person=me, section=DESK, basis=DESK, hour=hour)
    held = (
        Involvement.objects.current(clock.today())
        .filter(person=me, relation__in=[one.value for one in relations], dossier__closed_on=None)
        .select_related("dossier")
        .annotate(noted=Exists(listed))
    )
    dossiers = {one.dossier_id: one.dossier for one in held}
    answers = answers_over(me, on=clock.today())
    hats = list(Relation)
    places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]] = {}
    for one in sorted(held, key=lambda involvement: hats.index(Relation(involvement.relation)), reverse=True):
        walls = frozenset({one.wall_id} if one.wall_id else ())
        places[one.dossier_id] = (Relation(one.relation), walls, answers.get(one.dossier_id, Answers()))
    _note_the_visit(actor, sorted({one.dossier_id for one in held if not one.noted}), hour)  # type: ignore[attr-defined]  # annotated above
    return Desk(me, dossiers, places)


def _note_the_visit(actor: Actor, new: list[UUID], hour: datetime) -> None:
    """A list shows something of every child on it: once an hour that stands in the log, as one line for all of them."""
    if not new:
        return
    me = actor.somebody
    visits = [Visit(dossier_id=key, person_id=me, section=DESK, basis=DESK, hour=hour) for key in new]
    ids = tuple(str(key) for key in new)
    with transaction.atomic():
        Visit.objects.bulk_create(visits, ignore_conflicts=True)
        chain.append(chain.Line(event=Event.DESK_VISITED, actor_kind=actor.kind.value, actor=me, codes=ids))
