"""Who of a service or of the court reads pages that are made for it: named by a worker, until a day (R29).

Coming in opens nothing: what that one reads is the page that was made for it, and nothing else of the child.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kring.access.acts import Handed, LetIn, let_in, out_of_here
from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.law.endings import wrong_day
from kring.law.transfers import SERVICES, STANDS_AS, Service
from kring.law.ways import WayKind
from kring.people.acts import ways
from kring.people.models import WayEnd

AT_MOST = timedelta(days=365)
"""After a year somebody looks whether it is still needed, and names that one anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who, of which service, until which day; when and by whom the child was told (R15)."""

    name: str
    service: Service
    where: str
    until_on: date
    told_on: date
    told_by: str


def named(door: Door) -> list[Involvement]:
    """Who is named today, with its person; one statement."""
    return here(door.dossier.pk, SERVICES, on=clock.today())


def name(door: Door, new: Named, *, once: UUID | None) -> Handed:
    """Somebody of a service comes in by a link, until a day, for what is made for it.

    Raises `NotAllowedError` for who is no worker of this child, for days that cannot be, and where nobody told the
    child first; `HelpEndedError` in a place that was closed.
    """
    today, first = clock.today(), door.dossier.opened_on
    told = bool(new.told_by.strip()) and wrong_day(new.told_on, first=first, on=today) is None
    if door.relation is not Relation.WORKER or not (told and today <= new.until_on <= today + AT_MOST):
        raise NotAllowedError
    relation = STANDS_AS[new.service]
    with transaction.atomic():
        handed = let_in(door, LetIn(name=new.name, relation=relation, kind=WayKind.LINK), once=once)
        held = Involvement.objects.filter(dossier=door.dossier, person__ways__given=handed.given)
        held.update(
            until_on=new.until_on,
            service=new.service.value,
            service_name=new.where,
            came_told_on=new.told_on,
            came_told_by=new.told_by,
        )
    return handed


def end(door: Door, row: Involvement, *, once: UUID | None) -> None:
    """It reads nothing of this child any more, from the next request on.  Raises `NotAllowedError`."""
    if door.relation is not Relation.WORKER or row not in named(door):
        raise NotAllowedError
    with door.writes(Event.WAY_ENDED, once=once, codes=(WayEnd.WITHDRAWN.value,)) as write:
        _over(door, [row])
        write.subject = row.pk


def over_for_good(door: Door) -> None:
    """The help ends: nobody of a service comes in, also when it opens again (R28).  Part of an act."""
    _over(door, named(door))


def _over(door: Door, rows: list[Involvement]) -> None:
    for row in rows:
        ways.end(out_of_here(door, row.person_id), WayEnd.WITHDRAWN)
    Involvement.objects.filter(pk__in=[row.pk for row in rows]).update(ended_at=clock.now())
