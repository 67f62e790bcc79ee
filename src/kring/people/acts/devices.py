"""A browser becomes known, when somebody came in with it; the own phone of a youth, and a device of the house."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people import devices, seals
from kring.people.actors import Actor, ActorKind
from kring.people.acts import stays
from kring.people.models import Device, Organisation, Person, Stay


def know(request: HttpRequest, person: Person) -> None:
    """Remember the browser in which this person came in; nothing when it was known already."""
    if not Device.objects.filter(person=person, secret__in=devices.seals_of(request), ended_at=None).exists():
        with transaction.atomic():
            made = _made(request, seals.new_token(), person=person, made_by=person)
            _tell(Event.DEVICE_KNOWN, made, person.pk)


def own(request: HttpRequest, stay: Stay) -> None:
    """This is the youth's own phone: from now on the own PIN is enough here.  A phone is of one person."""
    person, shown = stay.user.person, devices.seals_of(request)
    with transaction.atomic():
        Device.objects.filter(secret__in=shown, own=True).exclude(person=person).update(own=False)
        mine = Device.objects.filter(person=person, secret__in=shown, ended_at=None).first()
        mine = mine or _made(request, seals.new_token(), person=person, made_by=person)
        mine.own, mine.name, mine.wrong = True, stay.browser, 0
        mine.save(update_fields=["own", "name", "wrong"])
        Stay.objects.filter(pk=stay.pk).update(device=mine)
        _tell(Event.DEVICE_KNOWN, mine, person.pk, "own")


def register(request: HttpRequest, actor: Actor, house: Organisation, name: str, *, once: UUID) -> None:
    """This browser is of the organisation: here, and only here, children may come in by pictures.

    Raises `AlreadyDoneError`.
    """
    with transaction.atomic():
        token = devices.OF_THE_HOUSE + seals.new_token()
        made = _made(request, token, organisation=house, name=name, made_by_id=actor.somebody)
        _tell(Event.DEVICE_KNOWN, made, actor.somebody, "house", once=once)


def end(device: Device, *, by: UUID | None) -> None:
    """It is not known any more, and who is in with it is out.  Part of the act that says so."""
    Device.objects.filter(pk=device.pk).update(ended_at=clock.now())
    for stay in Stay.objects.filter(device=device.pk, ended_at=None).select_related("user"):
        stays.end(stay, at=clock.now(), by=by)


def forget(device: Device, *, by: UUID | None, once: UUID | None = None, why: str = "") -> None:
    """End a device; also one on which the PIN was guessed at.  Raises `AlreadyDoneError`."""
    with transaction.atomic():
        end(device, by=by)
        _tell(Event.DEVICE_FORGOTTEN, device, by, *filter(None, [why]), once=once)


def _made(request: HttpRequest, token: str, **whose: Any) -> Device:
    made = Device.objects.create(secret=seals.seal(token, scope=devices.SCOPE), made_at=clock.now(), **whose)
    request.new_device = token  # type: ignore[attr-defined]  # for the middleware `kring.people.devices.remembers`
    return made


def _tell(event: Event, device: Device, by: UUID | None, *codes: str, once: UUID | None = None) -> None:
    kind = ActorKind.SESSION.value
    chain.append(chain.Line(event=event, actor_kind=kind, actor=by, subject=device.pk, codes=codes, once=once))
