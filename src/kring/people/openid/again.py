"""The end of a round to a provider that was begun to show once more who one is: only for the same person, just now."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kring.kit import clock
from kring.people import once_more
from kring.people.acts import stays
from kring.people.models import Stay
from kring.people.openid.refusal import Why, refused


def shown_again(request: HttpRequest, answer: SocialLogin) -> HttpResponse:
    """Open what was locked, and note that it was shown; another person changes nothing here."""
    begun: dict[str, Any] = answer.state.get("data") or {}
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    if stay is None or begun.get("again") != str(stay.user_id):
        return refused(request)
    if answer.moment is None:
        return refused(request, Why.UNTOLD)
    if not answer.is_existing or answer.user.pk != stay.user_id:
        return refused(request, Why.OTHER)
    if stay.is_locked(clock.now()):
        stays.unlock(stay, at=clock.now())
    once_more.note(request)
    record_authentication(request, stay.user, "socialaccount", reauthenticated=True)
    return redirect(answer.get_redirect_url(request) or "/")
