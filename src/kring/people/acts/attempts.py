"""How many wrong tries someone has: of a password, a code, a PIN, a card, a link, a row of pictures, and of mails.

Each account has tries of its own on each browser that it is known in, and one heap for all other browsers together.
So who guesses from a thousand addresses shares one heap, and the owner on the own phone still comes in (quality.md 3,
row 17).  Five tries are free; then one a minute, one in two, in four, up to one an hour; after a quiet day all is
forgotten.

A try is taken *before* the secret is looked at, in one transaction, so that fifty at the same moment get no more than
one after another would.  A name that nobody has costs and answers the same: the heap is kept under an HMAC of the name.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final, Literal
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people import devices, later, seals
from kring.people.actors import ActorKind
from kring.people.models import Attempts, Person

FREE: Final = 5
LONGEST: Final = timedelta(hours=1)
FORGOTTEN: Final = timedelta(days=1)
A_CODE: Final = timedelta(minutes=2)
NO_PERSON: Final = "nobody"

What = Literal["password", "totp", "pin", "card", "link", "pictures", "lock", "mail", "openid", "channel"]


def may_try(request: HttpRequest, what: What, whom: str) -> bool:
    """Take one try.  False: none left for now, and the answer must look, and take, as for a wrong one."""
    return _take(_key(request, what, whom), clock.now())


def failed(request: HttpRequest, what: What, whom: str) -> None:  # the three say the same three things
    """It was wrong: the try is spent, and the log hears of it after the answer."""
    later.after_the_answer(partial(_tell, what, whom))


def succeeded(request: HttpRequest, what: What, whom: str) -> None:
    """It was right: the try is given back.  On a known browser all is forgotten; what strangers spent stays spent."""
    now, key = clock.now(), _key(request, what, whom)
    with transaction.atomic():
        Attempts.objects.filter(last_at__lt=now - FORGOTTEN).delete()
        row = Attempts.objects.select_for_update().filter(pk=key).first()
        if row is None:
            return
        if row.wrong <= 1 or _device(request, what, whom):
            row.delete()
            return
        row.wrong, row.shut_until = row.wrong - 1, None
        row.save(update_fields=["wrong", "shut_until"])


def left(request: HttpRequest, what: What, whom: str) -> int:
    """How many tries are left before one has to wait."""
    row = Attempts.objects.filter(pk=_key(request, what, whom)).first()
    return max(FREE - (row.wrong if row else 0), 0)


def first_use(whom: str, code: str) -> bool:
    """Whether this code of one's phone was not used before: it holds a minute, in every process of the server."""
    key = seals.seal(f"used {whom} {code}", scope="attempts")
    with transaction.atomic():
        Attempts.objects.filter(pk=key, last_at__lt=clock.now() - A_CODE).delete()
        _, is_new = Attempts.objects.get_or_create(pk=key, defaults={"last_at": clock.now()})
    return is_new


def _key(request: HttpRequest, what: What, whom: str) -> str:
    device = _device(request, what, whom)
    return seals.seal(f"{what} {device or 'unknown'} {whom}", scope="attempts")


def _device(request: HttpRequest, what: What, whom: str) -> UUID | None:
    return devices.known_to(request, whom, of_the_house=what == "pictures")


def _take(key: str, now: datetime) -> bool:
    """Take one try of a heap, if there is one.  The same statements whether or not, and for a heap that is new too."""
    with transaction.atomic():
        Attempts.objects.bulk_create([Attempts(pk=key, last_at=now)], ignore_conflicts=True)
        row = Attempts.objects.select_for_update().get(pk=key)
        if row.last_at <= now - FORGOTTEN:
            row.wrong, row.shut_until = 0, None
        is_free = row.shut_until is None or row.shut_until <= now
        if is_free:
            row.wrong += 1
            row.shut_until = now + _pause(row.wrong) if row.wrong >= FREE else None
        row.last_at = now
        row.save(update_fields=["wrong", "shut_until", "last_at"])
    return is_free


def _pause(wrong: int) -> timedelta:
    """How long after so many: 1, 2, 4 ... minutes, an hour at most."""
    return min(timedelta(minutes=2 ** min(wrong - FREE, 10)), LONGEST)


def _tell(what: What, whom: str) -> None:
    """A line in the log: the opaque id when we know who, no address ever.  All unknown names count as one."""
    person = Person.objects.filter(devices.belongs_to(whom)).values_list("pk", flat=True).first()
    if person is None and not _take(seals.seal(NO_PERSON, scope="attempts"), clock.now()):
        return
    line = chain.Line(
        event=Event.WAY_REFUSED, actor_kind=ActorKind.SESSION.value, actor=None, subject=person, codes=(what,)
    )
    with transaction.atomic():
        chain.append(line)
