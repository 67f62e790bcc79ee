"""Whether the day that the clock tells may be believed, before anything goes by itself for good (R27).

A clock that is far off (a machine of which the battery is empty, a wrong setting) says of everything that its term has
run.  So the log keeps on which day things last went by themselves; more than forty days from it, on or back, nothing
goes until a person says that this is the day.  What is wrong may then be put right; what was erased may not.
"""

from datetime import date, timedelta

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import ActorKind

SANE = timedelta(days=40)
"""A machine that stood still for a summer is started again by somebody who can say which day it is."""
TIDIED, WAITS = Event.DAY_TIDIED, Event.DAY_WAITS
SAID = "said"


def is_believed() -> bool:
    """Whether things may go by themselves today.  That they wait is written in the log once."""
    last = last_day()
    if last is None or abs(clock.today() - last) <= SANE:
        return True
    said = chain.last(TIDIED, WAITS)
    if said is None or said.event != WAITS.value:
        _tell(WAITS, last.isoformat())
    return False


def last_day() -> date | None:
    """When things last went by themselves; before the first time: when anything was last written in the log."""
    if tidied := chain.last(TIDIED):
        return clock.day(tidied.at)
    if waits := chain.last(WAITS):
        return date.fromisoformat(waits.codes[0])
    last = chain.last()
    return clock.day(last.at) if last else None


def tidied() -> None:
    """Things went by themselves today; once a day in the log."""
    last = chain.last(TIDIED)
    if last is None or clock.day(last.at) != clock.today():
        _tell(TIDIED)


class AnotherDayError(ValueError):
    """The clock says another day than the person."""


def it_is(day: date) -> None:
    """A person who looked at the clock says which day it is: things go by themselves again from now on.

    Raises `AnotherDayError` where the clock says another one: then it is the clock that is to be set.
    """
    if day != clock.today():
        raise AnotherDayError
    _tell(TIDIED, SAID)


def _tell(event: Event, *codes: str) -> None:
    with transaction.atomic():
        chain.append(chain.Line(event=event, actor_kind=ActorKind.JOB.value, actor=None, codes=codes))
