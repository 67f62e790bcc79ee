"""Digits that were chosen anew with a card: who works with the child makes that card, and could use it itself.

So that opens nothing more than the maker of the card reads already (R8), until the child says that it was itself: in a
stay that came in by something of before (a known device, a passkey, the digits of before).  Who lost everything waits a
week, and every other stay tells of it meanwhile; a child that came in by pictures, until somebody else asked it.  On
devices of before the digits of before go on working for so long: a card that the child did not use takes nothing.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.ways import WayKind
from kring.people import devices, seals
from kring.people.actors import ActorKind
from kring.people.acts import devices as browsers
from kring.people.acts import messages, stays
from kring.people.models import UNTIL_ASKED, Device, Person, Pin, Stay, Way

WAITS: Final = timedelta(days=7)


def choose(request: HttpRequest, person: Person, code: str, *, at: datetime) -> None:
    """Take this PIN, chosen with a card.  For who came in before, elsewhere, it waits.  Part of coming in."""
    had = Pin.objects.filter(person=person).first()
    waits = had is not None and had.is_waiting(at)
    since = had.waits_from if had and waits and had.waits_from else at
    fields = {"code": seals.hashed(code), "set_at": at, "before": "", "waits_from": None, "waits_until": None}
    if person.user.last_login is not None and not devices.is_of_before(request, person.pk, since):
        before = (had.before if waits else had.code) if had else ""
        fields |= {"before": before, "waits_from": since, "waits_until": _until(person.pk, had, at)}
    Pin.objects.update_or_create(person=person, defaults=fields)
    messages.tell_of_way_in(person.pk)
    _tell(Event.PIN_CHOSEN, person.pk)


def _until(person: UUID, had: Pin | None, at: datetime) -> datetime:
    """Of who came in by pictures and has no digits yet nobody ever said that the card was its own: no day does it."""
    by_pictures = had is None and Way.objects.filter(person=person, kind=WayKind.PICTURES.value).exists()
    return UNTIL_ASKED if by_pictures or (had is not None and had.waits_until == UNTIL_ASKED) else at + WAITS


def waits_to_be_asked(person: UUID) -> bool:
    """Whether the digits of this one count as its own only once somebody asked it."""
    return Pin.objects.filter(person=person, waits_until=UNTIL_ASKED).exists()


def weigh(request: HttpRequest, stay: Stay) -> None:
    """Someone came in with its digits: does it wait?  Not on a device of before."""
    person, now = stay.user.person_id, clock.now()
    pin = Pin.objects.filter(person=person, waits_until__gt=now).first()
    if pin and pin.waits_from and not devices.is_of_before(request, person, pin.waits_from):
        stay.waits_until = pin.waits_until
        stay.save(update_fields=["waits_until"])


def settle(person: UUID) -> None:
    """ "That was me", said of a card: nothing waits any more, unless another card is still to be answered for.

    Part of the act that says so.
    """
    pin = Pin.objects.filter(person=person).first()
    if pin is None or not pin.is_waiting(clock.now()) or _open_questions(pin):
        return
    Pin.objects.filter(person=person).update(before="", waits_from=None, waits_until=None)
    Stay.objects.filter(user__person=person).update(waits_until=None)


def undo(card: Way, *, by: UUID) -> None:
    """ "That was not me", said of a card: who came in with it is out, and so are the phones that were called own since.

    The digits of before are back, unless they were chosen anew once more after this card.  Part of what says so.
    """
    now, person = clock.now(), card.person_id
    pin = Pin.objects.filter(person=person).first()
    if pin is None or not pin.is_waiting(now) or card.opened_at is None:
        return
    is_last = pin.set_at <= card.opened_at
    until = now if is_last else pin.set_at
    for device in Device.objects.filter(person=person, made_at__range=(card.opened_at, until), ended_at=None):
        browsers.end(device, by=by)
    if is_last:
        for stay in Stay.objects.filter(user__person=person, waits_until__gt=now, ended_at=None).select_related("user"):
            stays.end(stay, at=now, by=by)
        Pin.objects.filter(person=person).update(code=pin.before, before="", waits_from=None, waits_until=None)
        Pin.objects.filter(person=person, code="").delete()


def _open_questions(pin: Pin) -> bool:
    """Whether some card with which these digits, or those since the first that waited, were chosen is unanswered."""
    mine = Way.objects.filter(person=pin.person_id, anew=True, opened_at__gte=pin.waits_from)
    return mine.filter(settled_at=None).exists()


def _tell(event: Event, me: UUID) -> None:
    with transaction.atomic():
        chain.append(chain.Line(event=event, actor_kind=ActorKind.SESSION.value, actor=me, subject=me))
