"""What one person may be told in an emergency, and for how long (R8, brief 1.6 and 1.8).

An emergency is a human act outside sharing: it lifts a "no", and no class that the law closes.  What was given in
confidence is read by nobody but who gave it and who works with the child; what stands under the agogic exception by the
trust person too, on request and beside a worker (R17).  So neither goes to anybody by this way.  Whoever is in danger
is helped by a person, with a phone.
"""

from datetime import date, timedelta

from kring.law.access import Klass

NEVER = frozenset({Klass.CONFIDENCE, Klass.AGOGIC})
"""Opened to nobody by an emergency."""

LASTS = timedelta(days=7)
"""A choice of Kring, no figure of the law: who still needs it then, is told anew, with a new motive."""


def last_day(told_on: date) -> date:
    """The last day on which what was told may be read, if nobody ends it before."""
    return told_on + LASTS
