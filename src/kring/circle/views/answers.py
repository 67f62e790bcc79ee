"""How the views of the circle answer an edit: to a page, to a script, and when somebody was faster."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.access.door import Door
from kring.access.writing import StaleError
from kring.circle import answering
from kring.circle.board import frame
from kring.circle.domains import Layer

STALE = _("Iemand anders veranderde dit net. Kijk even wat er nu staat.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An act that was done: in which layer, what to say, its name, and where a page goes next."""

    layer: Layer
    said: str
    act: UUID
    back: str
    added: tuple[UUID, ...] = ()


def done(request: HttpRequest, door: Door, did: Done) -> HttpResponse:
    """The new circle for a script; for a page the sentence, and on."""
    if answering.wants_json(request):
        return answering.answer(request, door, did.layer, did.said, did.act, added=did.added)
    messages.success(request, did.said)
    return redirect(did.back)


def stale(attempt: Callable[[], object]) -> bool:
    """Do it; whether somebody else was faster (also when two devices begin the same row at the same moment)."""
    try:
        attempt()
    except (StaleError, IntegrityError):
        return True
    return False


def both(request: HttpRequest, door: Door, layer: Layer, **seen: Any) -> HttpResponse:
    """409: what was chosen here beside what stands there now; nothing is overwritten and nothing is lost."""
    if answering.wants_json(request):
        return answering.conflict(STALE)
    return render(request, "circle/conflict.html", {**frame(door, layer), **seen}, status=409)


def refused(request: HttpRequest, form: Form, page: Callable[[], HttpResponse]) -> HttpResponse:
    """What is wrong, in the words of the form; the page still holds everything that was typed."""
    if answering.wants_json(request):
        return answering.refusal(form)
    answer = page()
    answer.status_code = 400
    return answer


def to(name: str, door: Door, layer: Layer, **parts: Any) -> str:
    """The address of a page of this circle, in the same layer."""
    address = reverse(f"circle:{name}", kwargs={"dossier": door.dossier.pk, **parts})
    return address if layer is Layer.CHILD else f"{address}?layer={layer.value}"


def back(request: HttpRequest, door: Door, layer: Layer) -> str:
    """Where someone came from: the list, or the drawing."""
    return to("list" if request.POST.get("back") == "list" else "page", door, layer)
