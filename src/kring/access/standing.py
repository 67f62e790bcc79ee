"""In which position someone comes to one child today, with all that the table weighs of it, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
)

from kring.access.beside import Beside, Besides
from kring.access.capacity import CapacityFound
from kring.access.close import close_to
from kring.access.links import opened_to
from kring.access.models import Restriction
from kring.access.parts import HasPart
from kring.access.same import STRANGER, Mine, SamePerson
from kring.access.sieve import Answers, Sieve
from kring.dossier.models import Dossier, Involvement, Involvements
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Case, Relation, Section, Topic, asks_who_i_am
from kring.law.capacity import AskedRight, Finding
from kring.law.standing import BY_THE_CHILD, Authority, Facts, cases, counts_from, hat
from kring.law.ways import NETWORK
from kring.people.actors import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """Relation, walls, cases, answers: for whom these are alike, the table says the same."""

    relation: Relation
    walls: frozenset[UUID]
    cases: frozenset[Case]
    restricted: bool
    answers: Answers
    close: frozenset[UUID] = frozenset()
    """Of who sits beside a worker: who it is in the circle, and who is close to that one (R17)."""
    stopped: bool = False
    """It said itself that it stops, and the child was not told yet: what the child opened is over for it (R7, R15).

    Its own words stay, and that the child is not safe still reaches it (R14).
    """
    anew: date | None = None
    """Towards a parent of somebody of age: from which day a yes counts; of before it was left out of the answers."""

    def asks_who_i_am(self, section: Section) -> bool:
        """Whether it matters what is about the visitor: for the table, or because an emergency opens what no rule does.

        Nothing in a closed class about oneself is opened by that either (R17, R19).
        """
        return asks_who_i_am(self.relation, section) or bool(self.answers.disclosed)

    def if_said(self, answers: Answers) -> "Standing":
        """What it would be if these were the answers: with the cases that an answer of the child makes (R18)."""
        was, now = (Topic.THE_FILE in one.yes_topics for one in (self.answers, answers))
        said = {Case.FILE_ACCESS} if now else set()
        cases_then = self.cases if was is now else self.cases - BY_THE_CHILD | said
        return replace(self, answers=answers, cases=cases_then)

    def sieve(self, dossier: UUID, section: Section, me: UUID, mine: Mine = STRANGER, *, closed: bool = False) -> Sieve:
        """What this standing lets through of a section."""
        mine = mine if self.asks_who_i_am(section) else STRANGER
        return Sieve(
            dossier=dossier,
            section=section,
            relation=self.relation,
            me=me,
            walls=self.walls,
            answers=self.answers,
            close=self.close,
            mine=mine.members,
            confirmed=mine.confirmed,
            cases=self.cases,
            restricted=self.restricted,
            stopped=self.stopped,
            closed=closed,
        )


def with_what_counts(held: Involvements, at: datetime | Open, today: date | Open) -> Involvements:
    """Involvements with what else counts of them: restrictions, capacity, a viewing beside a worker."""
    found = CapacityFound.objects.filter(dossier=OuterRef("dossier"), right=AskedRight.FILE.value)
    last = found.order_by("-found_on", "-pk")
    restricted = Restriction.objects.towards(OuterRef("person")).filter(dossier=OuterRef("dossier"))
    beside = sits_beside(at, today).filter(dossier=OuterRef("dossier"), person=OuterRef("person")).order_by("-pk")
    here = {"dossier": OuterRef("dossier"), "member__same_person__person": OuterRef("person")}
    safe = HasPart.objects.in_safety().filter(**here)
    return held.annotate(
        capable=Subquery(last.values("capable")[:1]),
        found_on=Subquery(last.values("found_on")[:1]),
        restricted=Exists(restricted),
        beside=Subquery(beside.values("pk")[:1]),
        in_safety=Exists(safe),
    )


def with_what_was_told(held: Involvements, at: datetime | Open, today: date | Open) -> Involvements:
    """The same, and whether nobody told the child yet that contact is restricted: its pages wait for that (R15).

    Nor is it told of whom a worker did not say yet whether one holds: nothing was decided about that one (R28).
    """
    here = {"dossier": OuterRef("dossier")}
    sure = Restriction.objects.surely_towards(OuterRef("person")).filter(**here)
    any_of_it = Restriction.objects.towards(OuterRef("person")).filter(**here)
    untold = Q(Exists(sure.filter(told_on=None))) | Q(Exists(any_of_it)) & ~Q(Exists(sure))
    said = ExpressionWrapper(untold, output_field=BooleanField())
    return with_what_counts(held, at, today).annotate(untold=said)


def sits_beside(at: datetime | Open, today: date | Open) -> Besides:
    """What goes on beside a worker that works with the child still, and is not at home there as well."""
    works = Involvement.objects.working(today).filter(dossier=OuterRef("dossier"), person=OuterRef("worker"))
    return Beside.objects.open(at).filter(Exists(works))


def held_by(actor: Actor, dossier: UUID) -> list[Involvement]:
    """All that someone holds towards one child now, by the way it came in, with what counts of it.

    A viewing beside a worker counts in the session in which it was begun, and in no other of the same person (R17).
    """
    asked: dict[str, Any] = {"dossier": dossier, "person": actor.person, "today": clock.today(), "now": clock.now()}
    found: list[Any] = _HELD.ask(**asked) if actor.way is None else _HELD_BY_A_WAY.ask(**asked, way=actor.way)
    for one in found:
        one.beside = one.beside if one.beside == actor.viewing else None
    return found


def _held(*, dossier: Open, person: Open, today: Open, now: Open, way: Open | None = None) -> Involvements:
    held = Involvement.objects.current(today).filter(dossier=dossier, person=person).select_related("dossier")
    return with_what_counts(held if way is None else opened_to(way, held, now), now, today)


_PLACES: dict[str, Any] = {"dossier": UUIDField(), "person": UUIDField(), "today": DateField(), "now": DateTimeField()}
_HELD, _HELD_BY_A_WAY = Prepared(_held, **_PLACES), Prepared(_held, **_PLACES, way=UUIDField())


def standing_of(held: Sequence[Involvement], answers: Answers, *, on: date) -> Standing:
    """The standing of one person towards one child, from all that it holds there; `held` is not empty."""
    relation = hat(one.relation for one in held)
    worn = [one for one in held if one.relation == relation.value]
    first: Any = worn[0]  # annotated by `with_what_counts`
    finding = None if first.capable is None else Finding(AskedRight.FILE, first.capable, first.found_on)
    born = born_on(first.dossier, on=on)
    anew = counts_from(relation, born, on=on)
    answers = answers if anew is None else answers.since(anew)
    facts = Facts(
        relation=relation,
        born_on=born,
        authority=authority_of(first, on=on),
        capacity=finding,
        file_access=Topic.THE_FILE in answers.yes_topics,
        beside_a_worker=bool(first.beside),
        in_safety=first.in_safety,
    )
    walls = frozenset(one.wall_id for one in worn if one.wall_id)
    close = close_to(first.dossier_id, first.person_id, relation) if first.beside else frozenset()
    stopped = any(has_stopped(one) for one in worn)
    return Standing(relation, walls, cases(facts, on=on), first.restricted, answers, close, stopped, anew)


def has_stopped(held: Involvement) -> bool:
    """Whether it said itself that it stops in all that it was for the child, and the child was not told yet.

    Who stops as one thing only, comes in as the other, and not as somebody who is no more than let in.
    """
    return bool(held.told_as) and held.relation == Relation.SUPPORTER.value


def anew_from(held: Sequence[Involvement], *, on: date) -> date | None:
    """From which day a yes counts towards who holds this; nothing: whatever its day.  `held` is not empty."""
    return counts_from(hat(one.relation for one in held), born_on(held[0].dossier, on=on), on=on)


def authority_of(held: Involvement, *, on: date) -> Authority:
    """Of a parent, on a day.  Outside its days it is not known, and then a parent represents nobody."""
    begun = held.authority_from is None or held.authority_from <= on
    lasts = held.authority_until is None or held.authority_until >= on
    return Authority(held.authority) if begun and lasts else Authority.UNKNOWN


def born_on(dossier: Dossier, *, on: date) -> date | None:
    """The child's birthday, as far as anybody wrote it down.  A day that is still to come is a slip, and none."""
    born = date.fromisoformat(dossier.born_on) if dossier.born_on else None
    return None if born is None or born > on else born


def anew_since(dossier: UUID, member: UUID) -> datetime | None:
    """When a place beside the child that this one of the circle held was over for the last time; one statement.

    What was agreed for as long as it held that place, and before that moment, is over with it.
    """
    same = SamePerson.objects.filter(item=member).values("person")
    held = Involvement.objects.filter(dossier=dossier, person__in=same, relation__in=[one.value for one in NETWORK])
    ended: datetime | None = held.aggregate(last=Max("ended_at"))["last"]
    return ended


def held_back(dossier: UUID, member: UUID) -> Relation | None:
    """As what this one of the circle comes in, while the child was not told yet that it is less than before (R15).

    Nothing, where the child knows it as it is.  One statement; no row about the child is read for it.
    """
    now = _HELD_BACK.ask(dossier=dossier, member=member, on=clock.today())
    return Relation(now[0]) if now else None


def _held_back(*, dossier: Open, member: Open, on: Open) -> QuerySet[Any, Any]:
    same = SamePerson.objects.filter(item=member).values("person")
    held = Involvement.objects.current(on).filter(dossier=dossier, person__in=same).exclude(told_as="")
    return held.order_by("pk").values_list("relation", flat=True)[:1]


_HELD_BACK = Prepared(_held_back, dossier=UUIDField(), member=UUIDField(), on=DateField())
