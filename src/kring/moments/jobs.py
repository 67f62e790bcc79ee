"""Reminders: once for each day on which something waits, to who works with the child (A11, A17).

Called by every tick (`portals.jobs`).  The message has a name of its own, so that two ticks, or one that was killed and
begins again, tell it one time; where the talk took place meanwhile, it does not leave (`still_waits`).
"""

from datetime import date
from uuid import UUID, uuid5

from django.db.models import QuerySet

from kring.access.leading import waiting_in, workers_of
from kring.dossier.models import Dossier
from kring.law.access import Section
from kring.moments.passed import waits
from kring.people.acts import messages
from kring.people.models import Channel, MessageCode

AT_ONCE = 500
"""Children looked at together: so many messages are made in one statement."""


def remind() -> int:
    """Tell who works with a child that it is time to talk.  How many children wait."""
    waiting = [(one.dossier, since) for one in waiting_in(Section.MOMENTS, _open()) if (since := waits(one))]
    for first in range(0, len(waiting), AT_ONCE):
        _tell(waiting[first : first + AT_ONCE])
    return len(waiting)


def still_waits(dossier: UUID) -> bool:
    """Whether something waits there now."""
    return any(waits(one) for one in waiting_in(Section.MOMENTS, _open().filter(pk=dossier)))


def _open() -> QuerySet[Dossier]:
    return Dossier.objects.filter(closed_on=None)


def _tell(some: list[tuple[UUID, date]]) -> None:
    workers = workers_of([child for child, _since in some])
    silent = set(Channel.objects.filter(reminders=False).values_list("person", flat=True))
    told = [
        messages.Telling(person, MessageCode.MOMENT, once=_named(child, since, person), about=child)
        for child, since in some
        for person, _name in workers.get(child, ())
        if person not in silent
    ]
    messages.tell_all(told)


def _named(child: UUID, since: date, person: UUID) -> str:
    """The name of one reminder: the same for whoever makes it again."""
    return f"moment:{uuid5(child, f'{since} {person}')}"
