"""What a visitor may read of what stands around who stands beside a child.  Always through the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kring.access.door import Door, RefusedError
from kring.access.kept import Kept, KeptQuerySet
from kring.access.questions import Question
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.support import Outcome, Wellbeing
from kring.people.models import HouseRule
from kring.rights.counted import chosen
from kring.rights.reading import Beside
from kring.support.models import CheckIn, HowIAm, LetterYes, RuleAsked, Suits

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

M = TypeVar("M", bound=Kept)
SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Somebody beside the child: when it suits, the next check-in, and the last one."""

    member: UUID
    name: str
    word: Words
    suits: str
    planned: CheckIn | None
    last: CheckIn | None
    waits: bool = False
    """It did not say yes to the child: no check-in is planned (R9)."""
    apart: bool = False
    """Contact with this person is restricted now: no check-in is planned (R28)."""

    @property
    def is_due(self) -> bool:
        """Whether it is time to ask."""
        return self.planned is not None and self.planned.planned_on <= clock.today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Everybody:
    """Who stands beside the child, and of whom something is still kept though they do so no more (A124b)."""

    people: Sequence[Around]
    former: Sequence[tuple[UUID, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What stands here of the visitor itself."""

    next_on: date | None
    held: Sequence[CheckIn]
    suits: str
    as_heard: bool
    """Whether these are the words of who asked it, because it said nothing here itself."""
    states: Sequence[tuple[HowIAm, Words]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question on a rule, what was answered, and what the house does with the rule."""

    row: RuleAsked
    rule: HouseRule | None

    @property
    def outcome(self) -> Words | str:
        """What the house does with it, in words."""
        return spoken(self.rule) if self.rule else ""


def everybody(door: Door) -> Everybody:
    """Who said yes to the child, each once, and of whom something is still kept; six statements.

    Nobody is sent to who was only chosen: it may not know yet (R9).  Of whom something is kept already it still stands.
    """
    yes, others, names = chosen(door)
    checks = _CHECKS.of(door)
    said = {row.member_id: row.words for row in door.within(Suits.objects.order_by("pk"))}
    letters = set(door.within(LetterYes.objects.all()).values_list("member", flat=True))
    kept = {row.member_id for row in checks} | letters | set(said)
    here = {one.member: _around(one, checks, said, waits=True) for one in others if one.member in kept}
    here |= {one.member: _around(one, checks, said) for one in yes}
    former = [(key, names[key]) for key in kept - set(here) if key in names]
    return Everybody(
        people=sorted(here.values(), key=lambda one: (not one.is_due, one.name.casefold())),
        former=sorted(former, key=lambda one: one[1].casefold()),
    )


def _around(one: Beside, checks: Sequence[CheckIn], said: Mapping[UUID | None, str], *, waits: bool = False) -> Around:
    mine = [row for row in reversed(checks) if row.member_id == one.member]
    planned = next((row for row in mine if row.held_on is None), None)
    return Around(
        member=one.member,
        name=one.name,
        word=one.word,
        apart=one.apart,
        waits=waits,
        suits=said.get(one.member, planned.suits if planned else ""),
        planned=planned,
        last=next((row for row in mine if row.held_on is not None), None),
    )


def one_around(door: Door, member: UUID) -> Around:
    """One of them.  Raises `RefusedError`."""
    found = next((one for one in everybody(door).people if one.member == member), None)
    if found is None:
        raise RefusedError
    return found


def mine(door: Door) -> Mine:
    """Three statements.  When it suits: as it says so itself, and until then as who asked it wrote it down."""
    checks = _CHECKS.of(door)
    heard = next((row.suits for row in reversed(checks) if row.suits), "")
    suits = [row for row in door.within(Suits.objects.order_by("pk")) if row.item.author_id == door.me]
    states = door.within(HowIAm.objects.order_by("-pk"))[:SHOWN]
    return Mine(
        next_on=min((row.planned_on for row in checks if row.held_on is None), default=None),
        held=[row for row in reversed(checks) if row.held_on is not None][:SHOWN],
        suits=suits[-1].words if suits else heard,
        as_heard=bool(heard and not suits),
        states=[(row, sentence(code_of(Wellbeing(row.answer)))) for row in states],
    )


def asked(door: Door, *, open_only: bool = False) -> list[Asked]:
    """Questions on a rule that this visitor reads, the last first; two statements."""
    which = {"answered_on": None} if open_only else {}
    rows = list(door.within(RuleAsked.objects.filter(**which).order_by("-pk")))
    rules = HouseRule.objects.in_bulk([row.rule_id for row in rows if row.rule_id])
    return [Asked(row=row, rule=rules.get(row.rule_id)) for row in rows]


def one(door: Door, rows: KeptQuerySet[M]) -> M:
    """One row.  Raises `RefusedError`."""
    row = door.within(rows).first()
    if row is None:
        raise RefusedError
    return row


def spoken(rule: HouseRule) -> Words:
    """What the house does with a rule, in words."""
    return sentence(code_of(Outcome(rule.outcome)))


_CHECKS = Question(CheckIn, lambda within: within(CheckIn.objects.order_by("pk").select_related("held_by")))
