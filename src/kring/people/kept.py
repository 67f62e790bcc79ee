"""What someone was sending when the screen turned out to be locked: kept, closed, until it is sent again.

It stands in the session, which is closed before it reaches the database (`kit.sessions`).  Files are not kept, and
neither is a form with a password or a code in it.  When the stay is over, because the screen was opened with too many
wrong codes or because it ended before the form came, the form waits an hour in that browser for the same person.
So does what somebody typed and did not send yet, when the page is left (kit/js/idle-words.js): it is shown, never done.
"""

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from kring.kit import clock

KEPT = "kept"
LEFT = "left"
WAITS = timedelta(hours=1)
MOST = 200_000  # characters
UNSENT = "unsent"
SECRET = re.compile("password|credential|^(pin|again|code|second|login)$")


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was sent: where to, and every field.  `words`: what was typed in it, where it was not sent yet."""

    path: str
    fields: list[tuple[str, str]]
    words: list[str]


def keep(request: HttpRequest) -> bool:
    """Keep what is being sent, if it may be kept."""
    sent = _sent(request)
    if sent is not None:
        request.session[KEPT] = sent
    return sent is not None


def _sent(request: HttpRequest) -> dict[str, Any] | None:
    if request.FILES or any(SECRET.search(name) for name in request.POST):
        return None
    names = [name for name in request.POST if name != "csrfmiddlewaretoken"]
    fields = [(name, value) for name in names for value in request.POST.getlist(name)]
    return {"path": request.get_full_path(), "fields": fields} if _may_be_kept(fields) else None


def _may_be_kept(fields: list[tuple[str, str]]) -> bool:
    secret = any(SECRET.search(name) for name, _ in fields)
    return bool(fields) and not secret and sum(len(name) + len(value) for name, value in fields) <= MOST


def _unsent(request: HttpRequest) -> dict[str, Any] | None:
    """What a page that is left sends along: a form that was never sent, to an address of this house."""
    try:
        told = json.loads(request.POST.get(UNSENT, ""))
        path, fields = str(told["path"]), [(str(name), str(value)) for name, value in told["fields"]]
        typed = {str(name) for name in told["typed"]}
    except (ValueError, TypeError, KeyError):
        return None
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, None)
    return {"path": path, "fields": fields, "typed": sorted(typed)} if ours and _may_be_kept(fields) else None


def is_lost(request: HttpRequest) -> bool:
    """Whether something was being sent that is not kept now, other than what shows who one is: then it is said."""
    return request.method == "POST" and not any(SECRET.search(name) for name in request.POST)


def onward(request: HttpRequest) -> str:
    """Where to go on, once it is shown who this is: to the page, or to what was being sent; else to the first page."""
    if request.method == "GET":
        return request.get_full_path()
    return reverse("ways:again") if request.method == "POST" and keep(request) else "/"


def kept(request: HttpRequest) -> Kept | None:
    """What was kept, if anything."""
    found = request.session.get(KEPT)
    if not found:
        return None
    fields = [(name, value) for name, value in found["fields"]]
    return Kept(found["path"], fields, [value for name, value in fields if value and name in found.get("typed", ())])


def forget(request: HttpRequest) -> None:
    """It arrived after all, or it is not needed any more."""
    request.session.pop(KEPT, None)


def arrives(request: HttpRequest) -> bool:
    """Whether this is the form that was kept, sent again."""
    found = kept(request) if request.method == "POST" else None
    return found is not None and found.path == request.get_full_path()


def left(request: HttpRequest) -> dict[str, Any] | None:
    """What leaving would lose, and whose it is; to `leave` again once the stay is over."""
    stay, found = getattr(request, "stay", None), request.session.get(KEPT)
    return _waiting(found, str(stay.user_id)) if stay and found else None


def sent_too_late(request: HttpRequest) -> dict[str, Any] | None:
    """What comes with a stay that is over, from a page or as it is left; to `leave` once it is left."""
    stay = getattr(request, "stay", None)
    sent = _coming(request) if stay else None
    return _waiting(sent, str(stay.user_id)) if stay and sent else None


def _coming(request: HttpRequest) -> dict[str, Any] | None:
    if request.method != "POST":
        return None
    return _sent(request) if request.accepts("text/html") else _unsent(request)


def _waiting(form: dict[str, Any], of: str) -> dict[str, Any]:
    return {"form": form, "of": of, "until": (clock.now() + WAITS).timestamp()}


def leave(request: HttpRequest, was: dict[str, Any] | None) -> None:
    """Let it wait here, for who it is of."""
    if was:
        request.session[LEFT] = was


def waits_for_another(request: HttpRequest, of: str) -> bool:
    """What is sent now is of somebody who was here before: let it wait for that person, and nobody else sees it."""
    sent = _coming(request)
    leave(request, _waiting(sent, of) if sent else None)
    return sent is not None


def is_handed_on(request: HttpRequest, user: UUID) -> bool:
    """Someone signed in here: whether something waited for this person.  For anybody else it is gone."""
    was = request.session.pop(LEFT, None)
    mine = was is not None and was["of"] == str(user) and clock.now().timestamp() < was["until"]
    if mine:
        request.session[KEPT] = was["form"]
    return mine
