"""Who goes, and its children: for a worker itself, and for who leads its team.  Facts, and nothing of a child's."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.leading import goer
from kring.endings.departing import departure_of, own_departure
from kring.kit.pages import not_found
from kring.people.entrance import for_colleagues
from kring.people.models import Role
from kring.people.standing import Standing


@for_colleagues()
def mine(request: HttpRequest, me: Standing) -> HttpResponse:
    """My last day, and with each child: who takes over, who stays, what is not in order."""
    seen = own_departure(me)
    if seen is None:
        return not_found(request)
    return render(request, "endings/mine.html", {"seen": seen, "me": me, "here": "today"})


@for_colleagues()
def departure(request: HttpRequest, me: Standing, worker: UUID) -> HttpResponse:
    """The same of somebody of an own team; whom a child chose does not stand there."""
    post = goer(me.actor, worker) if Role.TEAM_LEAD in me.roles else None
    if post is None:
        return not_found(request)
    return render(request, "endings/departure.html", {"seen": departure_of(post, me), "me": me, "here": "today"})
