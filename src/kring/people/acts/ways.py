"""Ways in are made and ended here, and a link is opened by a person's tap.  For which child, `access.acts` knows.

Asking for the address of a link changes nothing and tells nothing, because scanners of mail open links (quality.md 4):
everything begins with the PIN that was told by phone.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F, Q
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.ways import WayKind
from kring.people import codes, devices, seals
from kring.people.actors import ActorKind
from kring.people.acts import attempts, stays
from kring.people.acts import devices as browsers
from kring.people.models import Device, Person, Pin, User, Way, WayEnd

SCOPE: Final = "way"
HOLDS_FOR: Final = timedelta(days=30)
LASTS: Final = {WayKind.CARD: timedelta(days=14), WayKind.PICTURES: timedelta(days=365)}
"""Other than a link."""
GUESSES: Final = 10
"""Wrong PINs of everybody together, after which a link ends."""
LINKS: Final = (WayKind.LINK.value, WayKind.ONE_LINK.value)
LINE: Final = ActorKind.LINK.value


class Found(StrEnum):
    """What came of a tap on a link."""

    OPEN = "open"
    WRONG = "wrong"  # an unknown link too
    OVER = "over"
    OTHER_DEVICE = "other_device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is made: `code` where who comes in chose one, `figure` with pictures, `anew` to choose another PIN."""

    kind: WayKind
    code: str = ""
    figure: str = ""
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A new way in, and its two halves, which are shown once and kept nowhere; a card and pictures have one."""

    way: Way
    token: str
    pin: str


def someone(call_name: str) -> Person:
    """A person with a way in, and the account without address behind its stays.  Part of the act of letting in."""
    person = Person.objects.create(call_name=call_name)
    user = User(person=person, email=None, created_at=clock.now())
    user.set_unusable_password()
    user.save(force_insert=True)
    return person


def make(person: UUID, shape: Shape, *, by: UUID) -> Made:
    """Make a way in.  Part of the act of letting in."""
    now, token, pin = clock.now(), _token(shape.kind), _pin(shape)
    way = Way.objects.create(
        person_id=person,
        kind=shape.kind.value,
        secret=seals.seal(token, scope=SCOPE) if token else None,
        pin=seals.hashed(pin) if pin else "",
        figure=shape.figure,
        anew=shape.anew,
        made_by_id=by,
        made_at=now,
        until_at=now + LASTS.get(shape.kind, HOLDS_FOR),
    )
    return Made(way, token, pin)


def _token(kind: WayKind) -> str:
    """What is held in the hand: a code on paper, a link, and of pictures nothing."""
    if kind == WayKind.PICTURES:
        return ""
    return codes.new_code() if kind == WayKind.CARD else seals.new_token()


def _pin(shape: Shape) -> str:
    """What is known: of a link digits, of pictures the row; who has a card chooses a PIN itself."""
    return shape.code or ("" if shape.kind == WayKind.CARD else f"{secrets.randbelow(10**6):06}")


def end(ways: list[UUID], why: WayEnd) -> list[UUID]:
    """End these ways in, also where a stay began with one that is used up; gives those that it ended."""
    holds = Q(ended_at=None) | Q(ended_for=WayEnd.USED.value)
    rows = Way.objects.select_for_update().filter(holds, pk__in=ways)
    ended = [way.pk for way in rows]
    Way.objects.filter(pk__in=ended).update(ended_at=clock.now(), ended_for=why.value)
    return ended


def enter(request: HttpRequest, token: str, pin: str) -> Found:
    """Someone tapped on a link and typed a PIN.  As slow, and as silent, for a link that nobody has."""
    secret, now = seals.seal(token, scope=SCOPE), clock.now()
    way = Way.objects.select_related("person__user", "device").filter(secret=secret, kind__in=LINKS).first()
    whom = str(way.pk) if way else str(UUID(secret[:32]))
    may_try = attempts.may_try(request, "link", whom)
    fits = seals.fits(pin, way.pin if way else "")
    if way is None or not (may_try and fits) or way.ended_for == WayEnd.GUESSED:
        if may_try:
            attempts.failed(request, "link", whom)
            guessed(UUID(whom))
        return Found.WRONG
    attempts.succeeded(request, "link", whom)
    if not (way.is_open(now) and way.person.user.is_active):
        return _refused(way, Found.OVER)
    if way.device and way.device != _device_of(request, way):
        return _refused(way, Found.OTHER_DEVICE)
    return _open(request, way, now)


def _open(request: HttpRequest, way: Way, now: datetime) -> Found:
    """Bind the link to this browser the first time, use up what works one time, and let its person in."""
    browsers.know(request, way.person)
    device = _device_of(request, way)
    with transaction.atomic():
        mine = Way.objects.open(now).filter(Q(device=None) | Q(device=device), pk=way.pk)
        used = {"ended_at": now, "ended_for": WayEnd.USED.value} if way.kind == WayKind.ONE_LINK else {}
        if not mine.update(device=device, opened_at=way.opened_at or now, wrong=0, **used):
            return _refused(way, Found.OVER)  # of two taps at the same moment, one was first
        _tell(Event.WAY_OPENED, way)
    stays.come_in(request, way.person.user, way=way, device=device)
    return Found.OPEN


def _device_of(request: HttpRequest, way: Way) -> Device | None:
    """The row of this browser for the person of this link, also when it became known in this same request."""
    new = getattr(request, "new_device", "")
    shown = [seals.seal(new, scope=devices.SCOPE)] if new else devices.seals_of(request)
    return Device.objects.filter(person=way.person_id, secret__in=shown, ended_at=None).first()


def begin_anew(person: UUID, *, by: UUID) -> None:
    """A PIN that somebody else knows is over, and so is what leaned on it: stays, passkeys, the phones it opened."""
    Pin.objects.filter(person=person).delete()
    stays.end_all(person, at=clock.now(), by=by)
    Authenticator.objects.filter(user__person=person).delete()
    for device in Device.objects.filter(person=person, own=True, ended_at=None):
        browsers.end(device, by=by)


def guessed(way: UUID, *, most: int = GUESSES) -> None:
    """Count a wrong PIN, also of a link that nobody has; after ten the link, or the card, is over."""
    with transaction.atomic():
        Way.objects.filter(pk=way).update(wrong=F("wrong") + 1)
        for one in Way.objects.filter(pk=way, ended_at=None, wrong__gte=most):
            end([one.pk], WayEnd.GUESSED)
            _tell(Event.WAY_ENDED, one, WayEnd.GUESSED.value)


def _refused(way: Way, why: Found) -> Found:
    """The PIN was right and the link does not open here: that is worth a line."""
    with transaction.atomic():
        _tell(Event.WAY_REFUSED, way, way.kind, why.value)
    return why


def _tell(event: Event, way: Way, *codes: str) -> None:
    chain.append(chain.Line(event=event, actor_kind=LINE, actor=way.person_id, subject=way.pk, codes=codes))
