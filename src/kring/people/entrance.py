"""The way into the pages of the house, for who has a post in it: `@for_colleagues` on a view that takes a standing.

And one more question before what is grave, for everyone: `@sure`.  An address that only takes a form: `@sent_from`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST  # noqa: TID251  # this is the one place for the house

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


def sent_from(page: str, of: Callable[..., Any] | None = None) -> Callable[[View], View]:
    """For an address that only takes a form: who opens it by itself comes to the page on which that form stands.

    `of` finds the row in the address for this colleague, and raises `Http404`; the view gets that row.  It is asked
    first, whatever the method: where nothing is for who would send, nothing is for who looks.  Below `for_colleagues`
    and who of them it is for, above `sure`.  About a child: `access.entrance.posted`.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inside(request: HttpRequest, me: Standing, **keys: Any) -> HttpResponse:
            rows = [of(me, **keys)] if of else []
            if request.method in {"GET", "HEAD"}:
                return redirect(page)
            return require_POST(view)(request, me, *rows)

        inside.leads_to_its_page = True  # type: ignore[attr-defined]  # read by the matrix of who finds what
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
