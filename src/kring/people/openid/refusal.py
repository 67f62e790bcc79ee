"""What someone reads when signing in with a provider does not work: a plain sentence, and nothing of the answer."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.people.acts import attempts

FORBIDDEN = 403


class Why(StrEnum):
    """Which sentence fits: the answer was no good, of somebody else or of before, or one stopped oneself."""

    WRONG = "wrong"
    UNKNOWN = "unknown"
    TAKEN = "taken"
    STOPPED = "stopped"
    OLD = "old"
    OTHER = "other"
    UNTOLD = "untold"
    WEAK = "weak"


def refused(request: HttpRequest, why: Why = Why.WRONG) -> HttpResponse:
    """The page, and a line in the log, unless the person stopped."""
    if why != Why.STOPPED:
        attempts.failed(request, "openid", "")
    told = {"why": why.value, "is_here": getattr(request, "stay", None) is not None}
    return render(request, "account/openid_refused.html", told, status=FORBIDDEN)
