"""Learning with partners of the house: planned, changed, called off, and what is taken along (B175)."""

from dataclasses import asdict, dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor
from kring.people.acts.advice import ChangedError
from kring.people.models import Learning, Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When, where, with whom and about what."""

    on: date
    at: time
    place: str
    partners: str
    words: str


def plan(actor: Actor, house: Organisation, planned: Planned, *, once: UUID | None) -> Learning:
    """A moment that every colleague reads of; nobody outside the house gets a message (B175)."""
    with transaction.atomic():
        new = Learning.objects.create(organisation=house, **asdict(planned))
        _tell(actor, Event.LEARNING_PLANNED, new.pk, once)
    return new


def change(actor: Actor, learning: Learning, planned: Planned, *, version: int, once: UUID | None) -> None:
    """Another day, place or subject (B175).  Raises `ChangedError`."""
    with transaction.atomic():
        _write(learning, version, **asdict(planned))
        _tell(actor, Event.LEARNING_CHANGED, learning.pk, once)


def note(actor: Actor, learning: Learning, learned: str, *, version: int, once: UUID | None) -> None:
    """What one takes along from it, by whichever colleague was there (B175).  Raises `ChangedError`."""
    with transaction.atomic():
        _write(learning, version, learned=learned)
        _tell(actor, Event.LEARNING_NOTED, learning.pk, once)


def call_off(actor: Actor, learning: Learning, *, once: UUID | None) -> None:
    """It does not happen; that stands there until the day is over (B175)."""
    with transaction.atomic():
        Learning.objects.filter(pk=learning.pk).update(called_off_on=clock.today(), version=F("version") + 1)
        _tell(actor, Event.LEARNING_CALLED_OFF, learning.pk, once)


def _write(learning: Learning, version: int, **facts: object) -> None:
    same = Learning.objects.filter(pk=learning.pk, version=version, called_off_on=None)
    if not same.update(version=F("version") + 1, **facts):
        raise ChangedError


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=(), once=once))
