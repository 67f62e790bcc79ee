"""Coming in without mail: with a printed card, with the own PIN on the own phone, by pictures on a device of the house.

Whatever is wrong (forged, used, late, of somebody else) gives one answer; the log knows more (issue 3).
"""

from typing import Final
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core import signing
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.ways import WayKind
from kring.people import codes, pictures, seals, slips
from kring.people import devices as browsers
from kring.people.actors import ActorKind
from kring.people.acts import anew, attempts, devices, pins, stays, ways
from kring.people.models import Device, Pin, Way, WayEnd

SALT: Final = "card"
A_WHILE: Final = 10 * 60
"""Seconds to choose a PIN after the code was right."""
GUESSES: Final = 10
"""Wrong PINs one after the other, after which a phone is not known any more."""
WRONG_ROWS: Final = 30
"""Of the 20,736 rows of pictures: a child that taps wrong has room, who guesses has not."""


def card_typed(request: HttpRequest, typed: str) -> Way | None:
    """The card of this code, if it opens: wrong codes of others on the same address keep nobody out.

    A code has 54 bits, so that guessing finds none; tries are counted for the log alone, a few lines an address.
    """
    whom = seals.seal(get_adapter().get_client_ip(request), scope="cards")
    found = _card(secret=seals.seal(codes.as_kept(typed), scope=ways.SCOPE))
    if found is not None and found.is_open(clock.now()) and found.person.user.is_active:
        return found
    if attempts.may_try(request, "card", whom):
        attempts.failed(request, "card", str(found.pk) if found else whom)
    return None


def in_hand(way: Way) -> str:
    """What the next page carries in place of the code: for ten minutes, and for this card only."""
    return signing.dumps(str(way.pk), salt=SALT)


def card_in_hand(shown: str) -> Way | None:
    """The card that a page carries, if it still opens."""
    try:
        way = _card(pk=UUID(signing.loads(shown, salt=SALT, max_age=A_WHILE)))
    except signing.BadSignature:
        return None
    return way if way and way.is_open(clock.now()) and way.person.user.is_active else None


def has_own_pin(way: Way) -> bool:
    """Whether the PIN that was chosen before is asked; not with a card that was made because it was forgotten."""
    return not way.anew and Pin.objects.filter(person=way.person_id).exists()


def by_card(request: HttpRequest, way: Way, pin: str) -> bool:
    """Use a card up and let its person in: with its own PIN, or with the PIN that it chooses now."""
    chooses, now = not has_own_pin(way), clock.now()
    right = chooses or is_own_pin(request, way.person_id, pin)
    if right is False:
        ways.guessed(way.pk)
    if not right:
        return False
    with transaction.atomic():
        used = {"opened_at": now, "ended_at": now, "ended_for": WayEnd.USED.value}
        if not Way.objects.open(now).filter(pk=way.pk).update(**used):
            return False  # of two at the same moment, one was first
        if chooses:
            anew.choose(request, way.person, pin, at=now)
        _tell(way)
    stay = stays.come_in(request, way.person.user, way=Way.objects.get(pk=way.pk))
    anew.weigh(request, stay)
    return True


def on_own_phone(request: HttpRequest, device: Device, pin: str) -> bool:
    """The own PIN, on a phone that its owner called its own; after ten wrong ones it is not known any more."""
    person = device.person
    if person is None or not person.user.is_active:
        return False
    right = is_own_pin(request, person.pk, pin)
    if right is False:
        _count(device)
    if not right:
        return False
    Device.objects.filter(pk=device.pk).update(wrong=0)
    anew.weigh(request, stays.come_in(request, person.user, device=device))
    return True


def by_pictures(request: HttpRequest, device: Device, figure: str, here: list[Way], row: str) -> bool:
    """A child taps its pictures.  As many rows are weighed under every figure, so that time tells nothing."""
    may_try = attempts.may_try(request, "pictures", figure)
    kept = [way.pin for way in here] + [""] * (pictures.SHARE - len(here))
    fits = [seals.fits(row, one) for one in kept]
    way = next((way for way, is_so in zip(here, fits, strict=False) if is_so and way.person.user.is_active), None)
    if not may_try or way is None:
        if may_try:
            attempts.failed(request, "pictures", str(here[0].pk) if len(here) == 1 else figure)
            for one in here:  # in all, whatever the device: a row that is guessed at long enough is over
                ways.guessed(one.pk, most=WRONG_ROWS)
            slips.note(request, figure, row)
        return False
    attempts.succeeded(request, "pictures", figure)
    with transaction.atomic():
        _forgive([one.pk for one in here if one != way], slips.taken_back(request, figure, row))
        Way.objects.filter(pk=way.pk).update(wrong=0, opened_at=way.opened_at or clock.now())
        _tell(way)
    stays.come_in(request, way.person.user, way=way, device=device)
    return True


def _forgive(others: list[UUID], times: int) -> None:
    """Slips of one child counted for all under its figure: these are no guesses at the rows of the others."""
    if times:
        Way.objects.filter(pk__in=others).update(wrong=Greatest(F("wrong") - times, 0))


def is_own_pin(request: HttpRequest, person: UUID, code: str) -> bool | None:
    """Whether it is; nothing when the tries are used up, and then nothing is weighed.

    On a device of before, while digits that were chosen anew with a card wait, those of before are too (`acts.anew`).
    """
    whom, kept = str(person), Pin.objects.filter(person=person).first()
    if not attempts.may_try(request, "pin", whom):
        return None
    before_too = kept is not None and kept.waits_from and browsers.is_of_before(request, person, kept.waits_from)
    if not (pins.fits(code, kept) if before_too else seals.fits(code, kept.code if kept else "")):
        attempts.failed(request, "pin", whom)
        return False
    attempts.succeeded(request, "pin", whom)
    return True


def _card(**key: object) -> Way | None:
    return Way.objects.select_related("person__user").filter(kind=WayKind.CARD.value, **key).first()


def _count(device: Device) -> None:
    device.wrong += 1
    device.save(update_fields=["wrong"])
    if device.wrong >= GUESSES:
        devices.forget(device, by=None, why=WayEnd.GUESSED.value)


def _tell(way: Way) -> None:
    kind, me = ActorKind.SESSION.value, way.person_id
    chain.append(chain.Line(event=Event.WAY_OPENED, actor_kind=kind, actor=me, subject=way.pk, codes=(way.kind,)))
