"""Nobody yet: where one looks, in which order, and how long that may take (A148, A182 to A188, B31, C117).

There is no end state "no network": what is not seen yet may be there (B31), so nothing here ends a search but the child
that does not want to look now, and then there is a next day.  The order is an order and no lock.  Each code below is a
heading in docs/law/seeking.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide
from kring.law.time import months_later


class Place(StrEnum):
    """Where one looks, what is nearest first (A148)."""

    WIDER = "wider"  # the whole circle, also who is further away
    PAST = "past"  # who was there before
    NETWORK = "network"  # who is there already may know somebody
    VOLUNTEER = "volunteer"  # of the own organisation
    LUS = "lus"
    LAWYER = "lawyer"  # a youth lawyer


class Stage(StrEnum):
    """How it stands with Lus (A186), or with a volunteer of the house whom the child wants to get to know (A152)."""

    WANTED = "wanted"  # the child wants to, and nobody asked it yet
    ASKED = "asked"
    AGREED = "agreed"  # a volunteer said yes to meeting the child
    DECLINED = "declined"  # a volunteer said no, or not now
    SEARCHING = "searching"
    PROPOSED = "proposed"
    MET = "met"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    STOPPED = "stopped"  # the child does not want it any more


FOLLOWS: dict[Stage, frozenset[Stage]] = {
    Stage.WANTED: frozenset({Stage.ASKED, Stage.SEARCHING, Stage.STOPPED}),
    Stage.ASKED: frozenset({Stage.SEARCHING, Stage.PROPOSED, Stage.STOPPED}),
    Stage.SEARCHING: frozenset({Stage.PROPOSED, Stage.STOPPED}),
    Stage.PROPOSED: frozenset({Stage.MET, Stage.NOT_CHOSEN, Stage.SEARCHING, Stage.STOPPED}),
    Stage.MET: frozenset({Stage.CHOSEN, Stage.NOT_CHOSEN, Stage.STOPPED}),
    Stage.CHOSEN: frozenset({Stage.STOPPED}),
    Stage.NOT_CHOSEN: frozenset({Stage.SEARCHING, Stage.PROPOSED, Stage.STOPPED}),
    Stage.STOPPED: frozenset(),
}
"""What may come after what with Lus.  After "not chosen" somebody looks on."""
FOLLOWS_HERE: dict[Stage, frozenset[Stage]] = {
    Stage.WANTED: frozenset({Stage.ASKED, Stage.STOPPED}),
    Stage.ASKED: frozenset({Stage.AGREED, Stage.DECLINED, Stage.STOPPED}),
    Stage.AGREED: frozenset({Stage.MET, Stage.DECLINED, Stage.STOPPED}),
    Stage.MET: frozenset({Stage.CHOSEN, Stage.NOT_CHOSEN, Stage.DECLINED, Stage.STOPPED}),
    Stage.CHOSEN: frozenset({Stage.STOPPED}),
    Stage.DECLINED: frozenset(),
    Stage.NOT_CHOSEN: frozenset(),
    Stage.STOPPED: frozenset(),
}
"""What may come after what with a volunteer of the house: it may say no as long as the child did not choose it."""
OVER = frozenset(stage for stage, then in FOLLOWS_HERE.items() if not then)
"""With this volunteer it is over; the child may say later that it wants to after all, and then it begins anew."""

STUDY_DAYS = 33
"""Days on average until a youth could name a mentor: a study of files of 200 youths (Br J Social Work 47, 2017)."""
CALM_MONTHS = 3
"""The report of 2019 says that it sometimes takes three months (C117): before that nothing is said of it."""
ASKED_BY = timedelta(days=1)
"""From the day after the sheet for Lus was made, Kring says that somebody still asks it: most do so at once."""
NEXT_AFTER = timedelta(weeks=3)
"""When no other day was chosen, somebody looks again: a path is never without a next day (A182)."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How long somebody looks, or looked until the child named somebody."""

    days: int
    calm: bool
    """Within what is usual: then a page says only that it may take its time."""


def elapsed(began_on: date, *, on: date) -> Elapsed:
    """Since the first day of the search."""
    return Elapsed(max(0, (on - began_on).days), on < months_later(began_on, CALM_MONTHS))


def may_be_referred(said_yes: bool | None, *, on: date) -> Decision:
    """May somebody ask Lus to look?  With the yes of the child, and only with that (A184, R9)."""
    return decide(Ground("seeking.child-said-yes", said_yes), on=on)


def may_be_shown(extract_looked_on: date | None, *, on: date) -> Decision:
    """May a volunteer of the house be shown to a child?  Who works with minors had its extract looked at (A152)."""
    seen = None if extract_looked_on is None else extract_looked_on <= on
    return decide(Ground("seeking.volunteer-extract", seen), on=on)


def may_follow(
    stage: Stage, before: Sequence[tuple[Stage, date]], on_day: date, *, on: date, here: bool = False
) -> Decision:
    """May this stage be written after those?  About the record: the order, and a day that was.

    `here`: of a volunteer of the house, and not of Lus.
    """
    last = before[-1] if before else None
    order = FOLLOWS_HERE if here else FOLLOWS
    follows = stage is Stage.WANTED if last is None else stage in order.get(last[0], frozenset())
    was = on_day <= on and (last is None or on_day >= last[1])
    return decide(Ground("seeking.stage", follows), Ground("seeking.day", was), on=on)


def may_be_chosen(named: bool, *, on: date) -> Decision:
    """May "chosen" be written?  Once the child named somebody since: nobody writes it in its place (R1, R22)."""
    return decide(Ground("seeking.child-chose", named), on=on)
