"""Who takes over for some days: a worker of the child asks a colleague of the house, and it ends by itself (R13).

What it opens stands in the table: the plan for when it is not safe, with its numbers, and that the child is not safe,
where the child says so to who is away (R14); no agreements, notes or circle.
"""

from datetime import date, timedelta
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.law.access import Relation
from kring.people.models import Person, Post, Role

AT_MOST = timedelta(days=31)
"""Longer than a holiday is another worker, and no deputy."""


def still_to_come(door: Door) -> Involvements:
    """Who stands in today or later, the first first."""
    held = Involvement.objects.filter(dossier=door.dossier, relation=Relation.FALLBACK_WORKER.value, ended_at=None)
    return held.filter(until_on__gte=clock.today()).select_related("person").order_by("from_on", "pk")


def to_ask(door: Door) -> list[Person]:
    """Colleagues of this house who work with children, and are nothing to this child themselves, by name."""
    today = clock.today()
    here = Involvement.objects.filter(dossier=door.dossier, ended_at=None).exclude(until_on__lt=today)
    posts = Post.objects.current(today).filter(role=Role.WORKER.value, organisation__teams=door.dossier.team_id)
    of_its_own = here.exclude(relation=Relation.FALLBACK_WORKER.value).values("person")
    people = Person.objects.filter(posts__in=posts).exclude(pk__in=of_its_own).distinct()
    return sorted(people, key=lambda one: one.call_name.casefold())


def ask(door: Door, colleague: UUID, *, from_on: date, until_on: date, once: UUID | None) -> Involvement:
    """Let a colleague stand in from a day until a day.

    Raises `NotAllowedError` for who is no worker of this child, for who cannot be asked, for days that cannot be, and
    after the help: it would open by itself when the place goes on (R28).
    """
    in_time = door.dossier.closed_on is None and clock.today() <= from_on <= until_on <= from_on + AT_MOST
    if not (in_time and _works_here(door) and colleague in {one.pk for one in to_ask(door)}):
        raise NotAllowedError
    with door.writes(Event.STAND_IN_ASKED, once=once) as write:
        row = Involvement.objects.create(
            dossier=door.dossier,
            person_id=colleague,
            relation=Relation.FALLBACK_WORKER.value,
            from_on=from_on,
            until_on=until_on,
            instead_of_id=door.me,
        )
        write.subject = row.pk
    return row


def end(door: Door, row: Involvement, *, once: UUID | None) -> None:
    """Not needed any more: over at the next request.  Raises `NotAllowedError`."""
    if not _works_here(door) or row not in still_to_come(door):
        raise NotAllowedError
    with door.writes(Event.STAND_IN_ENDED, once=once) as write:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        write.subject = row.pk


def over_for_good(door: Door) -> None:
    """Nobody stands in now nor later: where the place opens again, somebody is named anew (R28).  Part of an act."""
    here = Involvement.objects.filter(dossier=door.dossier, relation=Relation.FALLBACK_WORKER.value, ended_at=None)
    here.update(ended_at=clock.now())


def _works_here(door: Door) -> bool:
    """Only who works with the child itself: who stands in asks nobody to stand in."""
    return door.relation is Relation.WORKER
