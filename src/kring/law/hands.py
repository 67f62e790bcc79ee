"""By whose hand one text opens or closes beside the table: an emergency, "do not share", pages to look at.

The table says who reads a class of data; here stands who may break a "no" for one text (R8), who may close one to the
worker too (R8), and until which age a child finds pages of faces and figures.  Each is on docs/law/hands.md, and on
the page for jurists that is made of the table.
"""

from datetime import date

from kring.law.access import AT_HOME, Relation, Section
from kring.law.time import age_on

PASSES_ON = frozenset({Relation.WORKER, Relation.JIM, Relation.TRUST_PERSON})
"""Who may pass on, in an emergency, what it reads itself: these are told things that nobody else hears (R8, C222b)."""
IS_TOLD = frozenset({Relation.WORKER, *AT_HOME} - {Relation.CHILD})
"""To whom it may be passed on: who works with the child, and who is there for its own life.  Never to a service."""
NOT_TO_A_PARENT = frozenset({Section.CIRCLE, Section.RIGHTS})
"""What goes to no parent by it: who stands in the circle, and whom the child chose.

No yes of the child opens a wish to a parent either (R7); whoever has to know of somebody is told it by a person.
"""
HOLDS_CLOSE = frozenset({Relation.CHILD, Relation.JIM, Relation.TRUST_PERSON})
"""Whose "do not share", on what it wrote itself, hides a text from who works with the child and parents too (R8)."""
SMALL_UNTIL = 12
"""From this age on a child reads the pages of a youth; before it they are faces and figures."""


def has_small_pages(born_on: date | None, *, on: date) -> bool:
    """Whether a child finds pages of faces and figures; of whom no birthday is known, those of a youth."""
    return born_on is not None and age_on(born_on, on) < SMALL_UNTIL
