"""Choosing an own PIN: we keep a hash of it, and the log says that it was chosen."""

from datetime import datetime

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people import seals
from kring.people.actors import ActorKind
from kring.people.acts import messages
from kring.people.models import Person, Pin


def choose(person: Person, code: str, *, at: datetime) -> None:
    """Take this PIN from now on, in place of the one before; where a card was used, `anew.choose`."""
    only = {"code": seals.hashed(code), "set_at": at, "before": "", "waits_from": None, "waits_until": None}
    with transaction.atomic():
        Pin.objects.update_or_create(person=person, defaults=only)
        messages.tell_of_way_in(person.pk)
        me, kind = person.pk, ActorKind.SESSION.value
        chain.append(chain.Line(event=Event.PIN_CHOSEN, actor_kind=kind, actor=me, subject=me))


def fits(code: str, pin: Pin | None) -> bool:
    """Whether this is the PIN, or the one before, where that still opens.  As slow for who has none."""
    if seals.fits(code, pin.code if pin else ""):
        return True
    return pin is not None and pin.is_waiting(clock.now()) and seals.fits(code, pin.before)
