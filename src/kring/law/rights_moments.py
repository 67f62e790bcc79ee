"""When is the right to a trust person explained, and when again?  Facts in, days out.

The law says that the minor has the right and is informed of it in words it understands (art. 11 and 24 DRM, brief 1.2
and 1.8); *when* is nowhere laid down.  The moments come from the workgroups of 2 December 2019 (A11, A17, A23b, A27,
B207): as early as possible, and again and again.  The number of months and days are choices of Kring or of a house.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.time import age_on, birthday, months_later


class Moment(StrEnum):
    """Why it is time.  The order is that of a trajectory."""

    REFERRAL = "referral"  # A17, A19: at registration, the first of all
    INTAKE = "intake"
    EVALUATION = "evaluation"  # A27: each one
    CRISIS = "crisis"
    HEARING = "hearing"  # a talk in chambers
    MOVE = "move"
    NEW_WORKER = "new_worker"  # B179
    CONSULTANT = "consultant"  # B179: another consultant of the court or of the support centre
    BIRTHDAY = "birthday"  # 12, 16, 18
    AGAIN = "again"  # A23b: the interval of the house
    ASKED = "asked"  # A31: a team lead asked after it
    CLOSING = "closing"


class Audience(StrEnum):
    """To whom: each has words of its own (A7)."""

    SMALL = "small"  # younger than 6
    CHILD = "child"  # 6 to 11
    YOUTH = "youth"  # from 12
    PARENT = "parent"
    TRUST_PERSON = "trust_person"


class Reaction(StrEnum):
    """What the child says to it.  Each is an answer, and none is a wrong one (A27)."""

    WANTS = "wants"  # somebody, or to look for somebody
    HAS = "has"  # has somebody already
    NOT_NOW = "not_now"
    UNKNOWN = "unknown"
    NOTHING = "nothing"  # says nothing: that may be too


class Delay(StrEnum):
    """Why a talk waits.  Of tomorrow nobody asks why."""

    TOMORROW = "tomorrow"
    NO_CALM = "no_calm"  # A236: people say yes sooner in a good moment
    CHILD_ASKED = "child_asked"  # the child asked for another day
    ABSENT = "absent"  # the child or the worker is not there
    INTERPRETER = "interpreter"  # B33: somebody who speaks the language comes along
    OTHER = "other"


HAPPENS = (
    Moment.INTAKE,
    Moment.EVALUATION,
    Moment.CRISIS,
    Moment.HEARING,
    Moment.MOVE,
    Moment.CONSULTANT,
    Moment.CLOSING,
)
"""What somebody says that happened; the others follow from the calendar."""
AGES = (12, 16, 18)
READS_FROM, YOUTH_FROM = 6, 12  # years: with pictures, in plain words, and as a youth (A7)
AHEAD = timedelta(days=31)
"""A birthday is talked about before it is there (R15)."""
OF_AGE = AGES[-1]
EARLY = 6
"""Months before 18 on which one begins to talk: what falls, stays and is taken over.  Once more a month before."""
PASSED_AFTER = timedelta(days=14)
"""After so many days a moment without a talk is one that passed: then a team lead sees that, and asks (A31)."""
MONTHS = 6
"""How often, in a house that chose nothing."""
SOON = timedelta(weeks=4)
"""After "not now" or "I do not know" one comes back in some weeks: a rule of Kring's own, no text says when (R21)."""
UNDECIDED = frozenset({Reaction.NOT_NOW, Reaction.UNKNOWN})


class MomentError(ValueError):
    """A day that cannot be: a talk before there was a place for the child, or one that has yet to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known of one child's course."""

    opened_on: date
    born_on: date | None = None
    happened: tuple[tuple[Moment, date], ...] = ()
    """What was written down since the last talk was."""
    talked_on: tuple[date, ...] = ()
    """Since it is here (`is_of_here`)."""
    put_off_until: date | None = None
    said: Reaction | None = None
    """What the child said in the last talk."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A moment, and its day."""

    on: date
    moment: Moment


def is_of_here(told_on: date, opened_on: date) -> bool:
    """Whether a talk was one of who works with the child here, and not of who referred it before it came (A19).

    What somebody explained before comes along, and the first talk here waits all the same (A17).
    """
    return told_on >= opened_on


def open_moments(course: Course, *, on: date, months: int = MONTHS) -> list[Due]:
    """What waits for a talk on this day, the oldest first.  One talk answers all that wait: it is one conversation."""
    since = max(course.talked_on, default=None)
    if since is None:
        first = [Due(course.opened_on, Moment.REFERRAL)]
        return [one for one in sorted([*first, *_happened(course)]) if one.on <= on]
    return sorted(
        one
        for one in [*_happened(course), *_ahead(course.born_on, _again(since, months, course.said), since)]
        if one.on <= on
    )


def next_moment(born_on: date | None, *, talked_on: date, months: int = MONTHS, said: Reaction | None = None) -> Due:
    """After a talk: the first day on which it is time again, when nothing else happens.  `said`: to that talk."""
    return min(_ahead(born_on, _again(talked_on, months, said), talked_on))


def waits_since(course: Course, *, on: date, months: int = MONTHS) -> date | None:
    """Since when something waits; put off, it waits from that day.  Nothing: nothing waits."""
    waiting = open_moments(course, on=on, months=months)
    if not waiting:
        return None
    since = max(waiting[0].on, course.put_off_until or date.min)
    return since if since <= on else None


def has_passed(since: date | None, *, on: date) -> bool:
    """Whether a moment passed without a talk: long enough ago that a team lead asks."""
    return since is not None and on - since >= PASSED_AFTER


def days_to_first_talk(opened_on: date, talked_on: tuple[date, ...]) -> int | None:
    """Days from registration to the first talk (A17).  Nothing: not yet."""
    return max(0, (min(talked_on) - opened_on).days) if talked_on else None


def audience(born_on: date | None, *, on: date) -> Audience:
    """For whom a child of this age reads; without a birthday for who can read, and whoever asks takes another."""
    if born_on is None or born_on > on:
        return Audience.YOUTH
    age = age_on(born_on, on)
    return Audience.SMALL if age < READS_FROM else Audience.CHILD if age < YOUTH_FROM else Audience.YOUTH


def comes_of_age(born_on: date | None, *, on: date) -> bool:
    """Whether it is time to talk about 18, or that birthday was already: from half a year before it on."""
    return born_on is not None and on >= months_later(birthday(born_on, OF_AGE), -EARLY)


def _happened(course: Course) -> list[Due]:
    return [Due(day, moment) for moment, day in course.happened]


def _again(since: date, months: int, said: Reaction | None) -> date:
    """The interval of the house; some weeks, where the child said that it is not the time or that it does not know."""
    again = months_later(since, months)
    return min(again, since + SOON) if said in UNDECIDED else again


def _ahead(born_on: date | None, again: date, since: date) -> list[Due]:
    """What the calendar says after a talk: the day to come back, and the first birthday that changes something."""
    days = [birthday(born_on, age) - AHEAD for age in AGES] if born_on else []
    days += [months_later(birthday(born_on, OF_AGE), -EARLY)] if born_on else []
    days.sort()
    birthdays = [Due(day, Moment.BIRTHDAY) for day in days if day > since]
    return [Due(again, Moment.AGAIN), *birthdays[:1]]
