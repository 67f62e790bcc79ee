"""What a house owes who stands beside a child: where to turn, and how often somebody looks at it again.

None of it is law: A244 to A262, C113, C139, C199.  Every figure is a choice of Kring and stands in docs/law/support.md.
"""

from datetime import date, timedelta
from enum import StrEnum

from kring.law.access import Relation
from kring.law.time import months_later

ADVICE_AGES = 12
"""Months after which a place to turn to is shown with "not looked at since"."""


EVERY = (4, 8, 12, 26)
"""After how many weeks somebody asks the person again how it goes."""
USUALLY = 8


class Wellbeing(StrEnum):
    """How it is to stand beside a child: each is an answer, and nobody counts them."""

    FINE = "fine"
    MIXED = "mixed"
    HEAVY = "heavy"
    TOO_MUCH = "too_much"


class Whose(StrEnum):
    """Whose yes it is to a letter that says what somebody is: there is none without both (C106)."""

    CHILD = "child"
    PERSON = "person"


class Outcome(StrEnum):
    """What a house does with a rule that somebody asked about (A248)."""

    ASKED = "asked"  # the house still has to look at it
    KEPT = "kept"
    CHANGED = "changed"
    EXCEPTION = "exception"


class For(StrEnum):
    """For whom a place to turn to is on the list of the house."""

    EVERYONE = "everyone"
    TRUST_PERSON = "trust_person"
    JIM = "jim"
    SUPPORTER = "supporter"
    PARENT = "parent"
    COMPLAINT = "complaint"  # where one complains about a right that is not given: beside the right, for all (A115)
    PARTNER = (
        "partner"  # a service that the house works with: for colleagues, and on no page of who stands beside (B175)
    )
    NOBODY = "nobody"  # a place that Kring knows by itself and that this house shows nowhere, knowingly (A256)


WHOSE: dict[Relation, For] = {
    Relation.TRUST_PERSON: For.TRUST_PERSON,
    Relation.JIM: For.JIM,
    Relation.SUPPORTER: For.SUPPORTER,
    Relation.PARENT: For.PARENT,
    Relation.UPBRINGER: For.PARENT,
}


PEERS = 3
"""Months for which a yes to meeting others beside a child holds; then it is over, and may be said anew (C138)."""
AHEAD = 84
"""Days ahead that a meeting may be planned at most, twelve weeks: shorter than a yes holds."""
LEARNING_AHEAD = 12
"""Months ahead that a moment to learn with partners may be planned at most (B175)."""
LEARNING_SHOWN = 24
"""Months for which what was learned stays on the page of the house."""
SOON = timedelta(days=14)
"""How long before its end somebody may say the yes anew."""
SERVES: frozenset[Relation] = frozenset({Relation.TRUST_PERSON, Relation.JIM})
"""Who may meet the others: who serves, and a JIM; by that alone, and no longer than it is so (C138, C202)."""


class PeerSubject(StrEnum):
    """What a meeting of people who stand beside a child is about; never about a child."""

    LISTENING = "listening"
    LIMITS = "limits"
    LOYALTY = "loyalty"
    TALKS = "talks"
    FAREWELL = "farewell"
    OTHER = "other"  # in words of its own


def yes_until(said_on: date) -> date:
    """The first day on which a yes to meeting others holds no more."""
    return months_later(said_on, PEERS)


def may_be_said_anew(until_on: date, *, on: date) -> bool:
    """Whether a yes is over, or so nearly that it is asked again."""
    return until_on - SOON <= on


def next_check(held_on: date, weeks: int) -> date:
    """On which day somebody asks again how it goes."""
    return held_on + timedelta(weeks=weeks)


def is_old(looked_on: date, *, on: date) -> bool:
    """Whether so long passed since somebody looked that it is said."""
    return months_later(looked_on, ADVICE_AGES) <= on
