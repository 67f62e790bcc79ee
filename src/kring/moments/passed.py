"""Moments that passed without a talk, over the teams that someone leads.  Days and names of children, nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kring.access.door import Door
from kring.access.leading import Waiting, how_many_have, led_by, noted, waiting_in, workers_of
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Section
from kring.law.rights_moments import has_passed
from kring.moments.models import Talk
from kring.people.actors import Actor


@dataclass(frozen=True, slots=True)
class Passed:
    """A child that waits too long, since when, and who works with it."""

    child: UUID
    name: str
    since: date
    workers: tuple[str, ...]
    asked_on: date | None = None
    """When a team lead asked after it last."""

    @property
    def days(self) -> int:
        """For how many days."""
        return (clock.today() - self.since).days


@dataclass(frozen=True, slots=True)
class Seen:
    """What a team lead sees."""

    passed: list[Passed]
    children: int
    talked_with: int
    """With how many of them somebody talked at least once; when that was, and whether in time, is not said by it."""

    @property
    def never(self) -> int:
        """With how many children nobody talked yet, however short they are here (A17)."""
        return self.children - self.talked_with


def passed_moments(actor: Actor) -> Seen:
    """As many statements for one child as for a hundred."""
    today = clock.today()
    led = led_by(actor, today)
    every = waiting_in(Section.MOMENTS, led)
    found = [(one, since) for one in every if (since := waits(one)) and has_passed(since, on=today)]
    noted(actor, [one.dossier for one, _since in found])
    names = workers_of([one.dossier for one, _since in found])
    rows = [
        Passed(one.dossier, one.name, since, tuple(name for _, name in names.get(one.dossier, ())), one.asked_on)
        for one, since in found
    ]
    return Seen(sorted(rows, key=lambda row: row.since), len(every), how_many_have(Talk.objects.here(), led))


def late(dossiers: QuerySet[Dossier]) -> int:
    """At how many of these children a moment passed without a talk: a number and nothing else."""
    today = clock.today()
    return sum(has_passed(waits(one), on=today) for one in waiting_in(Section.MOMENTS, dossiers))


def waits(one: Waiting) -> date | None:
    """Since when; a child with whom nobody talked yet, since it came (A17)."""
    since = one.opened_on if one.since is None else one.since
    return since if since <= clock.today() else None


def workers(door: Door) -> list[UUID]:
    """Who works with this child today."""
    return [person for person, _name in workers_of([door.dossier.pk]).get(door.dossier.pk, ())]
