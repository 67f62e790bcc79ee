"""The circle as a drawing, the same as a list, and the poll that both devices of a session ride on."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.circle import answering, reading, session_page
from kring.circle.board import Board, board, config, forms, frame, layer_asked, look
from kring.circle.forms.people import Naming, PlacingAll
from kring.circle.sittings import running
from kring.law.access import Section
from kring.people.presence import quiet

LONGEST_SEARCH = 100


@through_door(Section.CIRCLE)
def page(request: HttpRequest, door: Door) -> HttpResponse:
    """The circle itself."""
    layer = layer_asked(request)
    shown = board(door, layer)
    act = shown.last_act
    told = {
        "board": shown,
        "tray": answering.tray(door, shown.people),
        "config": json.dumps({**config(shown), "acts": [str(act)] if act else []}),
    }
    return render(request, "circle/page.html", {**frame(door, layer), **told, **forms(layer, act)})


@through_door(Section.CIRCLE)
def listing(request: HttpRequest, door: Door) -> HttpResponse:
    """The same as a list that can do everything.  Whom one seeks is sent, never asked in the address."""
    return list_page(request, door, look(door, layer_asked(request)))


def list_page(
    request: HttpRequest, door: Door, shown: Board, *, naming: Naming | None = None, placing: PlacingAll | None = None
) -> HttpResponse:
    """The list, with a form that could not be taken in its place."""
    sought = request.POST.get("q", "").replace("\x00", "")[:LONGEST_SEARCH]
    told = {
        "board": shown,
        "groups": shown.grouped(sought),
        "sought": sought,
        "placing": placing or PlacingAll(people=shown.waiting, initial={"layer": shown.layer.value}),
    }
    asked = forms(shown.layer, shown.last_act) | ({"naming": naming} if naming else {})
    return render(request, "circle/list.html", {**frame(door, shown.layer), **told, **asked})


@quiet
@through_door(Section.CIRCLE, visit=False)
def changes(request: HttpRequest, door: Door) -> HttpResponse:
    """What a poll asks: only the version is read as long as nothing changed.  In a crisis: who was named at what."""
    since, here = request.GET.get("since", ""), running(door) if "crisis" in request.GET else None
    if here is None:
        return answering.changes(request, door, layer_asked(request), since)
    if reading.pulse(door, here.layer) == since:
        return HttpResponse(status=204)
    return JsonResponse(session_page.named_now(door, here))
