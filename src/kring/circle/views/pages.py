"""The circle as a drawing, the same as a list, and the poll that both devices of a session ride on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.circle import answering
from kring.circle.board import Board, board, config, frame, layer_asked, look
from kring.circle.forms.people import Naming, PlacingAll, Undoing
from kring.law.access import Section

LONGEST_SEARCH = 100
DIGITS = 18  # of a version, so that nobody makes us count further


@through_door(Section.CIRCLE)
def page(request: HttpRequest, door: Door) -> HttpResponse:
    """The circle itself."""
    layer = layer_asked(request)
    shown = board(door, layer)
    told = {"board": shown, "tray": answering.tray(door, shown.people), "config": config(shown), **_forms(shown)}
    return render(request, "circle/page.html", {**frame(door, layer), **told})


@through_door(Section.CIRCLE)
def listing(request: HttpRequest, door: Door) -> HttpResponse:
    """The same as a list that can do everything."""
    return list_page(request, door, look(door, layer_asked(request)))


def list_page(
    request: HttpRequest, door: Door, shown: Board, *, naming: Naming | None = None, placing: PlacingAll | None = None
) -> HttpResponse:
    """The list, with a form that could not be taken in its place."""
    sought = request.GET.get("q", "").replace("\x00", "")[:LONGEST_SEARCH]
    told = {
        "board": shown,
        "groups": shown.grouped(sought),
        "sought": sought,
        "placing": placing or PlacingAll(people=shown.waiting, initial={"layer": shown.layer.value}),
    }
    forms = _forms(shown) | ({"naming": naming} if naming else {})
    return render(request, "circle/list.html", {**frame(door, shown.layer), **told, **forms})


def _forms(shown: Board) -> dict[str, Any]:
    """What both views can do at once: naming, and undoing the last act."""
    layer = {"layer": shown.layer.value}
    return {
        "naming": Naming(initial=layer, auto_id="add-%s"),
        "undoing": Undoing(initial=layer | {"what": shown.last_act}, auto_id=False),
    }


@through_door(Section.CIRCLE, visit=False)
def changes(request: HttpRequest, door: Door) -> HttpResponse:
    """What a poll asks: only the version is read as long as nothing changed."""
    since = request.GET.get("since", "")
    known = int(since) if since.isascii() and since.isdigit() and len(since) <= DIGITS else -1
    return answering.changes(request, door, layer_asked(request), known)
