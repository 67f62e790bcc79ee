"""The way into the pages of the house, for who has a post in it: `@for_colleagues` on a view that takes a standing.

And one more question before what is grave, for everyone: `@sure`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kring.audit.chain import AlreadyDoneError
from kring.kit import clock
from kring.kit.pages import not_found
from kring.people import once_more
from kring.people.actors import actor_of
from kring.people.passwords import has_account
from kring.people.standing import Standing, standing_of

View = Callable[Concatenate[HttpRequest, Standing, ...], HttpResponse]


def for_colleagues(*, changing: bool = False) -> Callable[[View], Callable[..., HttpResponse]]:
    """Let in who has a post today; with `changing`, only who may change the house.  To others there is nothing here."""

    def wrap(view: View) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def inside(request: HttpRequest, **rest: Any) -> HttpResponse:
            actor = actor_of(request)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            standing = standing_of(actor, clock.today())
            if standing is None or (changing and not standing.may_change):
                return not_found(request)
            try:
                return view(request, standing, **rest)
            except AlreadyDoneError:
                return redirect("people:organisation")

        return inside

    return wrap


def sure(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask once more who this is, unless that was shown in the last ten minutes (ASVS 5.0, 7.5.3).

    For what is grave: a role, a passkey, an export, breaking the glass.  What was being sent, is kept meanwhile.  Who
    has only a PIN shows that; who signs in elsewhere goes there and signs in anew.  Who has nothing at all (a visitor
    of the practice place) passes: there is nothing to ask for.  Inside `for_colleagues` or a door, so that to a
    stranger there is still nothing here.
    """
    asked: Callable[..., HttpResponse] = reauthentication_required(app="kring.people")(view)

    @wraps(view)
    def inside(request: HttpRequest, *parts: Any, **rest: Any) -> HttpResponse:
        stay = request.stay  # type: ignore[attr-defined]  # kring.people.presence
        if stay is None or has_account(stay.user):
            return asked(request, *parts, **rest)
        return once_more.first(request, stay) or view(request, *parts, **rest)

    return inside


def sure_when_sent(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same, only before it is sent: where looking at the form shows nothing, and there may be haste."""
    asked = sure(view)

    @wraps(view)
    def inside(request: HttpRequest, *parts: Any, **rest: Any) -> HttpResponse:
        return (asked if request.method == "POST" else view)(request, *parts, **rest)

    return inside
