"""Weg van hier: the stay ends, the device keeps nothing, and another site comes in place of this one."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kring.people.acts import stays
from kring.people.leaving import NOTHING_STAYS
from kring.people.presence import begins_anew, opens_locked

ELSEWHERE = frozenset({"cross-site", "same-site"})
BUT_THE_NOTE = '"cache"'
"""For a beacon: the one thing that is stored is the note that this tab was left, and Back asks for it (kit/exit.js)."""


@begins_anew
@opens_locked
@csrf_exempt
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """A link for who has no scripts, a beacon for who has: leaving waits for no form and no answer.

    Nothing is asked that another site could not fake; all it could do is sign someone out, and it may not.
    """
    is_beacon = request.method == "POST"
    response = HttpResponse(status=HTTPStatus.NO_CONTENT if is_beacon else HTTPStatus.SEE_OTHER)
    if not is_beacon:
        response["Location"] = settings.KRING_EXIT_TO
    if request.headers.get("Sec-Fetch-Site") not in ELSEWHERE:
        stays.leave(request)
        response["Clear-Site-Data"] = BUT_THE_NOTE if is_beacon else NOTHING_STAYS
    return response
