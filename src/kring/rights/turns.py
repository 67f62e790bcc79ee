"""The story of what the child said of who stands beside it: what, when, how, and who wrote it down (R2, R23)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.text import capfirst

from kring.access.door import Door
from kring.circle.questions import card
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Relation
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step, Voice
from kring.people.models import Person
from kring.rights import written_words
from kring.rights.models import Taken, Wish
from kring.rights.written_words import kind_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody wrote down as the word of the child about a choice, and what the child said of that."""

    key: UUID
    by: str
    name: str = ""
    child: str = ""  # who is spoken of, where it is not the child that reads it
    written_on: date
    said_on: date
    kind: str = written_words.ENDED  # of the choice itself, its end, a pause, or a no
    how: Expressed | None = None
    words: str = ""
    unsaid_on: date | None = None
    may_deny: bool = False
    to_talk_of: bool = False
    """Who works with the child still has to come back to it."""
    untold: bool = False
    """The child never knew of it: then the person itself denied it."""

    @property
    def chosen(self) -> bool:
        """Whether it is of the choice itself, the first time or anew."""
        return self.kind in {written_words.CHOSE, written_words.CHOSEN}

    @property
    def is_its_word(self) -> bool:
        """Whether it would be the word of the child, and not of whom it chose."""
        return self.kind in written_words.ABOUT

    @property
    def is_not_its_word(self) -> bool:
        """Whether it would be the word of whom the child chose."""
        return not self.is_its_word

    @property
    def is_the_persons(self) -> bool:
        """Whether the person itself said that it never said this."""
        return self.kind == written_words.YES or self.untold

    @property
    def is_over(self) -> bool:
        """Whether the person stands there no more by it."""
        return self.kind in written_words.OVER

    @property
    def is_between(self) -> bool:
        """Whether the person stands there all the same: it is a pause, or a no."""
        return not self.is_over and not self.chosen

    @property
    def way(self) -> Words | str:
        """How it was said."""
        return sentence(code_of(self.how)) if self.how else ""

    @property
    def line(self) -> str:
        """What was written and by whom: to the child, or about it."""
        said = written_words.ABOUT.get(self.kind) if self.child else None
        return str(said or written_words.MINE[self.kind]).format(who=self.by, name=self.name, child=self.child)

    @property
    def then(self) -> str:
        """What is so once the child said that it is not so."""
        return str(written_words.THEN[self.kind]).format(name=capfirst(self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing the child said, on its day: named someone, or chose otherwise."""

    wish: UUID
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
    def stopped_itself(self) -> bool:
        """Whether it is by its own word that it stops."""
        return self.stopped and not any(one.kind == written_words.STOPPED and not one.unsaid_on for one in self.ends)

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
    rows = list(taken)
    to_deny = _to_deny(door, rows) if mine else frozenset()
    for row in rows:
        stands = row.is_about_a_choice and not (mine and row.is_no_yes)  # a person tells it, and no page (R15)
        if (stands or row.pk in to_deny) and row.wish_id and not row.is_chosen_anew:
            about[row.wish_id].append(row)
    authors = {one.item.author_id for one in (*wishes, *(row for rows in about.values() for row in rows))}
    people = dict(Person.objects.filter(pk__in=authors).values_list("pk", "call_name")) if authors else {}
    if mine:
        people.pop(door.me, None)  # what it wrote itself, the child knows
    now = {(wish.member_id, wish.meaning) for wish in wishes if wish.withdrawn_on is None}
    told = {one.pk: _told(door, one, about[one.pk], people, names.get(one.member_id, "")) for one in wishes}
    found = [_turn(wish, names, told[wish.pk], now) for wish in wishes]
    return sorted(found, key=lambda turn: turn.left_on or turn.on, reverse=True)


def _to_deny(door: Door, rows: Iterable[Taken]) -> frozenset[UUID]:
    """What another wrote that stands in the way, and not the pauses after which it went on."""
    ours = sorted(rows, key=lambda row: row.pk)
    went_on = {row.wish_id: row.pk for row in ours if row.step == Step.RESUMED.value}
    theirs = [row for row in ours if row.is_in_the_way and row.item.author_id != door.me]
    return frozenset(row.pk for row in theirs if row.wish_id not in went_on or row.pk > went_on[row.wish_id])


def _told(door: Door, wish: Wish, rows: Iterable[Taken], people: dict[UUID, str], name: str) -> dict[str, Any]:
    """Who wrote this choice, who wrote its end, and what the child can still say of it."""
    mine, by = door.relation is Relation.CHILD, people.get(wish.item.author_id, "")
    child = "" if mine else door.dossier.call_name
    ends = tuple(replace(written(door, row, people), name=name, child=child) for row in rows)
    may_deny = wish.pk if mine and by and wish.withdrawn_on is None else None
    written_on = clock.day(wish.item.made_at)
    return {"by": by, "written_on": written_on, "ends": ends, "may_deny": may_deny}


def written(door: Door, row: Taken, people: dict[UUID, str]) -> Written:
    """A row as this visitor reads it; `people`: who wrote which, by person."""
    return Written(
        key=row.pk,
        by=people.get(row.item.author_id, ""),
        written_on=clock.day(row.item.made_at),
        said_on=row.taken_on,
        kind=kind_of(row),
        how=row.as_said,
        words=row.words,
        unsaid_on=row.unsaid_on,
        may_deny=door.relation is Relation.CHILD and not row.unsaid_on,
        untold=row.item.klass == Klass.CONFIDENCE.value,
        to_talk_of=door.relation is Relation.WORKER and bool(row.unsaid_on) and row.item.look_on is not None,
    )


def _turn(wish: Wish, names: dict[UUID, str], told: dict[str, Any], now: set[tuple[UUID, str]]) -> Turn:
    return Turn(
        wish=wish.pk,
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
