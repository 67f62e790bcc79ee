"""The same table over many dossiers: a worker's home, and finding a child within the caseload (house.md 4).

A desk reads; to write one goes through the door of one child.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.access.asked import answers_over
from kring.access.kept import Kept, KeptQuerySet
from kring.access.links import narrowed
from kring.access.models import Item, Visit
from kring.access.sieve import Answers, Sieve
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Answer, Relation, Section, Verb, classes
from kring.law.ways import NETWORK, PARENTS
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)
DESK = "desk"
AT_HOME = frozenset({Relation.CHILD, *NETWORK, *PARENTS})
"""In these positions someone has a place of its own, and no desk."""


@dataclass(slots=True)
class Desk:
    """The children someone is involved with today, in one relation each."""

    me: UUID
    dossiers: dict[UUID, Dossier]
    _places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]]
    unheard: frozenset[UUID] = frozenset()
    """The children about whom someone said something that nobody heard yet; what it was, stands behind the door."""
    stands_beside: bool = False
    """Whether this person also stands beside a child itself, or is a parent: that is no work, and not on the desk."""
    _passing: dict[Section, Q] = field(default_factory=dict)

    def only(self, dossiers: Iterable[UUID]) -> "Desk":
        """The same desk with only these children on it."""
        some = set(dossiers)
        return Desk(
            self.me,
            {key: child for key, child in self.dossiers.items() if key in some},
            {key: place for key, place in self._places.items() if key in some},
            self.unheard & some,
            self.stands_beside,
        )

    def within(self, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
        """Of these rows, those that this person may see, over all these children; opened, with their item."""
        section = rows.model.section
        if section not in self._passing:
            self._passing[section] = self._seen(section)
        return rows.opened(self._passing[section])

    def _seen(self, section: Section) -> Q:
        seen = Q(pk__in=[])
        for (relation, walls, answers), dossiers in self._alike().items():
            sieve = Sieve(
                dossier=dossiers[0],
                section=section,
                relation=relation,
                me=self.me,
                walls=walls,
                answers=answers,
            )
            if not sieve.is_empty():
                seen |= sieve.rows_for(dossiers=dossiers)
        return seen

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
    work = set(relations)
    rows = (
        narrowed(actor, Involvement.objects.current(clock.today()))
        .filter(person=me, relation__in=sorted({one.value for one in (*relations, *AT_HOME)}), dossier__closed_on=None)
        .select_related("dossier")
        .only("relation", "wall", "dossier__call_name")
        .annotate(noted=Exists(listed), asked=Exists(_unheard(me)))
    )
    held = [one for one in rows if one.relation in work]
    dossiers = {one.dossier_id: one.dossier for one in held}
    answers = answers_over(me, on=clock.today())
    hats = list(Relation)
    places: dict[UUID, tuple[Relation, frozenset[UUID], Answers]] = {}
    for one in sorted(held, key=lambda involvement: hats.index(Relation(involvement.relation)), reverse=True):
        walls = frozenset({one.wall_id} if one.wall_id else ())
        places[one.dossier_id] = (Relation(one.relation), walls, answers.get(one.dossier_id, Answers()))
    _note_the_visit(actor, sorted({one.dossier_id for one in held if not one.noted}), hour)  # type: ignore[attr-defined]  # annotated above
    asked = frozenset(one.dossier_id for one in held if one.asked)  # type: ignore[attr-defined]  # annotated above
    hear = {key for key, (relation, *_) in places.items() if classes(relation, Section.SAID, Verb.READ, Answer.OPEN)}
    return Desk(me, dossiers, places, asked & hear, stands_beside=len(held) < len(rows))


def _unheard(me: UUID) -> QuerySet[Item]:
    """Said to me, or to all who work with this child, and not changed since: that it was read is the first change."""
    said = Item.objects.filter(dossier=OuterRef("dossier"), section=Section.SAID.value, version=1)
    return said.filter(Q(told_to=None) | Q(told_to=me))


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
