"""How the views of the circle answer an edit: to a page, to a script, and when somebody was faster."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.access.door import Door
from kring.access.writing import StaleError
from kring.circle import answering, reading
from kring.circle.acts.beside import NamedByTheChildError, StandsBesideError
from kring.circle.acts.people import NOWHERE
from kring.circle.board import frame
from kring.circle.domains import Layer
from kring.circle.reading import Person
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Verb

BACK = {"session", "list"}
KEPT = {"layer", "back", "ring", "domain", "name", "relation", "kind", "support", "in_care"}
STANDS = _("Deze persoon is gekozen of staat naast het kind. Schrijf eerst op dat het gestopt is.")
NAMED = _("Het kind koos deze persoon, of die komt hier binnen. Alleen het kind zelf geeft die een andere naam.")
ASK = _("Dit kan hier niet veranderd worden. Vraag het aan de begeleider.")
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
    """Do it; whether somebody else was faster."""
    try:
        attempt()
    except StaleError:
        return True
    return False


def chosen(door: Door, form: Form, field: str | None, attempt: Callable[[], bool]) -> bool | None:
    """Whether somebody else was faster (`stale`); nothing where who was chosen would be a thing, or gone by it.

    Who may not know that somebody was chosen, reads only that it cannot be changed here.
    """
    try:
        return attempt()
    except StandsBesideError as refusal:
        knows = door.sieve(Section.RIGHTS).opens(Klass.OWN_WORDS, Verb.CHANGE)
        is_the_name = isinstance(refusal, NamedByTheChildError)
        why = NAMED if is_the_name else STANDS
        form.add_error("name" if is_the_name and field else field, why if knows else ASK)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two who changed the same: what was chosen here, what stands there now, and who it is about."""

    person: Person
    chosen: str
    stands: str


def both(request: HttpRequest, door: Door, layer: Layer, clash: Clash | None = None) -> HttpResponse:
    """409: what was chosen here beside what stands there now; nothing is overwritten and nothing is lost."""
    if answering.wants_json(request):
        return answering.conflict(STALE)
    seen: dict[str, Any] = {}
    if clash:
        seen = {"person": clash.person, "chosen": clash.chosen, "stands": clash.stands}
        now = reading.person(door, clash.person.key, layer)
        seen["again"] = _sent_again(request, now.version if now else NOWHERE)
    return render(request, "circle/conflict.html", {**frame(door, layer), **seen}, status=409)


def _sent_again(request: HttpRequest, version: UUID) -> list[tuple[str, object]]:
    """The same form once more, as an act of its own, now knowing what stands there."""
    fresh: dict[str, object] = {"once": uuid7(), "version": version}
    kept = [(name, value) for name, values in request.POST.lists() if name in KEPT for value in values]
    return [*kept, *fresh.items()]


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
    """Where someone came from: the session, the list, or the drawing."""
    asked = request.POST.get("back", "")
    return to(asked if asked in BACK else "page", door, layer)
