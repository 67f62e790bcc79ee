"""What a child and the person beside it can agree on, what of it others may read, and when it is agreed.

A closed list of points (brief 7; A87-A91, A156-A168, A228, A252, C49, C84, C86, C199), none of which must be filled in.
The law asks for no signature: a yes by a tap or said aloud counts as much, and an agreement may be oral.  What may be
told to whom is no list of its own: it **is** the child's consent (`access.Say`), of which an agreement only says that
it holds between these two (C222).
Each code of a ground below is a heading in docs/law/agreements.md.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.access import Klass, Relation
from kring.law.decision import Decision, Ground, decide
from kring.law.time import Dated


class Point(StrEnum):
    """One thing to agree on, in the order in which it is read."""

    ENGAGING = "engaging"  # what "there for me" means (A160)
    RHYTHM = "rhythm"  # how often, and the usual moment (A162)
    TOGETHER = "together"  # what we do together (A168)
    APART = "apart"  # and what not
    DOES = "does"  # what the person does for the child (A91)
    DOES_NOT = "does_not"  # limits on the tasks are set together with the minor (art. 24 DRM)
    ALONG = "along"  # being there at talks
    BETWEEN = "between"  # to mediate, at school or at home
    URGENT = "urgent"  # how we reach each other when it cannot wait (A164)
    LOW = "low"  # "it is not going well now", by a way of their own (C86)
    REPLY_PERSON = "reply_person"  # how fast the person answers (A166, A228)
    REPLY_CHILD = "reply_child"  # how fast the child answers
    VISITS = "visits"  # practice where the child lives in a group
    PHONE = "phone"
    WEEKENDS = "weekends"
    PARENTS = "parents"  # contact with the parents
    KNOWS = "knows"  # whose yes and no holds between these two (C222)
    BACK = "back"  # giving something back (C84)
    TURN = "turn"  # where the person goes with a question (A252)
    FALLBACK = "fallback"  # the worker to fall back on, until when (C49, C199)
    FAREWELL = "farewell"  # how we say goodbye, how long beforehand, who tells the child (A144)
    REMARK = "remark"  # what the person says of it


class Party(StrEnum):
    """The two who agree.  Nobody else agrees, refuses or waits."""

    CHILD = "child"
    PERSON = "person"


class Told(StrEnum):
    """Written down point by point, or agreed aloud and only noted that it was."""

    WRITTEN = "written"
    ORAL = "oral"


class Reads(StrEnum):
    """What of it who works with the child reads; of a child that makes it alone the child says so (R8, C222b)."""

    ALL = "all"
    PRACTICAL = "practical"
    NOTHING = "nothing"


class Pace(StrEnum):
    """How fast an answer comes: plain examples, none of them a norm (A228, A228b)."""

    ALWAYS = "always"
    DAY = "day"  # within 24 hours
    WEEK = "week"
    WHEN = "when"  # when there is something


class Channel(StrEnum):
    """By which way of their own; what is said there is never stored (A164, C86)."""

    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    SIGN = "sign"  # a word or a sign that only the two know


class Listener(StrEnum):
    """To whom what the child says to the person may be told, or may not (C222)."""

    WORKER = "worker"
    MOTHER = "mother"
    FATHER = "father"
    SCHOOL = "school"


class State(StrEnum):
    """Where one version stands."""

    OPEN = "open"  # nobody said yes: nothing is agreed, and it opens nothing
    CHILD = "child"  # the child said yes
    PERSON = "person"  # the person said yes
    AGREED = "agreed"


PRACTICAL = frozenset(
    {
        Point.RHYTHM,
        Point.DOES,
        Point.DOES_NOT,
        Point.ALONG,
        Point.BETWEEN,
        Point.URGENT,
        Point.VISITS,
        Point.PHONE,
        Point.WEEKENDS,
        Point.TURN,
        Point.FALLBACK,
    }
)
"""What others have to know to keep to it: for who works with the child, coaches its network, or stands in for a day."""
NOT_FOR_PARENTS = frozenset({Point.KNOWS, Point.LOW, Point.REMARK, Point.PARENTS})
"""Of no use in a version for parents, or about them: never offered to share (A87, R16)."""
PACED = frozenset({Point.REPLY_PERSON, Point.REPLY_CHILD})
"""What each of the two says for itself, to put side by side."""
BY_THE_PERSON = PACED | {Point.REMARK}
"""What a person beside the child adds by itself."""
RECORDS = {
    Party.CHILD: frozenset({Relation.CHILD, Relation.WORKER}),
    Party.PERSON: frozenset({Relation.TRUST_PERSON, Relation.JIM, Relation.SUPPORTER, Relation.CHILD, Relation.WORKER}),
}
"""Who may write down whose yes; who is not the one that says it, writes down how it was said."""
LOOK_AGAIN_MONTHS = Dated({date(2026, 1, 1): 3})
"""What is offered; as long as the trial that JIM practice suggests (C101).  Another day is as good, and so is none."""
NOTICE = timedelta(days=14)
"""So long beforehand a worker finds the next look in its day; the two always see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """A yes that somebody writes down: whose, as what, of which day."""

    party: Party
    recorded_as: Relation
    on: date
    made_on: date | None
    restricted: bool = False
    says_something: bool = True
    """Whether there is a point to say yes to; what was agreed aloud has its day."""
    denied: bool = False
    """Whether this one said of a yes that another wrote down for it, that it never said it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice of the child for this person: whether it was there when the agreement was made, and when it ended."""

    before: bool
    ended_on: date | None


def klass_of(point: Point, by: str = "") -> Klass:
    """The practical part is of the file; all the rest is between the two, and some of it goes to nobody else.

    What may be told to whom are answers of the child, and what the person wrote about itself is the person's: no yes
    and no emergency opens these to a third one.
    """
    if point is Point.KNOWS or by == Party.PERSON:
        return Klass.CONFIDENCE
    return Klass.FILE if point in PRACTICAL else Klass.OWN_WORDS


def is_held_close(point: Point, reads: Reads) -> bool:
    """Whether who works with the child does not read this point (R8)."""
    return reads is Reads.NOTHING or (reads is Reads.PRACTICAL and point not in PRACTICAL)


def may_share(point: Point) -> bool:
    """Whether it is offered to the child to share this with a parent."""
    return point not in NOT_FOR_PARENTS


def state(said_yes: Collection[Party]) -> State:
    """Where a version stands: agreed by the yes of both, and by nobody else's."""
    both = {Party.CHILD in said_yes: State.CHILD, Party.PERSON in said_yes: State.PERSON}
    return State.AGREED if set(said_yes) >= set(Party) else both.get(True, State.OPEN)


def in_force(versions: Sequence[tuple[int, State]]) -> int | None:
    """The version that holds: the last to which both said yes.  A newer one, not agreed yet, takes nothing away."""
    return max((number for number, stands in versions if stands is State.AGREED), default=None)


def over_since(choices: Sequence[Chosen]) -> date | None:
    """Since when an agreement is over; nothing while the choice stands on which it was made, or while none ended.

    An end that the child took back that day is no end (`taken_back`); an end by the person itself always is one.
    Whoever is chosen anew makes agreements anew, by a yes of both: the yes to what ended is no yes to this (A63).
    """
    if any(one.before and one.ended_on is None for one in choices):
        return None
    return max((one.ended_on for one in choices if one.ended_on is not None), default=None)


def may_say_yes(yes: Yes, *, on: date) -> Decision:
    """Whose word it is, whether the day can be right, whether contact is restricted, and whether anything stands there.

    Nothing else is weighed.
    """
    after = yes.made_on is not None and yes.made_on <= yes.on <= on
    return decide(
        Ground("agreements.voice", yes.recorded_as in RECORDS[yes.party]),
        Ground("agreements.day", after),
        Ground("agreements.not-restricted", not yes.restricted),
        Ground("agreements.something", yes.says_something),
        *([Ground("agreements.own-yes", holds=False)] if yes.denied else []),
        on=on,
    )


def looks_again(look_again_on: date | None, *, on: date) -> bool:
    """Whether the next look is near, or past: nothing ends by it."""
    return look_again_on is not None and look_again_on - NOTICE <= on
