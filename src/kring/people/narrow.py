"""What a stay that began with a link or with pictures may not open, beside what the door keeps shut (`access`).

Who holds a link has no account, so nothing of an account is here for it: a forwarded or stolen link never turns into a
password, a passkey or a PIN.  A child that came in by pictures finds its own small pages and nothing else (issue 3).
"""

from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.ways import WayKind
from kring.people.models import Stay, StayKind, User, Way

OF_AN_ACCOUNT: Final = ("account_", "mfa_", "openid_", "ways:passkey", "ways:pin", "ways:invited")
OF_ITS_OWNER: Final = (*OF_AN_ACCOUNT, "ways:channel")
"""What is changed in a stay that is sure: with a passkey made before that, one would come in as if it were."""
COMES_AND_GOES: Final = frozenset({"account_login", "account_logout", "account_inactive"})
SMALL: Final = COMES_AND_GOES | {
    "portals:today",
    "arriving:pictures",
    "ways:choose",
    "ways:link",
    "ways:ended",
    "ways:leave",
    "ways:display",
    "ways:beat",
    "ways:close",
}
BARE: Final = "bare"
ON_THE_WAY: Final = ("account_", "mfa_", "ways:", "arriving:", "public:", "kit:")
"""What opens while a second thing is still to be chosen: choosing it, and leaving."""
EVERYONES: Final = ("public:", "kit:", "demo:", "arriving:")


def refusal(request: HttpRequest, stay: Stay, view: Callable[..., Any]) -> HttpResponse | None:
    """What is answered in place of this address; nothing where it is open to this stay."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if is_shut(stay.way, view, name):
        return not_found(request)
    if stay.is_unsure(clock.now()) and name.startswith(OF_ITS_OWNER) and name not in COMES_AND_GOES:
        messages.warning(request, _("Dit kan nog niet. Op het begin lees je wanneer wel."))
        return redirect("portals:today")
    return redirect("arriving:second") if lacks_a_second(request, stay, name) else None


def lacks_a_second(request: HttpRequest, stay: Stay, name: str) -> bool:
    """Whether an account at home leans on a password alone: a second thing comes first (issue 3, "parents").

    Asked once for each stay, and again only as long as it is so.
    """
    if stay.way is not None or stay.kind != StayKind.HOME or request.session.get(BARE) is False:
        return False
    request.session[BARE] = stay.user.has_usable_password() and not _has_a_second(stay.user)
    return bool(request.session[BARE]) and not name.startswith(ON_THE_WAY)


def _has_a_second(user: User) -> bool:
    strong = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=strong).exists())


def is_shut(way: Way | None, view: Callable[..., Any], name: str) -> bool:
    """Whether this address is nothing for who came in this way."""
    if way is None or way.kind == WayKind.CARD:
        return False
    if way.kind == WayKind.PICTURES:
        behind_the_door = hasattr(view, "through_door")  # then it says itself whether it is small
        return not behind_the_door and name not in SMALL and not name.startswith(EVERYONES)
    return name.startswith(OF_AN_ACCOUNT) and name not in COMES_AND_GOES
