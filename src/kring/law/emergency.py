"""What one person may be told in an emergency, and for how long (R8, brief 1.6 and 1.8).

An emergency is a human act outside sharing: it lifts a "no", and no class that the law closes.  What was given in
confidence is read by nobody but who gave it and who works with the child; what stands under the agogic exception by the
trust person too, on request and beside a worker (R17); what is about third persons only, and a check of somebody, by
who works with the child (R5).  So none of these goes to anybody by this way.  Whoever is in danger is helped by a
person, with a phone.
"""

from datetime import date, timedelta

from kring.law.access import protection

NEVER = protection().never_in_an_emergency
"""The classes that are opened to nobody by an emergency, as the table says it."""

LASTS = timedelta(days=7)
"""A choice of Kring, no figure of the law: who still needs it then, is told anew, with a new motive."""


def last_day(told_on: date) -> date:
    """The last day on which what was told may be read, if nobody ends it before."""
    return told_on + LASTS
