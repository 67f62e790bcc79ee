"""What is good to talk about before someone becomes a JIM.  It only ever advises (R3, C142).

The seven success factors come from the workgroup on JIM of 2 December 2019 (C145-C157); they are no rule of law, they
are never asked of a legal trust person, and nothing here can stop anybody.  No extract is asked for a JIM (C159).
Each code below is a heading in docs/law/jim.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn

from kring.law.decision import NoTruthValueError


class Factor(StrEnum):
    """The seven, in the order of the report."""

    ADULT = "jim.adult"  # C145 older than 18
    NOT_A_PARENT = "jim.not-a-parent"  # C147 not a biological parent: loyalty
    UNPAID = "jim.unpaid"  # C149 not paid to be there
    OTHER_ROOF = "jim.other-roof"  # C151 does not live in the same house
    WORKS_TOGETHER = "jim.works-together"  # C153 is willing to work with the care
    NOT_A_LOVER = "jim.not-a-lover"  # C155
    PARENTS_AGREE = "jim.parents-agree"  # C157; a grumbling yes counts


SPOKEN_ONLY = frozenset({Factor.NOT_A_LOVER})
"""Talked about and written down nowhere: whom somebody loves is no business of a file, nor is a past (C196b)."""


class Reply(StrEnum):
    """What child and worker say of a factor; `YES` = it is so."""

    YES = "yes"
    NO = "no"
    DISCUSS = "discuss"
    UNKNOWN = "unknown"


class Hint(StrEnum):
    """Something to know beside the seven."""

    FORMER_WORKER = "jim.former-worker"  # C175 rather not; C123: two years is Dutch practice, no Flemish rule
    AFTER_HOURS = "jim.after-hours"  # C128: may the youth call outside working hours?  Else it is not a JIM yet


@dataclass(frozen=True, slots=True)
class Advice:
    """What to talk about.  There is no `allowed`, on purpose."""

    replies: tuple[tuple[Factor, Reply], ...]
    hints: tuple[Hint, ...] = ()

    @property
    def talk_about(self) -> tuple[Factor, ...]:
        """Factors that are not so, or that someone wants to talk about."""
        return self._with(Reply.NO, Reply.DISCUSS)

    @property
    def to_ask(self) -> tuple[Factor, ...]:
        """Factors nobody said anything about yet."""
        return self._with(Reply.UNKNOWN)

    @property
    def in_place(self) -> tuple[Factor, ...]:
        """Factors that are so."""
        return self._with(Reply.YES)

    def as_kept(self) -> dict[str, Any]:
        """Plain data for a row: codes only."""
        return {
            "replies": {factor.value: reply.value for factor, reply in self.replies},
            "hints": [hint.value for hint in self.hints],
        }

    def _with(self, *wanted: Reply) -> tuple[Factor, ...]:
        return tuple(factor for factor, reply in self.replies if reply in wanted)

    def __bool__(self) -> NoReturn:
        msg = "an advice about a JIM is not a yes or a no"
        raise NoTruthValueError(msg)


def advise(
    replies: Mapping[Factor, Reply], *, former_worker: Reply = Reply.UNKNOWN, after_hours: Reply = Reply.UNKNOWN
) -> Advice:
    """Order what was said into talking points; what was not said is still to be asked."""
    every = tuple((factor, replies.get(factor, Reply.UNKNOWN)) for factor in Factor)
    told = {
        Hint.FORMER_WORKER: former_worker in {Reply.YES, Reply.DISCUSS},
        Hint.AFTER_HOURS: after_hours in {Reply.NO, Reply.DISCUSS},
    }
    return Advice(every, tuple(hint for hint, so in told.items() if so))
