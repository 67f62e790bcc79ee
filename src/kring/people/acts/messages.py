"""Telling someone that there is something here: an act queues it, a tick sends it (`portals.jobs`), at most once.

At most once, and not at least once: that it leaves is written down before the mail server gets it.  When the machine
stops between the two, one mail may be missing, and never is one sent twice.  A mail is only a knock on the door: what
it is about waits inside, and the next mail says the same.  A second knock, at an odd hour, is what others notice.

A row goes: waiting - taken (for five minutes, then anyone may take it) - taken and sent (with the server) - sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.people.actors import Actor, ActorKind
from kring.people.models import Channel, Message, MessageCode, Messages, User

LEASE = timedelta(minutes=5)
LONGEST = timedelta(days=3)
"""How long a mail server may say no; what is this old is no news any more."""
ERASED_AFTER = timedelta(days=90)
AGAIN = (MessageCode.MOMENT.value,)
"""What a killed tick may have sent goes again where it is a reminder to a colleague: a second knock tells nobody
anything there, and none at all would leave a child unasked.  It bears the same name, by which a mail server knows it.
"""
NOWHERE, MAIL = "nowhere", "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Where and when someone is safe to be reached; without an address: nowhere."""

    address: str = ""
    is_safe: bool = False
    from_hour: int
    until_hour: int
    at_once: bool = False
    reminders: bool = True


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom to tell what; `once` names it: a second time is nothing."""

    person: UUID
    code: MessageCode
    once: str
    about: UUID | None = None


def tell(person: UUID, code: MessageCode, *, once: str, about: UUID | None = None) -> None:
    """Queue a message, in the transaction of the act that it is about."""
    tell_all([Telling(person, code, once, about)])


def tell_all(some: Sequence[Telling]) -> None:
    """Queue several, in one statement."""
    now = clock.now()
    new = [
        Message(person_id=one.person, code=one.code.value, about=one.about, once=one.once, made_at=now) for one in some
    ]
    Message.objects.bulk_create(new, ignore_conflicts=True)


def tell_of_way_in(person: UUID) -> None:
    """What someone comes in with was changed or taken away: its owner hears of it (ASVS 5.0, 6.3.7).

    Not who comes in for the first time: there was nothing to change.
    """
    if User.objects.filter(person=person, last_login__isnull=False).exists():
        tell(person, MessageCode.ACCOUNT, once=f"account:{uuid7()}")


def choose_channel(actor: Actor, chosen: Chosen, *, once: UUID | None) -> None:
    """Someone chose for itself where a message arrives safely (quality.md 4, "family mail")."""
    fields = {name: getattr(chosen, name) for name in Chosen.__slots__}
    with transaction.atomic():
        chain.refuse_again(once)
        _tell_the_one_before(actor.somebody, chosen.address)
        Channel.objects.update_or_create(person_id=actor.somebody, defaults={**fields, "set_at": clock.now()})
        line = chain.Line(
            event=Event.CHANNEL_CHOSEN,
            actor_kind=actor.kind.value,
            actor=actor.person,
            subject=actor.person,
            codes=(MAIL if chosen.is_safe else NOWHERE,),
            once=once,
        )
        chain.append(line)


def _tell_the_one_before(person: UUID, address: str) -> None:
    """Where messages came until now hears once more: a knock as every other, at the hours that were safe there.

    Not after "nowhere": then nothing leaves any more (quality.md 4).
    """
    was = Channel.objects.select_for_update().filter(person=person, is_safe=True).first()
    if was is None or not address or was.address in {"", address}:
        return
    Message.objects.create(
        person_id=person,
        code=MessageCode.ACCOUNT.value,
        once=f"account:{uuid7()}",
        address=was.address,
        from_hour=was.from_hour,
        until_hour=was.until_hour,
        made_at=clock.now(),
    )


def take(person: UUID, *, made_before: datetime) -> list[Message]:
    """Take what is waiting for a person, so that no other tick has it; a killed tick is forgotten in five minutes."""
    return _taken(Message.objects.filter(person=person, from_hour=None, made_at__lt=made_before))


def take_for_before(hour: int) -> list[Message]:
    """Take what must reach an address of before, where this hour of the day was safe."""
    return _taken(Message.objects.filter(from_hour__lte=hour, until_hour__gt=hour))


def _taken(rows: Messages) -> list[Message]:
    now = clock.now()
    with transaction.atomic():
        taken = list(rows.waiting().free(now - LEASE).select_for_update(skip_locked=True).order_by("made_at"))
        _of(taken).update(taken_at=now)
    return taken


def hand_over(messages: Sequence[Message]) -> None:
    """They leave now: from here on they are never sent again, whatever happens."""
    _of(messages).update(sent_at=clock.now())


def sent(messages: Sequence[Message], *codes: str) -> None:
    """The mail server has them."""
    with transaction.atomic():
        _of(messages).update(taken_at=None)
        _tell(Event.MESSAGE_SENT, messages, *sorted({one.code for one in messages}), *codes)


def refused(messages: Sequence[Message]) -> None:
    """The mail server said no: in five minutes anyone may try again."""
    _of(messages).update(sent_at=None)


def drop(messages: Sequence[Message], why: str) -> None:
    """They do not leave: what they are about does not hold, or there is nowhere safe to send them."""
    with transaction.atomic():
        _of(messages).update(dropped_at=clock.now(), taken_at=None)
        _tell(Event.MESSAGE_DROPPED, messages, why)


def tidy() -> None:
    """Send again, or say in the log, what a killed tick may have sent."""
    now = clock.now()
    lost = Message.objects.filter(sent_at__isnull=False, taken_at__lte=now - LEASE)
    lost.filter(code__in=AGAIN).update(sent_at=None, taken_at=None)
    for one in lost.exclude(code__in=AGAIN):
        sent([one], "perhaps")


def erase() -> None:
    """What is long past goes."""
    Message.objects.filter(made_at__lt=clock.now() - ERASED_AFTER).delete()


def _of(messages: Sequence[Message]) -> "models.QuerySet[Message]":
    return Message.objects.filter(pk__in=[one.pk for one in messages])


def _tell(event: Event, messages: Sequence[Message], *codes: str) -> None:
    whom = messages[0].person_id
    chain.append(chain.Line(event=event, actor_kind=ActorKind.JOB.value, actor=None, subject=whom, codes=codes))
