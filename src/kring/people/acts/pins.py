"""Choosing an own PIN: we keep a hash of it, and the log says that it was chosen."""

from datetime import datetime

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.people import seals
from kring.people.actors import ActorKind
from kring.people.acts import messages
from kring.people.models import Person, Pin


def choose(person: Person, code: str, *, at: datetime) -> None:
    """Take this PIN from now on, in place of the one before."""
    with transaction.atomic():
        Pin.objects.update_or_create(person=person, defaults={"code": seals.hashed(code), "set_at": at})
        messages.tell_of_way_in(person.pk)
        me, kind = person.pk, ActorKind.SESSION.value
        chain.append(chain.Line(event=Event.PIN_CHOSEN, actor_kind=kind, actor=me, subject=me))
