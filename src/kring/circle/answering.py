"""What an edit of the circle answers: a page by redirect, or, to a script, everything that page shows as JSON.

One protocol for all edits.  A form posts and is redirected; the same post with `Accept: application/json` gets the
new drawing, the new tray, what to say aloud and the name of the act, so that it can be undone.  A script never writes
markup.
"""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise

from kring.access.door import Door
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.drawing import draw_page
from kring.circle.reading import Person

Words = str | Promise


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
    """
    seen = reading.people(door, layer)
    told = {
        "tray": render_to_string("circle/parts/tray.html", tray(door, seen), request),
        "versions": versions(seen),
    }
    if "X-Kring-Waits" not in request.headers:
        between = reading.ties(door, layer)
        told["version"] = reading.mark_of(seen, between)
        told["circle"] = draw_page(reading.picture_of(door, seen, between))
    return told


def tray(door: Door, seen: list[Person]) -> dict[str, Any]:
    """What the tray shows: who was named and has no place yet, and how many of them have a proposal."""
    waiting = [one for one in seen if not one.is_placed]
    return {"waiting": waiting, "guessed": sum(one.domain is not None for one in waiting), "dossier": door.dossier}


def versions(seen: list[Person]) -> dict[str, str]:
    """Of everyone, the version that this page holds."""
    return {str(one.key): str(one.version) for one in seen}


def _plain(value: object) -> object:
    return [str(one) for one in value] if isinstance(value, list | tuple) else value
