"""What someone reads when signing in with a provider does not work: a plain sentence, and nothing of the answer."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.people.acts import attempts

FORBIDDEN = 403


class Why(StrEnum):
    """Which sentence fits: the answer was no good, we do not know who this is, or one stopped oneself."""

    WRONG = "wrong"
    UNKNOWN = "unknown"
    TAKEN = "taken"
    STOPPED = "stopped"


def refused(request: HttpRequest, why: Why = Why.WRONG) -> HttpResponse:
    """The page, and a line in the log, unless the person stopped."""
    if why != Why.STOPPED:
        attempts.failed(request, "openid", "")
    return render(request, "account/openid_refused.html", {"why": why.value}, status=FORBIDDEN)
