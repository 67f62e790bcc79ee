"""By when does somebody look again at a restriction of contact, and from which day can it be?  Days in, days out.

The restriction itself is a decision of others; Kring only keeps to it, and it never stops by itself (R28).  What the
team of the child decides alone, until one of those others does, is provisional: it is looked at again as soon as a
limit on a trust person ends (`law/limits.py`), and each time anew.  No text names any of these figures: they are own
choices of Kring, open for a jurist, and stand in docs/law/restrictions.md.
"""

from datetime import date, timedelta
from enum import StrEnum

from kring.law.access import COMES_IN
from kring.law.time import Dated
from kring.law.transfers import SERVICES

WHOM = COMES_IN | SERVICES
"""Of whom it can be: who comes into the place of a child that is somebody else, from home or for a service."""


class Decides(StrEnum):
    """Who decides that somebody may have no contact: no matter of one worker alone (R2)."""

    JUDGE = "judge"
    CONSULTANT = "consultant"
    TEAM = "team"


BY_THE_TEAM = Dated({date(2026, 1, 1): 30})
"""Within so many days somebody looks again at what a team decided."""
BY_OTHERS = Dated({date(2026, 1, 1): 730})
"""The same of what a judge or a consultant decided: two years."""
BEFORE = Dated({date(2026, 1, 1): 25 * 366})
"""So many days ago one can have begun at the earliest, of a child whose birthday nobody knows."""


def look_by(decided_by: str, *, on: date) -> date:
    """The last day on which somebody looks again; nobody knows who decided it: as soon as of what a team decided."""
    others = decided_by in {Decides.JUDGE, Decides.CONSULTANT}
    return on + timedelta(days=(BY_OTHERS if others else BY_THE_TEAM).on(on))


def first_day(born_on: date | None, *, on: date) -> date:
    """The first day that one can have: the child was there."""
    return born_on or on - timedelta(days=BEFORE.on(on))


def is_provisional(decided_by: str) -> bool:
    """Whether a team decided it alone, until a judge or a consultant does."""
    return decided_by == Decides.TEAM
