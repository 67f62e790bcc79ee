"""What an edit of the circle answers: a page by redirect, or, to a script, everything that page shows as JSON.

One protocol for all edits.  A form posts and is redirected; the same post with `Accept: application/json` gets the
new drawing, the new tray, what to say aloud and the name of the act, so that it can be undone.  A script never writes
markup.
"""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise

from kring.access.door import Door
from kring.circle import reading
from kring.circle.domains import Domain, Layer
from kring.circle.drawing import draw_page
from kring.circle.picture import Seen, Turned
from kring.circle.reading import Person

Words = str | Promise
_SECTOR = re.compile(r"([a-z_]+):(-?\d\.\d{3}):(-?\d\.\d{3})")
_THINNEST, _ROUND = 0.05, 6.29


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks; a browser that shows pages accepts HTML."""
    return not request.accepts("text/html")


def answer(request: HttpRequest, door: Door, layer: Layer, said: Words, act: UUID | None, **more: Any) -> JsonResponse:
    """200: the circle after an act.  `more`: `added=[...]`, the members that were named, in the order of the names."""
    told = {**state(request, door, layer), "said": str(said), "undo": str(act) if act else None}
    return JsonResponse({**told, **{name: _plain(value) for name, value in more.items()}})


def changes(request: HttpRequest, door: Door, layer: Layer, since: str) -> HttpResponse:
    """The answer to a poll: 204 when nothing changed since that version, else the circle as it is now."""
    if reading.pulse(door, layer) == since:
        return HttpResponse(status=204)
    return JsonResponse(state(request, door, layer))


def refusal(form: Form) -> JsonResponse:
    """400: what is wrong, per field, in the words of the form."""
    return JsonResponse({"errors": form.errors.get_json_data()}, status=400)


def conflict(words: Words) -> JsonResponse:
    """409: somebody else changed it meanwhile; the script fetches what stands there now and lets the hand choose."""
    return JsonResponse({"conflict": str(words)}, status=409)


def state(request: HttpRequest, door: Door, layer: Layer) -> dict[str, Any]:
    """A layer as a page holds it.

    A script that has more acts waiting says so (`X-Kring-Waits`) and gets no drawing: only the last one is looked at.
    It also says how the sectors lie in what is looked at (`X-Kring-Sectors`), and there they stay: nobody who is about
    to put someone down finds another sector under the finger.
    """
    seen = reading.people(door, layer)
    told = {
        "tray": render_to_string("circle/parts/tray.html", tray(door, seen), request),
        "versions": versions(seen),
    }
    if "X-Kring-Waits" not in request.headers:
        between = reading.ties(door, layer)
        told["version"] = reading.mark_of(seen, between)
        picture = reading.picture_of(door, seen, between)
        told["circle"] = draw_page(replace(picture, seen=before_the_eyes(request.headers.get("X-Kring-Sectors", ""))))
    return told


def tray(door: Door, seen: list[Person]) -> dict[str, Any]:
    """What the tray shows: who was named and has no place yet, and how many of them have a proposal."""
    waiting = [one for one in seen if not one.is_placed]
    return {"waiting": waiting, "guessed": sum(one.domain is not None for one in waiting), "dossier": door.dossier}


def versions(seen: list[Person]) -> dict[str, str]:
    """Of everyone, the version that this page holds."""
    return {str(one.key): str(one.version) for one in seen}


def before_the_eyes(told: str) -> Seen:
    """How the sectors lie on a page, as its script tells: `wide family:-0.400:0.400 …; compact …`."""
    parts = dict(part.strip().partition(" ")[::2] for part in told.split(";"))
    return Seen(_turned(parts.get("wide", "")), _turned(parts.get("compact", "")))


def _turned(told: str) -> Turned:
    """Sectors in their order, one after the other and at most once round; nothing when they are not."""
    known = {domain.value: domain for domain in Domain}
    found = [(known.get(name), float(start), float(end)) for name, start, end in _SECTOR.findall(told)]
    sectors = tuple((domain, start, end) for domain, start, end in found if domain and end - start > _THINNEST)
    order = [domain for domain in Domain if domain in {domain for domain, _, _ in sectors}]
    edges = [angle for _, start, end in sectors for angle in (start, end)]
    if not edges or len(sectors) < len(found) or [domain for domain, _, _ in sectors] != order:
        return ()
    return sectors if edges == sorted(edges) and edges[-1] - edges[0] < _ROUND else ()


def _plain(value: object) -> object:
    return [str(one) for one in value] if isinstance(value, list | tuple) else value
