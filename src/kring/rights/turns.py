"""The story of what the child said of who stands beside it: what, when, how, and who wrote it down (R2, R23)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import DateField, F, UUIDField
from django.utils import timezone

from kring.access.door import Door
from kring.access.kept import KeptQuerySet
from kring.access.questions import Question, Within
from kring.circle.questions import card
from kring.kit.prepared import Open
from kring.kit.sentences import code_of, sentence
from kring.law.access import Relation
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step, Voice
from kring.people.models import Person
from kring.rights.models import Taken, Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LATELY = timedelta(days=30)
"""So long a small child is asked about it on its first page; elsewhere it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody wrote down as the word of the child about a choice, and what the child said of that."""

    key: UUID
    by: str
    written_on: date
    said_on: date
    chosen: bool = False  # of the choice itself, and else of its end
    how: Expressed | None = None
    words: str = ""
    unsaid_on: date | None = None
    may_deny: bool = False
    to_talk_of: bool = False
    """Who works with the child still has to come back to it."""

    @property
    def way(self) -> Words | str:
        """How it was said."""
        return sentence(code_of(self.how)) if self.how else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing the child said, on its day: named someone, or chose otherwise."""

    on: date
    name: str
    member: UUID
    meaning: Meaning
    how: Expressed
    words: str
    present: str
    pointed: tuple[str, ...] = ()
    left_on: date | None = None
    stopped: bool = False  # the person said that it stops
    lost: bool = False  # nobody chose that: somebody died, or cannot be found
    again: bool = False  # named anew since
    passed_on: date | None = None  # on which day a person told it to who was chosen
    passed_by: str = ""
    by: str = ""  # who wrote it down, where the child did not do it itself
    written_on: date | None = None
    may_deny: UUID | None = None  # the child can say that it never said this
    ends: tuple[Written, ...] = ()

    @property
    def word(self) -> Words:
        """The meaning in words."""
        return sentence(code_of(self.meaning))

    @property
    def way(self) -> Words:
        """How it was said."""
        return sentence(code_of(self.how))

    @property
    def questions(self) -> list[str]:
        """The picture questions at which the child pointed at this person."""
        return [found.text_about(self.name) for found in map(card, self.pointed) if found]


def turns(door: Door, wishes: Sequence[Wish], names: dict[UUID, str], taken: Iterable[Taken]) -> list[Turn]:
    """Everything the child said, the last first; one statement, for who wrote it down."""
    mine = door.relation is Relation.CHILD
    about: defaultdict[UUID, list[Taken]] = defaultdict(list)
    for row in taken:
        if row.is_about_a_choice and row.wish_id and not row.is_chosen_anew:
            about[row.wish_id].append(row)
    authors = {one.item.author_id for one in (*wishes, *(row for rows in about.values() for row in rows))}
    people = dict(Person.objects.filter(pk__in=authors).values_list("pk", "call_name")) if authors else {}
    if mine:
        people.pop(door.me, None)  # what it wrote itself, the child knows
    now = {(wish.member_id, wish.meaning) for wish in wishes if wish.withdrawn_on is None}
    found = [_turn(wish, names, _told(door, wish, about[wish.pk], people), now) for wish in wishes]
    return sorted(found, key=lambda turn: turn.left_on or turn.on, reverse=True)


@dataclass(frozen=True, slots=True)
class Lately:
    """What somebody else wrote of late as the word of the child about a choice, and it said nothing of."""

    rows: list[tuple[Taken, Written]]

    def ended(self, names: Mapping[UUID, str], now: Iterable[Any] = ()) -> list[tuple[str, Written]]:
        """Of whom it chose otherwise; but of whom it chose anew since: those wishes are younger (`now`)."""
        last = {wish.member_id: wish.pk for wish in sorted(now, key=lambda one: one.pk)}
        told = ((row, one) for row, one in self.rows if not one.chosen and last.get(row.member_id, row.pk) <= row.pk)
        return [(names[row.member_id], one) for row, one in told if row.member_id in names]

    def chosen(self, names: Mapping[UUID, str], now: Iterable[Any]) -> list[tuple[str, Written]]:
        """Of whom it chose anew, while that stands."""
        days = {wish.pk: wish.named_on for wish in now}
        told = ((row, one, row.wish_id) for row, one in self.rows if one.chosen and row.member_id in names)
        return [
            (names[row.member_id], replace(one, key=wish, said_on=days[wish]))
            for row, one, wish in told
            if wish is not None and wish in days
        ]


def lately(door: Door, *, on: date) -> Lately:
    """To the child; one statement."""
    rows = _ENDS.of(door, me=door.me, since=on - LATELY)
    return Lately([(row, _written(door, row, {row.item.author_id: row.by})) for row in rows])


def _ends(within: Within[Taken], *, me: UUID | Open, since: date | Open) -> KeptQuerySet[Taken]:
    """What somebody else wrote as a choice made anew, or the end of one, since a day; and the child denied nothing."""
    both = (Step.WISHED.value, Step.ENDED.value)
    ends = Taken.objects.filter(step__in=both, voice=Voice.CHILD.value, unsaid_on=None, taken_on__gte=since)
    return within(ends.exclude(item__author=me).annotate(by=F("item__author__call_name")).order_by("-pk"))


_ENDS = Question(Taken, _ends, me=UUIDField(), since=DateField())


def _told(door: Door, wish: Wish, rows: Iterable[Taken], people: dict[UUID, str]) -> dict[str, Any]:
    """Who wrote this choice, who wrote its end, and what the child can still say of it."""
    mine, by = door.relation is Relation.CHILD, people.get(wish.item.author_id, "")
    ends = tuple(_written(door, row, people) for row in rows)
    may_deny = wish.pk if mine and by and wish.withdrawn_on is None else None
    written_on = timezone.localtime(wish.item.made_at).date()
    return {"by": by, "written_on": written_on, "ends": ends, "may_deny": may_deny}


def _written(door: Door, row: Taken, people: dict[UUID, str]) -> Written:
    chosen = row.step == Step.WISHED.value
    return Written(
        key=row.pk,
        by=people.get(row.item.author_id, ""),
        written_on=timezone.localtime(row.item.made_at).date(),
        said_on=row.taken_on,
        chosen=chosen,
        how=row.as_said,
        words=row.words,
        unsaid_on=row.unsaid_on,
        may_deny=door.relation is Relation.CHILD and not row.unsaid_on,
        to_talk_of=door.relation is Relation.WORKER and bool(row.unsaid_on) and row.item.look_on is not None,
    )


def _turn(wish: Wish, names: dict[UUID, str], told: dict[str, Any], now: set[tuple[UUID, str]]) -> Turn:
    return Turn(
        on=wish.named_on,
        name=names.get(wish.member_id, ""),
        member=wish.member_id,
        meaning=Meaning(wish.meaning),
        how=Expressed(wish.expressed),
        words=wish.words,
        present=wish.present,
        pointed=tuple(wish.pointed),
        left_on=wish.withdrawn_on,
        stopped=wish.ended_by == Voice.PERSON.value,
        lost=wish.ended_by == Voice.OTHER.value,
        again=(wish.member_id, wish.meaning) in now,
        passed_on=wish.passed_on,
        passed_by=wish.passed_by,
        **told,
    )
