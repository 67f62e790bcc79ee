"""What a colleague struggles with: written, perhaps for the talk of the team, and taken away (B141)."""

from uuid import UUID

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor
from kring.people.models import Dilemma, Person, Team


def write(actor: Actor, person: Person, words: str, team: Team | None, *, once: UUID | None) -> Dilemma:
    """Keep it: for oneself, or for the talk of one's team."""
    with transaction.atomic():
        new = Dilemma.objects.create(person=person, team=team, words=words, written_on=clock.today())
        _tell(actor, Event.DILEMMA_WRITTEN, new.pk, once)
    return new


def erase(actor: Actor, dilemma: Dilemma, *, once: UUID | None) -> None:
    """It is gone, also for the team."""
    with transaction.atomic():
        gone = dilemma.pk
        dilemma.delete()
        _tell(actor, Event.DILEMMA_ERASED, gone, once)


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=(), once=once))
