"""By whose hand one text opens or closes beside the table: an emergency, "do not share", pages to look at.

The table says who reads a class of data; here stands who may break a "no" for one text (R8), who may close one to the
worker too (R8), and until which age a child finds pages of faces and figures.  Each is on docs/law/hands.md, and on
the page for jurists that is made of the table.
"""

from dataclasses import dataclass
from datetime import date

from kring.law.access import AT_HOME, Klass, Relation, Section
from kring.law.rights_moments import AHEAD, OF_AGE
from kring.law.time import age_on, birthday

PASSES_ON = frozenset({Relation.WORKER, Relation.JIM, Relation.TRUST_PERSON})
"""Who may pass on, in an emergency, what it reads itself: these are told things that nobody else hears (R8, C222b)."""
IS_TOLD = frozenset({Relation.WORKER, *AT_HOME} - {Relation.CHILD})
"""To whom it may be passed on: who works with the child, and who is there for its own life.  Never to a service."""
NOT_TO_A_PARENT = frozenset({Section.CIRCLE, Section.RIGHTS})
"""What goes to no parent by it: who stands in the circle, and whom the child chose.

No yes of the child opens a wish to a parent either (R7); whoever has to know of somebody is told it by a person.
"""
WORDS_NOT_TO_A_PARENT = frozenset({Klass.OWN_WORDS})
"""Nor own words: the account of a parent never shows what the child said, in an emergency either (brief 10.10)."""
HOLDS_CLOSE = frozenset({Relation.CHILD, Relation.JIM, Relation.TRUST_PERSON})
"""Whose "do not share", on what it wrote itself, hides a text from who works with the child and parents too (R8)."""
SMALL_UNTIL = 12
"""From this age on a child reads the pages of a youth; before it they are faces and figures."""


@dataclass(frozen=True, slots=True)
class Known:
    """Since when a child has its place here, and since when somebody told it what changes at 12."""

    came_on: date
    told_on: date | None = None


def has_small_pages(born_on: date | None, *, on: date, known: Known | None = None) -> bool:
    """Whether a child finds pages of faces and figures; of whom no birthday is known, those of a youth.

    Who knew them here before its birthday keeps them until a person told it what changes, and no longer than till it
    is of age: a screen that is another one overnight would tell it first (R15).
    """
    if born_on is None or age_on(born_on, on) < SMALL_UNTIL:
        return born_on is not None
    if known is None or age_on(born_on, known.came_on) >= SMALL_UNTIL or age_on(born_on, on) >= OF_AGE:
        return False
    return known.told_on is None or known.told_on > on


def tells_of_twelve(born_on: date | None, *, on: date) -> bool:
    """Whether a talk of this day is about what changes at 12 as well: near that birthday, or after it."""
    return born_on is not None and on >= birthday(born_on, SMALL_UNTIL) - AHEAD
