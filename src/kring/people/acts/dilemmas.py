"""What a colleague struggles with: written, perhaps for the talk of the team, and taken away (B141)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor
from kring.people.acts.advice import ChangedError
from kring.people.models import Dilemma, Person, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """On which day the team talks of it, what came of it, and of which version."""

    on: date
    outcome: str
    version: int


def write(actor: Actor, person: Person, words: str, team: Team | None, *, once: UUID | None) -> Dilemma:
    """Keep it: for oneself, or for the talk of one's team."""
    with transaction.atomic():
        new = Dilemma.objects.create(person=person, team=team, words=words, written_on=clock.today())
        _tell(actor, Event.DILEMMA_WRITTEN, new.pk, once)
    return new


def talk(actor: Actor, dilemma: Dilemma, talked: Talked, *, once: UUID | None) -> None:
    """Put it on the agenda of the team, and write down in short what came of it.  Raises `ChangedError`."""
    with transaction.atomic():
        same = Dilemma.objects.filter(pk=dilemma.pk, version=talked.version)
        if not same.update(version=F("version") + 1, talk_on=talked.on, outcome=talked.outcome):
            raise ChangedError
        _tell(actor, Event.DILEMMA_TALKED_OF, dilemma.pk, once)


def erase(actor: Actor, dilemma: Dilemma, *, once: UUID | None) -> None:
    """It is gone, also for the team."""
    with transaction.atomic():
        gone = dilemma.pk
        dilemma.delete()
        _tell(actor, Event.DILEMMA_ERASED, gone, once)


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=(), once=once))
