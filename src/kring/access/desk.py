"""The same table over many dossiers: a worker's home, and finding a child within the caseload (house.md 4).

A desk reads; to write one goes through the door of one child.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField

from kring.access import scope
from kring.access.asked import CONFIRMED, answers_over, pointed_out
from kring.access.asking import Asker
from kring.access.cries import CRY, lost, unreadable
from kring.access.kept import Kept, KeptQuerySet
from kring.access.links import opened_to
from kring.access.looks import asked_after, due_of, is_late, looks, pointed, untold_to, waits_for
from kring.access.models import Item, Visit
from kring.access.moved import asks_who, to_look_at
from kring.access.same import STRANGER, SamePerson
from kring.access.sieve import Answers
from kring.access.standing import Standing, standing_of, with_what_counts
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement, Involvements
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import AT_HOME, Answer, Relation, Section, Topic, Verb, classes
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)
DESK = "desk"
STANDS_IN = Relation.FALLBACK_WORKER
TOLD_OF = ("words_from", "grown_told_on", "own_since", "no_from_director_on", "passed_on_untold", "new_pictures_since")
OF_THE_CHILD = tuple(f"dossier__{one}" for one in ("call_name", "born_on", "opened_on", *TOLD_OF))
AUTHORITY = ("authority", "authority_from", "authority_until")


@dataclass(slots=True)
class Desk:
    """The children someone is involved with today, in one relation each."""

    me: UUID
    dossiers: dict[UUID, Dossier]
    _places: dict[UUID, Standing]
    unheard: dict[UUID, datetime] = field(default_factory=dict)
    """By child since when something waits that someone said and nobody heard; what it was, stands behind the door."""
    cried: dict[UUID, datetime] = field(default_factory=dict)
    """By child since when it waits that told this person that it is not safe now (R14)."""
    lost: frozenset[UUID] = frozenset()
    """The children who told somebody so who cannot read it any more; what they said, stays with them (R7)."""
    lapsed: frozenset[UUID] = frozenset()
    """The children of whom a restriction of contact is to be looked at, or told of: it holds all the same (R28)."""
    due: dict[UUID, dict[Section, date]] = field(default_factory=dict)
    """By child and section since when something should be looked at again; what it is, stands behind the door."""
    stands_in: dict[UUID, str] = field(default_factory=dict)
    """The children for whom this person takes over today, by call name: of them the plan, and no more (R13)."""
    plans: frozenset[UUID] = frozenset()
    """Of these the ones of whose plan it reads something: a no of the child closes it, and a link would tell that."""
    cried_to_deputy: frozenset[UUID] = frozenset()
    """Of these the ones who told so, as its worker is away, that they are not safe now (R14)."""
    pointed: frozenset[UUID] = frozenset()
    """The children who said who somebody of their circle is, which this worker did not confirm yet (`access.same`)."""
    stands_beside: bool = False
    """Whether this person also stands beside a child itself, or is a parent: that is no work, and not on the desk."""
    untold: frozenset[UUID] = frozenset()
    """The children who do not know yet that somebody beside them stops, rests or said no (R15)."""
    late: frozenset[UUID] = frozenset()
    """Of these the ones where the day of telling has passed, or that may call somebody who does not answer any more."""
    moved: frozenset[UUID] = frozenset()
    """The children of whom a worker says whether a restriction holds for who is now one of the circle (R28)."""
    after: dict[UUID, date] = field(default_factory=dict)
    """By child since when somebody looks how it is after a farewell (A140)."""
    seeks: dict[UUID, date] = field(default_factory=dict)
    """By child since when they look further for somebody (A182)."""
    asked_on: dict[UUID, date] = field(default_factory=dict)
    """By child when a team lead asked after the talk that waits (A31)."""
    _passing: dict[Section, tuple[Q, tuple[Asker, ...]]] = field(default_factory=dict)

    def only(self, dossiers: Iterable[UUID]) -> "Desk":
        """The same desk with only these children on it."""
        some = set(dossiers)
        return Desk(
            self.me,
            {key: child for key, child in self.dossiers.items() if key in some},
            {key: place for key, place in self._places.items() if key in some},
            {key: since for key, since in self.unheard.items() if key in some},
            {key: since for key, since in self.cried.items() if key in some},
            self.lost & some,
            self.lapsed & some,
            {key: since for key, since in self.due.items() if key in some},
            self.stands_in,
            self.plans,
            self.cried_to_deputy,
            self.pointed & some,
            self.stands_beside,
            self.untold & some,
            self.late & some,
            self.moved & some,
            {key: since for key, since in self.after.items() if key in some},
            {key: since for key, since in self.seeks.items() if key in some},
            {key: on for key, on in self.asked_on.items() if key in some},
        )

    def reads(self, section: Section) -> frozenset[UUID]:
        """The children of whom the table opens something of a section by itself."""
        held = self._places.items()
        return frozenset(key for key, one in held if classes(one.relation, section, Verb.READ, Answer.OPEN, one.cases))

    def shut(self, topic: Topic) -> frozenset[UUID]:
        """The children of whom a no closes a subject to this person."""
        return frozenset(key for key, one in self._places.items() if topic in one.answers.no_topics)

    def within(self, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
        """Of these rows, those that this person may see, over all these children; opened, with their item."""
        return rows.opened(*self._passes(rows.model.section))

    def holds(self, section: Section) -> bool:
        """Whether there is anything in a section of any of these children: then the desk is asked what."""
        return Item.objects.filter(dossier__in=list(self.dossiers), section=section.value).exists()

    def askers(self, section: Section) -> tuple[Asker, ...]:
        """Who asks for rows of a section here: one for all children for whom the table says the same."""
        return self._passes(section)[1]

    def _passes(self, section: Section) -> tuple[Q, tuple[Asker, ...]]:
        if section not in self._passing:
            self._passing[section] = self._seen(section)
        return self._passing[section]

    def _seen(self, section: Section) -> tuple[Q, tuple[Asker, ...]]:
        seen, askers = Q(pk__in=[]), []
        if section is Section.APART:
            return seen, ()  # under the agogic exception nothing ever stands on a list (R17)
        asks = any(one.asks_who_i_am(section) for one in self._places.values())
        here = pointed_out(SamePerson.objects.filter(person=self.me).values_list(*CONFIRMED)) if asks else STRANGER
        for standing, dossiers in self._alike().items():
            sieve = standing.sieve(dossiers[0], section, self.me, here)
            if not sieve.is_empty():
                seen |= sieve.rows_for(dossiers=dossiers)
                askers.append(Asker(sieve, Verb.READ, dossiers))
        return seen, tuple(askers)

    def _alike(self) -> dict[Standing, list[UUID]]:
        """The children for whom the table, the walls and the answers say the same: one question for all of them."""
        found: defaultdict[Standing, list[UUID]] = defaultdict(list)
        for dossier, standing in self._places.items():
            found[standing].append(dossier)
        return found


def desk_of(actor: Actor, relations: Iterable[Relation] = (Relation.WORKER,)) -> Desk:
    """The desk of someone, over the children with whom it stands in one of these relations today."""
    me, hour = actor.somebody, clock.now().replace(minute=0, second=0, microsecond=0)
    work = frozenset(relations)
    asked_for: dict[str, Any] = {"me": me, "hour": hour, "today": clock.today(), "now": clock.now()}
    rows = _asked_over(work, actor, asked_for)
    at_home = {one.dossier_id for one in rows if one.relation in AT_HOME}
    held = [one for one in rows if one.relation in work and one.dossier_id not in at_home]
    kept = at_home | {one.dossier_id for one in held}
    deputy = [one for one in rows if one.dossier_id not in kept]  # what is no work and not at home, is standing in
    answers = answers_over(me, on=clock.today())
    places = _places(held, answers)
    note_the_list(actor, sorted({one.dossier_id for one in [*held, *deputy] if not one.noted}), hour)
    by = {one.dossier_id: one for one in held}
    dossiers = {key: one.dossier for key, one in by.items()}
    lapsed = frozenset(one.dossier_id for one in held if one.lapsed)
    heard = {key: one.asked for key, one in by.items() if one.asked and _hears(places[key])}
    cried = {key: one.cried for key, one in by.items() if one.cried}
    due = {one.dossier_id: due_of(one, places[one.dossier_id].relation, came_on=one.dossier.opened_on) for one in held}
    works = [one for one in held if one.relation == Relation.WORKER.value]
    who_is, moved, nobody = (_keys(works, what) for what in ("pointed", "moved", "lost"))
    untold = frozenset(key for key, one in by.items() if untold_to(places[key].relation, one.looks_untold))
    late = frozenset(key for key in untold if is_late(by[key].looks_untold))
    waiting = [_waiting_for(by, places, what) for what in ("looks_after", "looks_seeks")]
    more: tuple[Any, ...] = (untold, late, moved, *waiting, _asked_on(by, places))
    more = (*_deputes(me, deputy, answers), who_is, bool(at_home), *more)
    return Desk(me, dossiers, places, heard, cried, nobody, lapsed, due, *more)


def _asked_over(work: frozenset[Relation], actor: Actor, asked: dict[str, Any]) -> list[Any]:
    scope.over(actor.somebody)
    return _over(work).ask(**asked) if actor.way is None else _over(work, "way").ask(**asked, way=actor.way)


def _waiting_for(rows: Mapping[UUID, Any], places: Mapping[UUID, Standing], what: str) -> dict[UUID, date]:
    found = {key: waits_for(places[key].relation, getattr(one, what)) for key, one in rows.items()}
    return {key: since for key, since in found.items() if since}


def _asked_on(rows: Mapping[UUID, Any], places: Mapping[UUID, Standing]) -> dict[UUID, date]:
    return {key: on for key, one in rows.items() if (on := asked_after(places[key].relation, one.looks_asked))}


def _keys(rows: Iterable[Involvement], what: str) -> frozenset[UUID]:
    return frozenset(one.dossier_id for one in rows if getattr(one, what))


@cache
def _over(relations: frozenset[Relation], *more: str) -> Prepared:
    """The statement of a desk in these relations; `way` is asked where somebody came in by a link."""
    kinds: dict[str, Any] = {"me": UUIDField(), "hour": DateTimeField(), "today": DateField(), "now": DateTimeField()}
    return Prepared(partial(_held_over, relations), **kinds, **{name: UUIDField() for name in more})


def _held_over(relations: frozenset[Relation], *, me: Open, way: Open | None = None, **at: Open) -> Involvements:
    """What somebody holds in these relations, at home and standing in, with all that a desk tells of each child.

    `at`: the same moment as `today`, `now` and the `hour` it is in.
    """
    listed = Visit.objects.filter(dossier=OuterRef("dossier"), person=me, section=DESK, basis=DESK, hour=at["hour"])
    today, now = at["today"], at["now"]
    held = Involvement.objects.current(today)
    return (
        with_what_counts(held if way is None else opened_to(way, held, now), now, today)
        .filter(person=me, relation__in=sorted(one.value for one in {*relations, *AT_HOME, STANDS_IN}))
        .filter(dossier__closed_on=None)
        .select_related("dossier")
        .only("relation", "told_as", *AUTHORITY, "wall", *OF_THE_CHILD)
        .annotate(
            noted=Exists(listed),
            asked=_since(_unheard(me)),
            lapsed=Exists(to_look_at(OuterRef("dossier"), today)),
            **looks(),
        )
        .annotate(moved=Exists(asks_who(OuterRef("dossier"))))
        .annotate(
            pointed=Exists(pointed(OuterRef("dossier"), today, me)),
            cried=_since(_cries(me, today)),
            lost=Exists(lost(today).filter(dossier=OuterRef("dossier"))),
        )
    )


def _hears(one: Standing) -> bool:
    return bool(classes(one.relation, Section.SAID, Verb.READ, Answer.OPEN))


def _deputes(me: UUID, deputy: list[Any], answers: Mapping[UUID, Answers]) -> tuple[Any, ...]:
    """For whom it stands in, of whom of these it reads a line of the plan, and who is not safe (`Desk`)."""
    names = {one.dossier_id: one.dossier.call_name for one in deputy}
    return names, _plans(me, deputy, answers), frozenset(one.dossier_id for one in deputy if one.cried)


def _plans(me: UUID, deputy: list[Involvement], answers: Mapping[UUID, Answers]) -> frozenset[UUID]:
    """Of whom it stands in for it reads a line of the plan; one statement, and none for who stands in for nobody."""
    seen = Q(pk__in=[])
    for key, one in _places(deputy, answers).items():
        seen |= one.sieve(key, Section.SAFETY, me).rows_for(item="")
    return frozenset(Item.objects.filter(seen).values_list("dossier", flat=True)) if deputy else frozenset()


def _places(held: list[Involvement], answers: Mapping[UUID, Answers]) -> dict[UUID, Standing]:
    """The standing towards each child.  Who comes in as a parent does not work with that child: it is not on a desk."""
    today = clock.today()
    by_child: defaultdict[UUID, list[Involvement]] = defaultdict(list)
    for one in held:
        by_child[one.dossier_id].append(one)
    return {key: standing_of(some, answers.get(key, Answers()), on=today) for key, some in by_child.items()}


def unheard_since_before(moment: datetime, dossiers: QuerySet[Dossier]) -> int:
    """How many things wait longer than this that someone said about these children: a number and nothing else."""
    said = Item.objects.filter(section=Section.SAID.value, version=1, made_at__lt=moment)
    return said.filter(dossier__in=dossiers.values("pk")).count()


def _since(items: QuerySet[Item]) -> Subquery:
    return Subquery(items.order_by("made_at").values("made_at")[:1])


def _unheard(me: Open) -> QuerySet[Item]:
    """Said to me, or to all who work with this child, and not changed since: that it was read is the first change."""
    said = Item.objects.filter(dossier=OuterRef("dossier"), section=Section.SAID.value, version=1)
    return said.filter(Q(told_to=None) | Q(told_to=me), look_on=None)


def _cries(me: Open, today: Open) -> QuerySet[Item]:
    """That the child is not safe now, said to me and not read yet; not what I cannot read."""
    mine = Item.objects.filter(CRY, dossier=OuterRef("dossier"), told_to=me)
    return mine.exclude(pk__in=unreadable(today).filter(told_to=me).values("pk"))


def note_the_list(actor: Actor, new: list[UUID], hour: datetime) -> None:
    """A list shows something of every child on it: once an hour that stands in the log, as one line for all of them."""
    if not new:
        return
    me = actor.somebody
    visits = [Visit(dossier_id=key, person_id=me, section=DESK, basis=DESK, hour=hour) for key in new]
    ids = tuple(str(key) for key in new)
    with transaction.atomic():
        Visit.objects.bulk_create(visits, ignore_conflicts=True)
        chain.append(chain.Line(event=Event.DESK_VISITED, actor_kind=actor.kind.value, actor=me, codes=ids))
