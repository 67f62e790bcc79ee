"""Where one stands with a child, for who works with it: how one begins, and when it was last talked about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.desk import desk_of
from kring.access.door import Door
from kring.access.entrance import through_door, visits_too
from kring.access.leading import closed_worked_with
from kring.access.page import show
from kring.endings import shut
from kring.kit import clock
from kring.law.access import Section, Verb
from kring.moments.reading import only_who_explains
from kring.people.entrance import for_colleagues
from kring.people.standing import Standing
from kring.portals.start import last_talks, start


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def beginning(request: HttpRequest, door: Door) -> HttpResponse:
    """Seven steps and the next one (A7b)."""
    only_who_explains(door)
    visits_too(door, Section.CIRCLE, Section.RIGHTS, Section.AGREEMENTS)
    return show(request, door, "portals/start.html", start=start(door))


@for_colleagues()
def talked(request: HttpRequest, me: Standing) -> HttpResponse:
    """My children by when it was last talked about, the longest ago first (A13)."""
    children = last_talks(desk_of(me.actor))
    return render(request, "portals/talked.html", {"children": children, "me": me, "here": "children"})


@for_colleagues()
def closed(request: HttpRequest, me: Standing) -> HttpResponse:
    """The places in which I worked and that were closed, and on whom one falls back since (C139, C199)."""
    children = list(closed_worked_with(me.actor, clock.today()).order_by("-closed_on", "pk"))
    return render(request, "endings/closed.html", {**shut.shown(request, me, children), "here": "children"})
