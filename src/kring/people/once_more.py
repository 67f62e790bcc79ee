"""Showing who you are once more, for who has nothing the sign-in library can ask for: a PIN, or a sign-in elsewhere."""

import time
from datetime import timedelta
from typing import Final

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kring.kit import clock
from kring.people.acts import stays
from kring.people.models import Pin, Stay
from kring.people.passwords import has_account

SHOWN: Final = "shown"
LATELY = timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def first(request: HttpRequest) -> HttpResponse | None:
    """What comes before a grave page; nothing where the library asks, or where it was shown in the last ten minutes."""
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    if stay is None or _shown_lately(request, stay) or has_account(stay.user):
        return None
    onward = request.get_full_path() if request.method == "GET" else "/"
    if Pin.objects.filter(person=stay.user.person_id).exists():
        stays.lock(stay, at=clock.now())
        return redirect_to_login(onward, reverse("ways:lock"))
    if SocialAccount.objects.filter(user_id=stay.user_id).exists():
        stays.leave(request)
        return redirect_to_login(onward)
    return None


def note(request: HttpRequest) -> None:
    """The PIN was shown just now."""
    request.session[SHOWN] = time.time()


def _shown_lately(request: HttpRequest, stay: Stay) -> bool:
    told = request.session.get(SHOWN, 0.0)
    return time.time() - told < LATELY.total_seconds() or clock.now() - stay.began_at < LATELY
