"""The help ends and a child's place closes; or it opens again, by who leads the team, with a reason.

Closed is what the door already knows: what stands open is read, nothing is written, and no yes opens more.  Every yes
ends with it: what was shared before never opens again by itself, but is asked anew (R7, R28).  A no stays.
So it is with what was written for a service or the court (R29).
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from kring.access.acts import receiving, standing_in
from kring.access.acts.again import nobody_looks
from kring.access.acts.pages import nobody_reads_on
from kring.access.cries import of_child
from kring.access.disclosure import Disclosure
from kring.access.door import Door
from kring.access.models import Given, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Closing, Dossier
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import NETWORK
from kring.people.acts import ways
from kring.people.models import WayEnd


class ClosedError(Exception):
    """Somebody else closed it, or opened it again, a moment ago."""


class UntoldError(Exception):
    """Something was passed on in an emergency that the child does not know of: a person tells it first (R8)."""


class CriedError(Exception):
    """The child said that it is not safe, and nobody read it: over that no place closes (R14)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The last day, and when and by whom the child was told."""

    day: date
    told_on: date
    told_by: str


def close(door: Door, last: Last, *, once: UUID | None) -> None:
    """Nobody writes here any more.

    Raises `NotAllowedError` for who does not work with the child, `ClosedError`, and `CriedError` while something
    urgent waits that nobody read, `UntoldError` while the child does not know what was passed on of it.
    """
    if door.relation is not Relation.WORKER:
        raise NotAllowedError
    with door.writes(Event.PLACE_CLOSED, once=once) as write:
        _now(door, closed=False)
        if of_child(door):
            raise CriedError
        if door.dossier.passed_on_untold is not None:
            raise UntoldError
        row = Closing.objects.create(
            dossier=door.dossier,
            last_day=last.day,
            closed_at=clock.now(),
            closed_by_id=door.me,
            told_on=last.told_on,
            told_by=last.told_by,
        )
        Say.objects.filter(dossier=door.dossier, answer="yes", withdrawn_at=None).update(withdrawn_at=row.closed_at)
        nobody_reads_on(door, row.closed_at)
        _told_no_more(door, row.closed_at)
        nobody_looks(door)
        standing_in.over_for_good(door)
        receiving.over_for_good(door)
        ways.end(_never_opened(door), WayEnd.WITHDRAWN)
        Dossier.objects.filter(pk=door.dossier.pk).update(closed_on=last.day)
        write.subject = row.pk


def _never_opened(door: Door) -> list[UUID]:
    """What somebody beside the child got to come in with, for this child alone, and did not open: it opens nothing now.

    Who came in already keeps the one page without a word of the child: thanks, and whom it calls (R15).
    """
    here = Given.objects.filter(dossier=door.dossier, relation__in=[*NETWORK], way__opened_at=None)
    elsewhere = Given.objects.filter(way=OuterRef("way")).exclude(dossier=door.dossier)
    return list(here.filter(~Exists(elsewhere)).values_list("way_id", flat=True))


def _told_no_more(door: Door, at: datetime) -> None:
    told = Disclosure.objects.filter(dossier=door.dossier, ended_at=None)
    told.update(ended_at=at, ended_by=door.me)


def reopen(door: Door, why: str, *, once: UUID | None) -> None:
    """It goes on: who works with the child finds it again.  Raises `NotAllowedError`, `ClosedError`.

    Nothing that was told opens by it and nobody stands in, also what was written while it was closed, as could be once
    (R28).
    """
    if door.relation is not Relation.TEAM_LEAD:
        raise NotAllowedError
    with door.writes(Event.PLACE_REOPENED, once=once) as write:
        last_day, now = _now(door, closed=True), clock.now()
        row, _made = Closing.objects.get_or_create(
            dossier=door.dossier, reopened_at=None, defaults={"last_day": last_day, "closed_at": now}
        )
        row.reopened_at, row.reopened_by_id, row.why = now, door.me, why
        row.save(update_fields=["reopened_at", "reopened_by", "why"])
        _told_no_more(door, now)
        standing_in.over_for_good(door)
        Dossier.objects.filter(pk=door.dossier.pk).update(closed_on=None)
        write.subject = row.pk


def _now(door: Door, *, closed: bool) -> date:
    """The last day of a place that is closed, else today; of two at once the second finds it done.

    Raises `ClosedError`.
    """
    last_day = Dossier.objects.select_for_update().get(pk=door.dossier.pk).closed_on
    if (last_day is not None) != closed:
        raise ClosedError
    return last_day or clock.today()
