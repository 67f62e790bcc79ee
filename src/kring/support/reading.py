"""What a visitor may read of what stands around who stands beside a child.  Always through the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kring.access.door import Door, RefusedError
from kring.access.kept import Kept, KeptQuerySet
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.support import Outcome, Wellbeing
from kring.people.models import HouseRule
from kring.rights.reading import beside
from kring.support.models import CheckIn, HowIAm, RuleAsked, Suits

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

    @property
    def is_due(self) -> bool:
        """Whether it is time to ask."""
        return self.planned is not None and self.planned.planned_on <= clock.today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What stands here of the visitor itself."""

    next_on: date | None
    held: Sequence[CheckIn]
    suits: str
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


def around(door: Door) -> list[Around]:
    """Everybody beside the child, each once; five statements."""
    checks = list(door.within(CheckIn.objects.order_by("pk")))
    said = {row.member_id: row.words for row in door.within(Suits.objects.order_by("pk"))}
    found: dict[UUID, Around] = {}
    for one in beside(door):
        mine = [row for row in checks if row.member_id == one.member]
        planned = next((row for row in reversed(mine) if row.held_on is None), None)
        found[one.member] = Around(
            member=one.member,
            name=one.name,
            word=one.word,
            suits=said.get(one.member, planned.suits if planned else ""),
            planned=planned,
            last=next((row for row in reversed(mine) if row.held_on is not None), None),
        )
    return sorted(found.values(), key=lambda one: (not one.is_due, one.name.casefold()))


def one_around(door: Door, member: UUID) -> Around:
    """One of them.  Raises `RefusedError`."""
    found = next((one for one in around(door) if one.member == member), None)
    if found is None:
        raise RefusedError
    return found


def mine(door: Door) -> Mine:
    """Three statements."""
    checks = list(door.within(CheckIn.objects.order_by("pk")))
    suits = [row for row in door.within(Suits.objects.order_by("pk")) if row.item.author_id == door.me]
    states = door.within(HowIAm.objects.order_by("-pk"))[:SHOWN]
    return Mine(
        next_on=min((row.planned_on for row in checks if row.held_on is None), default=None),
        held=[row for row in reversed(checks) if row.held_on is not None][:SHOWN],
        suits=suits[-1].words if suits else "",
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
