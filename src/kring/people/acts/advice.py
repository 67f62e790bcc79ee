"""What a house tells who stands beside a child: where to turn, and on whom to fall back when the case has closed."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.law.support import For
from kring.people.actors import Actor
from kring.people.models import Adviser, Organisation


class ChangedError(Exception):
    """Somebody else changed it since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A place to turn to, where that was read, and when somebody looked at it last (A256, A258)."""

    name: str
    words: str
    phone: str
    page: str
    whom: For
    source: str
    looked_on: date


def add(actor: Actor, organisation: Organisation, advice: Advice, *, once: UUID | None) -> Adviser:
    """A place more on the list."""
    with transaction.atomic():
        new = Adviser.objects.create(organisation=organisation, **asdict(advice))
        _tell(actor, Event.ADVISER_KEPT, new.pk, once)
    return new


def change(actor: Actor, adviser: Adviser, advice: Advice, *, version: int, once: UUID | None) -> None:
    """Somebody looked at it again, and it stands as it is now.  Raises `ChangedError`."""
    with transaction.atomic():
        same = Adviser.objects.filter(pk=adviser.pk, version=version)
        if not same.update(version=F("version") + 1, **asdict(advice)):
            raise ChangedError
        _tell(actor, Event.ADVISER_KEPT, adviser.pk, once)


def remove(actor: Actor, adviser: Adviser, *, once: UUID | None) -> None:
    """It stands on the list no more."""
    with transaction.atomic():
        gone = adviser.pk
        adviser.delete()
        _tell(actor, Event.ADVISER_REMOVED, gone, once)


def lasts(actor: Actor, organisation: Organisation, words: str, *, once: UUID | None) -> None:
    """On whom one falls back, how and until when: also after the case has closed (C139, C199)."""
    with transaction.atomic():
        organisation.lasting = words
        organisation.save(update_fields=["lasting"])
        _tell(actor, Event.LASTING_CHOSEN, organisation.pk, once)


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=(), once=once))
