"""A form of a page that stands open since before somebody signed in here: two tabs, and two persons.

It is refused, because it would be done in the name of who is in now.  That somebody else is in is said without a name
and nothing of it is shown; what was typed waits an hour in this browser for who typed it, where Kring knows who it is.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware import csrf

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import pages
from kring.people import kept
from kring.people.actors import ActorKind
from kring.people.just_before import BEFORE
from kring.people.models import Stay


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW`: of who is signed in, and sends what a page of ours made, the page is of before that."""
    stay: Stay | None = getattr(request, "stay", None)
    signed = request.POST.get("csrfmiddlewaretoken", "")
    if stay is None or len(signed) != csrf.CSRF_TOKEN_LENGTH:
        return pages.csrf_failed(request, reason)
    before: dict[str, Any] | None = request.session.get(BEFORE)
    if before and csrf._does_token_match(signed, before["form"]):  # type: ignore[attr-defined]  # not in its stubs
        kept.waits_for_another(request, before["of"])
    with transaction.atomic():
        chain.append(_line(stay))
    return pages.other_tab(request)


def _line(stay: Stay) -> chain.Line:
    me, kind = stay.user.person_id, ActorKind.SESSION.value
    return chain.Line(event=Event.WAY_REFUSED, actor_kind=kind, actor=me, subject=stay.pk, codes=("other_tab",))
