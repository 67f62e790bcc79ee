"""The only clock of the house.  Law and acts receive `on=` or `at=`; views and jobs ask here."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, aware."""
    return timezone.now()


def today() -> date:
    """The day it is in Flanders."""
    return timezone.localdate(now())
