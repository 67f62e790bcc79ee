"""The pool of volunteers of a house: added, changed and taken away by who runs it or leads a team (A152)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.people.actors import Actor
from kring.people.models import Organisation, Volunteer


class VolunteerChangedError(Exception):
    """Somebody else changed it since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a volunteer says of itself, and the day on which the house looked at its extract."""

    call_name: str
    when: str = ""
    languages: str = ""
    likes: str = ""
    extract_on: date | None = None


def add(actor: Actor, organisation: Organisation, new: Offered, *, once: UUID | None) -> None:
    """Somebody offered itself."""
    with transaction.atomic():
        row = Volunteer.objects.create(organisation=organisation, **_fields(actor, new))
        _tell(actor, Event.VOLUNTEER_ADDED, row.pk, once)


def change(actor: Actor, row: Volunteer, new: Offered, *, version: int, once: UUID | None) -> None:
    """What it says of itself changed, or its extract was looked at.  Raises `VolunteerChangedError`."""
    with transaction.atomic():
        fields = _fields(actor, new)
        if new.extract_on == row.extract_on:
            del fields["extract_by_id"]  # who looked stays who looked
        same = Volunteer.objects.filter(pk=row.pk, version=version)
        if not same.update(version=F("version") + 1, **fields):
            raise VolunteerChangedError
        _tell(actor, Event.VOLUNTEER_CHANGED, row.pk, once)


def remove(actor: Actor, row: Volunteer, *, once: UUID | None) -> None:
    """It is not there for children any more: nothing of it stays here."""
    with transaction.atomic():
        gone = row.pk
        row.delete()
        _tell(actor, Event.VOLUNTEER_REMOVED, gone, once)


def wanted(volunteer: UUID, *, on: date) -> None:
    """A child wants to get to know it: who keeps the pool reads that somebody comes to ask it, and not which child."""
    Volunteer.objects.filter(pk=volunteer, wanted_on=None).update(wanted_on=on)


def heard(volunteer: UUID) -> None:
    """It was asked, or it is over: nothing waits for who keeps the pool."""
    Volunteer.objects.filter(pk=volunteer).update(wanted_on=None)


def wanted_of(organisation: Organisation) -> list[Volunteer]:
    """Those whom a child wants to get to know and nobody asked yet, by name; of which child, it does not say."""
    rows = Volunteer.objects.filter(organisation=organisation, wanted_on__isnull=False)
    return sorted(rows, key=lambda one: one.call_name.casefold())


def _fields(actor: Actor, new: Offered) -> dict[str, object]:
    return {
        "call_name": new.call_name,
        "when": new.when,
        "languages": new.languages,
        "likes": new.likes,
        "extract_on": new.extract_on,
        "extract_by_id": actor.person if new.extract_on else None,
    }


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None) -> None:
    chain.append(chain.Line(event=event, actor_kind=actor.kind.value, actor=actor.person, subject=subject, once=once))
