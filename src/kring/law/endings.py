"""When somebody stops, and whether it is still this person: days, and nothing that ends by itself (R15, A124, A140).

None of it is law: A124 (ask again, without the person there), A140 and A144 (farewell and aftercare, looks after two
and six weeks), C54 (a JIM does not stop at 18).  Nothing here ends anybody or tells a child: people do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.time import months_later

STILL_AFTER = 6
"""Months after which the child is asked again whether it is still this person, when it was not asked before."""
SOONER = 1
"""Months, after "I do not know" or "not now"."""
LOOKS = (timedelta(weeks=2), timedelta(weeks=6))
"""After a farewell somebody looks how the child is (A140)."""


NEAR = timedelta(weeks=8)
"""So long before a last day it is said at every child whom that touches: time enough to name another (A170)."""


LAST_CALL = timedelta(weeks=2)
"""So long before a last day who goes and who leads the team hear once more, while a child has nobody after it."""


class Still(StrEnum):
    """What the child says to it; each is an answer (A124)."""

    YES = "yes"
    DOUBTS = "doubts"
    NOT_NOW = "not_now"
    NO = "no"  # then the child ends it, in one step of its own


class Leaves(StrEnum):
    """Why there is a farewell.  Whose fault it is, is asked of nobody."""

    STOPS = "stops"  # the person said so
    PAUSE = "pause"  # rests for a while, and said so: it asks no farewell
    AWAY = "away"  # moves, is ill, is not there any more for a while
    LOST = "lost"  # died, or cannot be found
    WORKER = "worker"  # somebody of the care goes
    CHILD = "child"  # the child chose otherwise: offered no more, as nothing ends by it; that is a step of the child
    NO = "no"  # was asked, and said no: nobody stops, and it is told by a person all the same (R15)


class Missing(StrEnum):
    """What is not in order when somebody hands a child over (A170, A176, C113)."""

    NOBODY_STAYS = "nobody_stays"  # nobody beside the child who stays
    NO_CONTACT = "no_contact"
    NO_FALLBACK = "no_fallback"
    CONTACT_LEAVES = "contact_leaves"  # who is to be called goes as well (R13)
    FALLBACK_LEAVES = "fallback_leaves"
    NOBODY_TAKES_OVER = "nobody_takes_over"  # no colleague works with the child after the last day


class Look(StrEnum):
    """What somebody sees to after a farewell, from a day on (A140)."""

    HOW = "how"  # how the child is
    ASK = "ask"  # somebody is asked whether the child can turn to it
    GOODBYE = "goodbye"  # the day on which they say goodbye


class Wrong(StrEnum):
    """What is wrong with a day that somebody wrote down."""

    TO_COME = "to_come"
    TOO_EARLY = "too_early"  # before the child was here


class Gap(StrEnum):
    """What is wrong with somebody whom a house named to be called (R13, A176, C113)."""

    NOBODY = "nobody"  # nobody was named, or without a number
    LEFT = "left"  # works there no more
    LEAVES = "leaves"  # has a last day, and it is near


UNREACHABLE = frozenset({Gap.NOBODY, Gap.LEFT})
"""Nobody picks up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staying:
    """What stays with the child when its worker goes."""

    beside: int
    fixed_contact: bool
    deputy: bool
    contact_leaves: bool = False
    deputy_leaves: bool = False
    taken_over: bool = True


def wrong_day(day: date, *, first: date, on: date) -> Wrong | None:
    """Whether a day can be one on which something ended or was told; `first`: on which the help began here."""
    if day > on:
        return Wrong.TO_COME
    return Wrong.TOO_EARLY if day < first else None


def gap(*, can_be_called: bool, here: bool, last_day: date | None, on: date) -> Gap | None:
    """What is wrong with who is to be called, on a day; nothing: in order.  A last day counts from `NEAR` before it."""
    if not can_be_called:
        return Gap.NOBODY
    if not here:
        return Gap.LEFT
    return Gap.LEAVES if last_day is not None and last_day - on <= NEAR else None


def goes_sooner(last_day: date | None, giver: date | None) -> bool:
    """Whether who would take over goes before who hands over, or with it: then the child loses both."""
    return last_day is not None and giver is not None and last_day <= giver


def looks_after(told_on: date, *, on: date) -> tuple[date, date]:
    """On which days somebody looks how the child is; `on`: the day on which it is written that it was told.

    Written down long after it was told, the first is due at once, and the second still comes some weeks later.
    """
    first, second = (told_on + later for later in LOOKS)
    return first, second if second > on else max(first, on) + (LOOKS[1] - LOOKS[0])


def first_told(*, opened: date, chosen: Iterable[date], said: Iterable[date]) -> date:
    """From which day on the child can have been told that somebody stops, rests or said no.

    Not before the help began here, not before the child chose that person, and not before that person said so.
    """
    days = list(chosen)
    return max([opened, *([min(days)] if days else []), *said])


def still_again(asked_on: date, answer: Still | None = None) -> date | None:
    """On which day it is asked again; after a no there is nothing to ask.  No answer: of who was just chosen."""
    if answer is Still.NO:
        return None
    return months_later(asked_on, SOONER if answer in {Still.DOUBTS, Still.NOT_NOW} else STILL_AFTER)


def continuity(staying: Staying) -> Sequence[Missing]:
    """What somebody sees to before a worker goes.  It stops nobody from going: it is said, and stays until it is so."""
    weighed = (
        (Missing.NOBODY_STAYS, staying.beside == 0),
        (Missing.NO_CONTACT, not staying.fixed_contact),
        (Missing.NO_FALLBACK, not staying.deputy),
        (Missing.CONTACT_LEAVES, staying.contact_leaves),
        (Missing.FALLBACK_LEAVES, staying.deputy_leaves),
        (Missing.NOBODY_TAKES_OVER, not staying.taken_over),
    )
    return tuple(one for one, so in weighed if so)
