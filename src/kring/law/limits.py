"""May what a trust person does be limited for a while?  Only in an utterly extreme situation.  Facts in, decision out.

Refusing someone who meets the conditions is in principle impossible; "in the child's interest" is no condition.  First
one talks with the minor; tasks can be limited together with the minor.  Only in extreme situations, limited in time and
expressly and fully motivated in the file; if the problem stays, only the youth judge can decide (brief 1.3).
A limit is a dated record beside the choice of the child: it ends no serving and takes back no wish (R2).
Each code below is a heading in docs/law/limits.md.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kring.law.decision import Decision, Ground, decide
from kring.law.time import Dated

WORDS = 5
"""So many words a motive has at least: no measure of "fully motivated", and more than a full stop.  Our choice."""

AT_MOST_DAYS = Dated({date(2026, 1, 1): 30})
"""How long one limit lasts at the longest: a choice of Kring; after it only a new decision, with a new motive."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A limit of before on the same person: its first and its last day, as it was or will be."""

    from_on: date
    last_on: date

    @property
    def free_from(self) -> date:
        """From when another one can be thought of: as many days later as it lasted."""
        return self.last_on + (self.last_on - self.from_on) + timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """What is known when a worker, by name, limits something."""

    extreme: bool | None
    talked_with_the_child: bool | None
    motivated: bool
    from_on: date
    until_on: date | None
    child_knows_why_and_until_when: bool | None
    child_knows_the_judge: bool | None
    before: tuple[Ran, ...] = ()


def may_limit(limited: Limited, *, on: date) -> Decision:
    """Seven grounds, and all of them: without one of them there is no limit.

    While one runs, and for as many days after it as it lasted, no other one: then only the youth judge can decide.
    """
    return decide(
        Ground("limits.extreme", limited.extreme),
        Ground("limits.talked", limited.talked_with_the_child),
        Ground("limits.motivated", limited.motivated),
        Ground("limits.ends", None if limited.until_on is None else _is_short(limited.from_on, limited.until_on, on)),
        Ground("limits.not-again", all(one.free_from <= on for one in limited.before)),
        Ground("limits.child-informed", limited.child_knows_why_and_until_when),
        Ground("limits.judge", limited.child_knows_the_judge),
        on=on,
    )


def is_motivated(motive: str) -> bool:
    """Whether there is a motive at all: words, and a few of them.  Whether it is full, the reader judges."""
    return sum(any(letter.isalpha() for letter in word) for word in motive.split()) >= WORDS


def last_day(from_on: date, *, on: date) -> date:
    """The last day that a limit from this day can have, by the rule of `on`."""
    return from_on + timedelta(days=AT_MOST_DAYS.on(on))


def _is_short(from_on: date, until_on: date, on: date) -> bool:
    return from_on == on and from_on <= until_on <= last_day(from_on, on=on)
