"""What who works with the child reads of parents and whom their child chose.  Always through the door."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import UUIDField

from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Section
from kring.law.decision import Decision
from kring.law.loyalty import Gain
from kring.law.loyalty import Stance as Says
from kring.law.meaning import Meaning
from kring.loyalty import facts
from kring.loyalty.models import Answer, Gains, HardTalk, Stance, Worry
from kring.rights.models import Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A stance, with its words."""

    row: Stance

    @property
    def says(self) -> Words:
        """What it comes to, in words."""
        return sentence(code_of(Says(self.row.says)), name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Somebody the child chose, towards one parent: may it be talked about, and what that said, the last first."""

    wish: Wish
    name: str
    decision: Decision
    stances: list[Spoken]

    @property
    def word(self) -> Words:
        """In which meaning."""
        return sentence(code_of(Meaning(self.wish.meaning)), name="")

    @property
    def is_refused(self) -> bool:
        """The child, or a restriction, says no: more than not asked yet."""
        return bool(self.decision.against)

    @property
    def last(self) -> Spoken | None:
        """What counts as said now."""
        return self.stances[0] if self.stances else None

    @property
    def reflects(self) -> bool:
        """A JIM that a parent does not accept: three questions for who works with the family (C231)."""
        against = self.last is not None and self.last.row.says == Says.AGAINST.value
        return self.wish.meaning == Meaning.JIM.value and against


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A parent, and whom the child chose as this parent may know or not."""

    member: UUID
    name: str
    chosen: list[Chosen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A worry with what was answered, the first first."""

    row: Worry
    answers: list[Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """Gains that were talked about."""

    row: Gains

    @property
    def points(self) -> list[Words]:
        """Which, in words."""
        return [sentence(code_of(one), name="") for one in Gain if one.value in self.row.points]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Worries of one parent and the talks with it."""

    member: UUID
    name: str
    worries: list[Answered]
    gains: list[Talked]


def parents(door: Door) -> list[Parent]:
    """Every parent in the circle, with whom the child chose; in seven statements."""
    known = facts.around(door)
    named = _named(door) if known.parents else []
    told = facts.towards(door, known.parents, named) if named else {}
    said: defaultdict[tuple[UUID, UUID, str], list[Spoken]] = defaultdict(list)
    for row in _STANCES.of(door) if named else ():
        said[row.parent_id, row.member_id, row.meaning].append(Spoken(row=row))
    return [
        Parent(
            member=parent,
            name=name,
            chosen=[
                Chosen(
                    wish=wish,
                    name=known.names.get(wish.member_id, wish.called),
                    decision=told[parent, wish.pk],
                    stances=said[parent, wish.member_id, wish.meaning],
                )
                for wish in named
                if wish.member_id != parent
            ],
        )
        for parent, name in known.parents.items()
    ]


def chosen(door: Door, parent: UUID, wish: UUID) -> tuple[Parent, Chosen]:
    """One parent and one wish in force.  Raises `RefusedError`."""
    for one in parents(door):
        found = next((some for some in one.chosen if one.member == parent and some.wish.pk == wish), None)
        if found:
            return one, found
    raise RefusedError


def talks(door: Door, parent: UUID) -> Talks:
    """The worries of one parent and the talks with it.  Raises `RefusedError`."""
    name = facts.around(door).parents.get(parent)
    if name is None:
        raise RefusedError
    answers: defaultdict[UUID, list[Answer]] = defaultdict(list)
    for one in _ANSWERS.of(door):
        answers[one.worry_id].append(one)
    worries = _WORRIES.of(door, parent=parent)
    gains = _GAINS.of(door, parent=parent)
    return Talks(
        member=parent,
        name=name,
        worries=[Answered(row=row, answers=answers[row.pk]) for row in worries],
        gains=[Talked(row=row) for row in gains],
    )


def worry_of(door: Door, key: UUID) -> Worry:
    """A worry that is not done.  Raises `RefusedError`."""
    row: Worry | None = door.within(Worry.objects.filter(pk=key, done_on=None)).first()
    if row is None:
        raise RefusedError
    return row


def hard_talks(door: Door) -> list[HardTalk]:
    """When it was talked about with the child, the last first."""
    return _HARD_TALKS.of(door)


def _named(door: Door) -> list[Wish]:
    """The wishes in force, of each person and meaning the last."""
    return list({(row.member_id, row.meaning): row for row in _NAMED.of(door)}.values())


_NAMED = Question(Wish, lambda within: within(Wish.objects.in_force().order_by("named_on", "pk")))
_STANCES = Question(Stance, lambda within: within(Stance.objects.order_by("-said_on", "-pk")))
_ANSWERS = Question(Answer, lambda within: within(Answer.objects.order_by("answered_on", "pk")))
_HARD_TALKS = Question(HardTalk, lambda within: within(HardTalk.objects.order_by("-talked_on", "-pk")))
_WORRIES = Question(
    Worry,
    lambda within, *, parent: within(Worry.objects.filter(parent=parent).order_by("-heard_on", "-pk")),
    parent=UUIDField(),
)
_GAINS = Question(
    Gains,
    lambda within, *, parent: within(Gains.objects.filter(parent=parent).order_by("-talked_on", "-pk")),
    parent=UUIDField(),
)


def only_who_hears_parents(door: Door) -> None:
    """What parents say of whom their child chose is for who works with the child.  Raises `RefusedError`."""
    if not door.sieve(Section.PARENTS).may_add(Klass.HOUSEHOLD):
        raise RefusedError
