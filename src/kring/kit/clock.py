"""The only clock of the house.  Law and acts receive `on=` or `at=`; views and jobs ask here."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, aware."""
    return timezone.now()


def today() -> date:
    """The day it is in Flanders."""
    return timezone.localdate(now())


def day(at: datetime) -> date:
    """The day a moment is in Flanders; `at.date()` is that in UTC: yesterday, until one or two at night."""
    return timezone.localdate(at)
