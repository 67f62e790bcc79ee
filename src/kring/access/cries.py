""" "I am not safe now", said to one person, that nobody read yet: what a page may know of it without its words.

What was said waits for whom the child chose, and for nobody else (R7).  That it waits is not a secret where nobody can
read it any more: then a human hears that it waits, and the child is asked to whom it goes (R14).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, reduce
from operator import or_
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kring.access.door import Door
from kring.access.models import Giver, Item, Restriction, Say, Seen
from kring.access.talked import Talked, Unanswered
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.prepared import Open
from kring.law.access import Answer, Klass, Relation, Section, Verb, classes
from kring.law.standing import worn_before

CRY = Q(section=Section.SAID.value, version=1, look_on__isnull=False)
"""A row of what was said that somebody has to look at: the first change is that it was read."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Of which child something waits that nobody can read, and to whom of the house it was said; else no name."""

    dossier: UUID
    name: str
    to: str
    closed: bool = False
    """The help there ended: it opens again, so that somebody can write down what was done."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What the child of one door said because it was not safe, that nobody read yet: without its words."""

    mine: bool = False
    """Something of it was said to the visitor, who can read it."""
    others: tuple[UUID, ...] = ()
    """What was said to another one, in the order in which it was said; not of which somebody spoke with the child."""
    lost: tuple[UUID, ...] = ()
    """What of that nobody can read."""
    was_read: bool = False
    """Somebody opened each of these, and nobody wrote yet that it was heard."""
    since: datetime | None = None
    """When the last of what was said to another one was said."""

    def __bool__(self) -> bool:
        return self.mine or bool(self.others)


@cache
def hears(relation: Relation) -> bool:
    """Whether who stands in this relation reads what the child says to it, by the table."""
    answers = (Answer.OPEN, Answer.ADDRESSED)
    return any(Klass.OWN_WORDS in classes(relation, Section.SAID, Verb.READ, one) for one in answers)


def lost(today: date | Open) -> QuerySet[Item, Item]:
    """Of what nobody can read, or nobody counts on to be read, that about which nobody spoke with the child either.

    Then a human hears that it waits (R14).
    """
    spoken, silent = (Exists(one.objects.filter(item=OuterRef("pk"))) for one in (Talked, Unanswered))
    return Item.objects.filter(CRY, _cannot(today) | Q(silent), ~spoken).exclude(told_to=None)


def unreadable(today: date | Open) -> QuerySet[Item, Item]:
    """Cries that the one to whom they were said cannot read today: then nobody can (R14, R28).

    It is not there any more, or comes in as one who hears nothing (a JIM who becomes a parent: `law.standing.hat`);
    contact with it is restricted; or the child closed this very thing to it.  A test holds this and the sieve together.
    In a place that was closed nobody finds the page on which it is read.
    """
    return Item.objects.filter(CRY, _cannot(today)).exclude(told_to=None)


def _cannot(today: date | Open) -> Q:
    """Whether the one to whom something was said cannot read it today."""
    kept_away = Restriction.objects.towards(OuterRef("told_to")).filter(dossier=OuterRef("dossier"))
    shut = Say.objects.filter(giver=Giver.CHILD, item=OuterRef("pk"), withdrawn_at=None).exclude(answer="yes")
    shut = shut.filter(towards__same_person__person=OuterRef("told_to"))
    return ~_is_heard(today) | Exists(kept_away) | Exists(shut) | Q(dossier__closed_on__isnull=False)


def _is_heard(today: date | Open) -> Q:
    """Whether the one to whom something was said comes in today in a position that hears it."""
    held = Involvement.objects.current(today).filter(dossier=OuterRef("dossier"), person=OuterRef("told_to"))

    def wears(relations: Iterable[Relation], rather: frozenset[Relation]) -> Q:
        in_these, before = (held.filter(relation__in=sorted(one.value for one in some)) for some in (relations, rather))
        return Q(Exists(in_these)) & ~Q(Exists(before))

    return reduce(or_, (wears(relations, rather) for rather, relations in _heard_as().items()))


@cache
def _heard_as() -> Mapping[frozenset[Relation], list[Relation]]:
    """The positions that hear, by those that hear nothing and in which somebody comes in rather."""
    found: dict[frozenset[Relation], list[Relation]] = {}
    for one in filter(hears, Relation):
        deaf = frozenset(other for other in worn_before(one) if not hears(other))
        found.setdefault(deaf, []).append(one)
    return found


def lost_among(children: QuerySet[Dossier], *, on: date) -> list[Lost]:
    """For who leads the team: that it waits, of which child, and to whom of the house it was said (R7: no words).

    Who stood beside the child for its own life is not named here.  One statement, one more where there is any.
    """
    rows = lost(on).filter(dossier__in=children.values("pk")).order_by("made_at", "pk")
    found = list(rows.annotate(to=F("told_to__call_name")).select_related("dossier"))
    worked = Involvement.objects.filter(relation=Relation.WORKER.value, dossier__in={one.dossier_id for one in found})
    house = set(worked.values_list("dossier", "person")) if found else set()
    return [
        Lost(
            one.dossier_id,
            one.dossier.call_name,
            one.to if (one.dossier_id, one.told_to_id) in house else "",
            closed=one.dossier.closed_on is not None,
        )
        for one in found
    ]


def unread(door: Door) -> Unread:
    """What nobody read yet at this child; one statement, and none where its place says that nothing waits."""
    return of_child(door) if door.dossier.urgent_since is not None else Unread()


def of_child(door: Door) -> Unread:
    """The same, asked anew: for an act that may not pass over it."""
    nobody = Exists(unreadable(clock.today()).filter(pk=OuterRef("pk")))
    spoken, silent = (Exists(one.objects.filter(item=OuterRef("pk"))) for one in (Talked, Unanswered))
    seen = Exists(Seen.objects.filter(item=OuterRef("pk")))
    rows = Item.objects.filter(CRY, dossier=door.dossier).annotate(nobody=nobody, spoken=spoken, silent=silent)
    fields = ("pk", "told_to", "nobody", "made_at", "spoken", "silent", "seen")
    told = list(rows.annotate(seen=seen).order_by("made_at", "pk").values_list(*fields))
    found = [(key, to == door.me and not gone, gone or quiet, at, said) for key, to, gone, at, said, quiet, _ in told]
    others = [(key, gone, at) for key, mine, gone, at, said in found if not mine and not said]
    return Unread(
        mine=any(mine for _, mine, _, _, _ in found),
        others=tuple(key for key, _, _ in others),
        lost=tuple(key for key, gone, _ in others if gone),
        since=others[-1][2] if others else None,
        was_read=bool(told) and all(one[-1] for one in told),
    )
