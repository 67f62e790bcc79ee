"""Showing who you are once more, for who has nothing the sign-in library can ask for: a PIN, or a sign-in elsewhere."""

import time
from datetime import timedelta
from typing import Final

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import Provider
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kring.kit import clock
from kring.people import kept
from kring.people.acts import stays
from kring.people.models import Pin, Stay, User

SHOWN: Final = "shown"
UNTOLD: Final = "untold"
GRAVE: Final = "grave"
LATELY = timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def first(request: HttpRequest, stay: Stay) -> HttpResponse | None:
    """What comes before a grave page; nothing where it was shown in the last ten minutes, or nothing can be shown.

    The screen is locked, and opened again by who it is: with the PIN, or at the provider (`openid.again`).
    """
    if _shown_lately(request, stay) or not _has_something(stay.user):
        return None
    stays.lock(stay, at=clock.now())
    return redirect_to_login(kept.onward(request), f"{reverse('ways:lock')}?{GRAVE}=1")


def note(request: HttpRequest) -> None:
    """It was shown just now."""
    request.session[SHOWN] = time.time()


def came_in_untold(request: HttpRequest) -> None:
    """A provider let someone in and did not say when it saw this person: that shows nothing."""
    request.session[UNTOLD] = True


def is_told(request: HttpRequest) -> bool:
    """Whether coming in was showing who one is."""
    return not request.session.get(UNTOLD, False)


def providers_of(request: HttpRequest, user: User) -> list[Provider]:
    """Where this person can show it: at the providers that are linked, and that there are."""
    held = set(SocialAccount.objects.filter(user=user).values_list("provider", flat=True))
    return [one for one in get_adapter().list_providers(request) if one.app.provider_id in held] if held else []


def _has_something(user: User) -> bool:
    pin = Pin.objects.filter(person=user.person_id)
    return pin.exists() or SocialAccount.objects.filter(user=user).exists()


def _shown_lately(request: HttpRequest, stay: Stay) -> bool:
    told = request.session.get(SHOWN, 0.0)
    came_in = abs(clock.now() - stay.began_at) < LATELY and is_told(request)
    return came_in or abs(time.time() - told) < LATELY.total_seconds()  # a clock that was set back makes nothing late
