"""Who is here, on every request: the stay behind a session, and what time does to it.

A stay ends after twelve hours; at home after five minutes without a touch; at work it is locked after fifteen, and a
PIN, a passkey or a password opens it again (`people.views.stays`).  A poll is no touch.  Ending a stay, a way in or an
account is in force here, at the next request (quality.md 3, row 13; 4, "shared phone").
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet, UUIDField
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.people import kept, narrow
from kring.people.acts import stays
from kring.people.just_before import BEFORE
from kring.people.models import Stay, User

Answers = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]
STAY: Final = "stay"
HASH: Final = "_auth_user_hash"
A_TOUCH: Final = timedelta(seconds=30)
LOCKED: Final = 423


def quiet(view: View) -> View:
    """A view that is no touch: a poll of a page that stands open.  Outermost on the view."""
    view.is_quiet = True  # type: ignore[attr-defined]  # read by the middleware
    return view


def opens_locked(view: View) -> View:
    """A view that works while the screen is locked: opening it, and leaving.  Outermost on the view."""
    view.opens_locked = True  # type: ignore[attr-defined]  # read by the middleware
    return view


def begins_anew(view: View) -> View:
    """A view at which one comes in: there a stay that is over is over without a word.  Outermost on the view."""
    view.begins_anew = True  # type: ignore[attr-defined]  # read by the middleware
    return view


class Presence:
    """Middleware, after the framework's own of sessions and sign-in."""

    def __init__(self, answer: Answers) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.stay = None  # type: ignore[attr-defined]  # ours
        if SESSION_KEY in request.session:
            _recognise(request)
        return _signed_out(request, self.answer(request))

    def process_view(self, request: HttpRequest, view: View, _args: object, _parts: object) -> HttpResponse | None:
        """Weigh the stay before the view; a refusal says where to go and nothing else."""
        stay: Stay | None = request.stay  # type: ignore[attr-defined]
        if stay is None:
            return None
        now = clock.now()
        if stay.is_over(now) or (stay.way is not None and not _way_holds(stay, now)):
            return _ended(request, begins_anew=getattr(view, "begins_anew", False))
        if narrowed := narrow.refusal(request, stay, view):
            return narrowed
        if stay.is_locked(now):
            return None if getattr(view, "opens_locked", False) else _locked(request, stay, now)
        if kept.arrives(request):
            kept.forget(request)
        if not getattr(view, "is_quiet", False) and now >= stay.seen_at + A_TOUCH:
            stays.touch(stay, at=now)
        return None


def _stay(*, key: UUID | Open) -> QuerySet[Stay]:
    """A stay with its account and its way in: there is one or none."""
    return Stay.objects.select_related("user", "way").filter(pk=key)


_STAY = Prepared(_stay, key=UUIDField())


def _recognise(request: HttpRequest) -> None:
    """The stay and its account, in one statement in place of the framework's; a session without one gets one."""
    key = request.session.get(STAY)
    stay = next(iter(_STAY.ask(key=key)), None) if key else None
    if key is None:
        user = get_user(request)
        if isinstance(user, User):
            stay = stays.begin(user, browser=stays.browser_of(request.headers.get("User-Agent", "")), at=clock.now())
            request.session[STAY] = str(stay.pk)
    elif stay is None or not _same_sign_in(request, stay.user):
        request.session.flush()
        stay = None
    else:
        request._cached_user = stay.user  # type: ignore[attr-defined]  # what `request.user` of the framework looks at
    request.stay = stay  # type: ignore[attr-defined]


def _same_sign_in(request: HttpRequest, user: User) -> bool:
    """Whether the session is still of this account, with the password it began with; a disabled account is nobody."""
    told = str(request.session.get(HASH, ""))
    same = str(user.pk) == request.session[SESSION_KEY]
    return user.is_active and same and constant_time_compare(told, user.get_session_auth_hash())


def _way_holds(stay: Stay, now: datetime) -> bool:
    """A link holds as long as it is open; a card or a one-time link is used up by coming in, and may still be ended."""
    way = stay.way
    if way is None:
        return True
    return bool(way.is_open(now)) or way.ended_for == "used"


def _ended(request: HttpRequest, *, begins_anew: bool) -> HttpResponse | None:
    """The stay is over: what was being sent waits in this browser for the same person, where that may be kept."""
    was, lost = kept.sent_too_late(request), kept.is_lost(request)
    stays.leave(request)
    kept.leave(request, was)
    if begins_anew:
        return None
    ended = reverse("ways:ended") + ("?waits=yes" if was else "")
    if not request.accepts("text/html"):
        return JsonResponse({"ended": ended}, status=401)
    return redirect(ended + ("?lost=yes" if lost and not was else ""))


def _signed_out(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A form of a page from before signing out in another tab is asked to sign in: it waits, and that is said."""
    to = getattr(response, "url", "") if request.stay is None else ""  # type: ignore[attr-defined]
    asked = bool(to) and to.startswith(f"{resolve_url(settings.LOGIN_URL)}?")
    before = request.session.get(BEFORE) if asked else None
    if before and request.accepts("text/html") and kept.waits_for_another(request, before["of"]):
        return redirect(reverse("ways:ended") + "?waits=out")
    return response


def _locked(request: HttpRequest, stay: Stay, now: datetime) -> HttpResponse:
    stays.lock(stay, at=now)
    if not request.accepts("text/html"):
        return JsonResponse({"locked": reverse("ways:lock")}, status=LOCKED)
    return redirect_to_login(kept.onward(request), reverse("ways:lock"))
