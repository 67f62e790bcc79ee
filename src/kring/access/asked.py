"""What was answered about people: answers and disclosures together."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateField, Exists, F, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import TruncDate

from kring.access.disclosure import Disclosure
from kring.access.models import Giver, Say, Says
from kring.access.same import Mine, SamePerson
from kring.access.sieve import URGENT, Answers
from kring.dossier.models import Involvement, Involvements
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation, known_topics
from kring.law.emergency import NEVER
from kring.law.ways import GIVES
from kring.people.actors import Actor


class Said(NamedTuple):
    """One answer: about an item, or else a topic; whose."""

    item: UUID | None
    topic: str
    answer: str
    giver: str
    on: date = date.min
    """From which day it counts."""


def answers_for(dossier: UUID, person: UUID, *, on: date) -> Answers:
    """The answers in force towards a person: those about any member of the circle that is this person."""
    return weighed(Said(*said[2:]) for said in _SAID.ask(on=on, dossier=dossier, person=person))


def answers_to(actor: Actor, dossier: UUID, *, on: date) -> Answers:
    """The same towards who acts.  Not sure yet that a child is the child: what it closed to who makes cards is closed.

    With pictures not: nobody may be missing among the people of a small child.
    """
    mine = answers_for(dossier, actor.somebody, on=on)
    return and_closed_to_makers(mine, dossier, on=on) if actor.is_unsure and not actor.is_small else mine


def and_closed_to_makers(mine: Answers, dossier: UUID, *, on: date) -> Answers:
    """With what is closed to who makes a card or knows the pictures of the child closed too (R8)."""
    makes = [one.value for one, gives in GIVES.items() if Relation.CHILD in gives]
    here = Involvement.objects.current(on).filter(dossier=dossier, relation__in=makes)
    makers = set(here.values_list("person", flat=True))
    for person, said in answers_to_all(dossier, on=on).items():
        mine = mine.and_closed(said) if person in makers else mine
    return mine


def answers_over(person: UUID, *, on: date) -> dict[UUID, Answers]:
    """The answers in force towards a person, for each dossier in which there are any."""
    sorted_out: defaultdict[UUID, list[Said]] = defaultdict(list)
    for dossier, _, *said in _SAID_TO.ask(on=on, person=person):
        sorted_out[dossier].append(Said(*said))
    return {dossier: weighed(said) for dossier, said in sorted_out.items()}


def answers_to_all(dossier: UUID, *, on: date) -> dict[UUID, Answers]:
    """The answers in force of one child, for each person with a way in about whom there are any."""
    sorted_out: defaultdict[UUID, list[Said]] = defaultdict(list)
    for _, person, *said in _SAID_BY.ask(on=on, dossier=dossier):
        sorted_out[person].append(Said(*said))
    return {person: weighed(said) for person, said in sorted_out.items()}


def waiting(towards: OuterRef) -> Says:
    """Every yes of the child towards this one of the circle that opens nothing until the child says it anew."""
    ours = Say.objects.filter(answer="yes", giver=Giver.CHILD, waits=True, withdrawn_at=None)
    return ours.filter(Q(("towards", towards)))


def members_of(dossier: UUID, person: UUID) -> Mine:
    """Who in the circle this person is."""
    return pointed_out(_POINTED.ask(dossier=dossier, person=person))


CONFIRMED = ("item", "confirmed_at")
_POINTED = Prepared(
    lambda dossier, person: SamePerson.objects.filter(person=person, item__dossier=dossier).values_list(*CONFIRMED),
    dossier=UUIDField(),
    person=UUIDField(),
)


def pointed_out(same: Iterable[tuple[UUID, datetime | None]]) -> Mine:
    """Of these (`CONFIRMED`) who they are, and of whom that is confirmed."""
    rows = list(same)
    return Mine(frozenset(item for item, _ in rows), frozenset(item for item, at in rows if at is not None))


Row = tuple[Any, ...]  # dossier, person, item, topic, answer, giver, from which day
_CLOSED_TO = F("towards__same_person__person")
HANDED = ("dossier_id", "heir", "item_id", "topic", "answer", "giver", "from_on")
SAID = ("dossier_id", "towards__same_person__person", "item_id", "topic", "answer", "giver", "from_on")


def _said(
    *, on: date | Open, dossier: UUID | Open | None = None, person: UUID | Open | None = None
) -> QuerySet[Any, Row]:
    """In one statement.  Whom the child pointed out and nobody confirmed, no yes opens anything; a no closes (R7)."""
    known = ~Q(answer="yes") | Q(towards__same_person__confirmed_at__isnull=False)
    says = Say.objects.in_force(on).exclude(towards__same_person=None).filter(known)
    lasts = Q(until_on=None) | Q(until_on__gte=on)
    dated = Disclosure.objects.annotate(told_on=TruncDate("at"))
    urgent = dated.filter(lasts, ~Exists(_left_since(on)), ended_at=None)
    urgent = urgent.exclude(item__klass__in=[one.value for one in NEVER])
    if dossier is not None:
        says, urgent = says.filter(dossier=dossier), urgent.filter(dossier=dossier)
    if person is not None:
        says, urgent = says.filter(towards__same_person__person=person), urgent.filter(to=person)
    told = urgent.values_list("dossier_id", "to_id", "item_id", *_words("", "yes", URGENT), TruncDate("at"))
    handed = handed_on(on, **({} if dossier is None else {"dossier": dossier}), person=person)
    return says.values_list(*SAID).union(told, handed.values_list(*HANDED))


def handed_on(on: date | Open, *, person: UUID | Open | None = None, **of: UUID | Open) -> Says:
    """What the child closed to somebody who works with it, towards each who came to work with it since, or stands in.

    Protection never opens by itself: another worker is no reason.  It ends where the child takes it back, or says yes
    to that one about the same.  Of a colleague who worked here already when the child said so, it said nothing; who
    stands in, does so for whom the child said it of, whenever it came: nobody else lets it in (R7, R13, R28).  Who came
    since to guide the network is held to it as well, and to what was closed to who guided it; a worker not to that.
    """
    current = Involvement.objects.current(on)
    since = {"dossier__involvements__from_on__gte": F("from_on")}
    guides = Q(dossier__involvements__in=current.filter(relation=Relation.NETWORK_GUIDE.value), **since)
    heirs = Q(dossier__involvements__in=Involvement.objects.working(on), **since) | guides
    heirs |= Q(dossier__involvements__in=current.filter(relation=Relation.FALLBACK_WORKER.value))
    heirs = Exists(_was(Relation.WORKER)) & heirs | Exists(_was(Relation.NETWORK_GUIDE)) & guides
    if person is not None:
        heirs &= Q(dossier__involvements__person=person)
    shut = Say.objects.in_force(on).filter(giver=Giver.CHILD, **of).exclude(answer="yes")
    shut = shut.filter(heirs).annotate(heir=F("dossier__involvements__person"), closed_to=_CLOSED_TO)
    opens = Say.objects.in_force(on).filter(answer="yes", giver=Giver.CHILD, dossier=OuterRef("dossier"))
    opens = opens.filter(
        towards__same_person__person=OuterRef("heir"), towards__same_person__confirmed_at__isnull=False
    )
    same = Q(topic=OuterRef("topic"), item=None) & ~Q(topic="") | Q(item=OuterRef("item"))
    return shut.filter(~Q(closed_to=F("heir")), ~Exists(opens.filter(same)))


def _was(relation: Relation) -> Involvements:
    """That whom the child answered about is this for it, or was."""
    here = {"dossier": OuterRef("dossier"), "relation": relation.value}
    return Involvement.objects.filter(**here, person=OuterRef("towards__same_person__person"))


_SAID = Prepared(_said, on=DateField(), dossier=UUIDField(), person=UUIDField())
_SAID_BY = Prepared(_said, on=DateField(), dossier=UUIDField())
_SAID_TO = Prepared(_said, on=DateField(), person=UUIDField())


def told_here(*, dossier: UUID | Open, today: date | Open) -> QuerySet[Disclosure, Disclosure]:
    """What was told in an emergency, the last first; `left`: of each whether that one's place here was over since.

    It reads nothing by it then, also where it came back (R28).
    """
    rows = Disclosure.objects.filter(dossier=dossier).select_related("item", "to", "by", "ended_by").order_by("-at")
    return rows.annotate(told_on=TruncDate("at"), left=Exists(_left_since(today)))


def _left_since(on: date | Open) -> QuerySet[Involvement, Involvement]:
    """A place of this person that is over since something was told to it: who comes in anew, is told anew (R28)."""
    over = Q(ended_at__gte=OuterRef("at")) | Q(until_on__gte=OuterRef("told_on"), until_on__lt=on)
    return Involvement.objects.filter(over, dossier=OuterRef("dossier"), person=OuterRef("to"))


def _words(*texts: str) -> list[Value]:
    return [Value(text, output_field=CharField()) for text in texts]


def weighed(said: Iterable[Said]) -> Answers:
    """Sort answers by whose they are, and into yes and not yes; where two speak about the same, the no holds.

    About a subject that is not in the list any more a yes opens nothing, and a no still closes.
    """
    items: defaultdict[tuple[str, bool], set[UUID]] = defaultdict(set)
    topics: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    began: dict[tuple[str, UUID | str], date] = {}
    for one in said:
        if one.answer == "yes":
            about = one.giver, one.item or one.topic
            began[about] = max(one.on, began.get(about, one.on))
        if one.item:
            items[one.giver, one.answer == "yes"].add(one.item)
        else:
            topics[one.giver, one.answer == "yes"].add(one.topic)

    def yes(giver: str) -> frozenset[UUID]:
        return frozenset(items[giver, True] - items[giver, False])

    child = Giver.CHILD.value
    return Answers(
        yes_items=yes(child),
        no_items=frozenset(items[child, False]),
        yes_topics=known_topics(topics[child, True] - topics[child, False]),
        no_topics=frozenset(topics[child, False]),
        theirs=yes(Giver.PARENT.value),
        told=yes(Giver.WORKER.value),
        disclosed=yes(URGENT),
        began=began,
    )
