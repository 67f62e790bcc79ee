"""The browsers that Kring knows: a cookie with a token for each person who came in here, of which we keep a seal.

A known browser opens nothing.  It gives its owner tries of its own, apart from those of strangers (`acts.attempts`).
Two are more: on the own phone of a youth the own PIN is enough, and a device of the house has the page of pictures.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from kring.kit import clock
from kring.people import seals
from kring.people.models import Device

COOKIE: Final = f"{settings.KRING_COOKIES}kring-device"
SCOPE: Final = "device"
APART: Final = "~"
MOST: Final = 4
"""People of one browser: a computer of a team, a phone that is shared at home."""
OF_THE_HOUSE: Final = "house."
"""How the token of a device of the house begins: it stays, however many people come in here after it."""
NEW_FOR: Final = timedelta(days=1)
"""For so long what is shared on a device waits until it is confirmed on another, or together with a worker."""
KEPT_FOR: Final = 180 * 24 * 60 * 60

Answers = Callable[[HttpRequest], HttpResponse]


def tokens_of(request: HttpRequest) -> list[str]:
    """The tokens that this browser shows: of the house, then of people, the newest first."""
    return _kept([one for one in request.COOKIES.get(COOKIE, "").split(APART) if one])


def _kept(tokens: list[str]) -> list[str]:
    house = [one for one in tokens if one.startswith(OF_THE_HOUSE)][:1]
    return house + [one for one in tokens if not one.startswith(OF_THE_HOUSE)][:MOST]


def seals_of(request: HttpRequest) -> list[str]:
    """What we keep of those tokens."""
    return [seals.seal(one, scope=SCOPE) for one in tokens_of(request)]


def known_to(request: HttpRequest, whom: str, *, of_the_house: bool = False) -> UUID | None:
    """The device of this browser that belongs to an address, a person, an account or a way in; nothing for a stranger.

    One statement, and only for a browser that shows a token: what it costs says nothing about `whom`.
    """
    shown = seals_of(request)
    if not shown:
        return None
    theirs = belongs_to(whom, "person__") | (Q(person=None) if of_the_house else Q())
    return Device.objects.filter(theirs, secret__in=shown, ended_at=None).values_list("pk", flat=True).first()


def is_new(request: HttpRequest, person: UUID) -> bool:
    """Whether this person has other devices, and this one is none of them yet, or only since a day (quality.md 4).

    The first device of somebody is no new one: there is nothing to compare it with.  One that was ended is something to
    compare with, and is known no more: else ending a lost phone would make the phone of whoever comes next the first.
    Who came in with a card that chooses the PIN anew is on a new one, whatever there is (`acts.anew`).
    """
    stay = getattr(request, "stay", None)
    if stay is not None and stay.is_unsure(clock.now()):
        return True
    theirs = list(Device.objects.filter(person=person).values_list("secret", "made_at", "ended_at"))
    known = {secret: made_at for secret, made_at, ended_at in theirs if ended_at is None}
    this = max((known[one] for one in seals_of(request) if one in known), default=None)
    before = min((made_at for _, made_at, _ in theirs), default=None)
    if before is None:
        return False
    return this is None or (this > before and clock.now() - this < NEW_FOR)


def is_of_before(request: HttpRequest, person: UUID, since: datetime) -> bool:
    """Whether this person came in with this browser already before that moment."""
    mine = Device.objects.filter(person=person, secret__in=seals_of(request), ended_at=None)
    return mine.filter(made_at__lt=since).exists()


def own_of(request: HttpRequest) -> Device | None:
    """The own phone of a youth, if this is one."""
    return _shown(request).filter(own=True).exclude(person=None).select_related("person__user").first()


def of_the_house(request: HttpRequest) -> Device | None:
    """The device of an organisation, if this is one."""
    return _shown(request).exclude(organisation=None).first()


def _shown(request: HttpRequest) -> QuerySet[Device]:
    return Device.objects.filter(secret__in=seals_of(request), ended_at=None)


def belongs_to(whom: str, path: str = "") -> Q:
    """Whose this is: an address to sign in with, or the key of a person, an account or a way in."""
    try:
        key = UUID(whom)
    except ValueError:
        return Q((f"{path}user__email", whom))
    return Q((f"{path}pk", key)) | Q((f"{path}user", key)) | Q((f"{path}ways", key))


def remembers(answer: Answers) -> Answers:
    """Middleware: give the browser the token that an act of coming in made for it."""

    def inside(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        new = getattr(request, "new_device", None)
        if new:
            shown = APART.join(_kept([new, *tokens_of(request)]))
            response.set_cookie(
                COOKIE,
                shown,
                max_age=KEPT_FOR,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response

    return inside
