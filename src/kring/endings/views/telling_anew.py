"""What the child says of a farewell that somebody wrote down, and who tells it then: part of the page of who stops."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.endings.acts import nobody_told
from kring.endings.forms_told import Tell
from kring.endings.models import Farewell
from kring.endings.questions import FAREWELLS
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.endings import Leaves
from kring.rights.acts import never_said


def form(request: HttpRequest | None = None, door: Door | None = None) -> Tell:
    """When and by whom it was told now."""
    first = door.dossier.opened_on if door else clock.today()
    return Tell(request.POST if request else None, first=first, why=Leaves.NO, auto_id="anew-%s")


def said(request: HttpRequest, door: Door, what: str) -> HttpResponse:
    """One of the taps below, about the farewell that it names.  Raises `RefusedError`."""
    row = next((one for one in FAREWELLS.of(door) if str(one.pk) == request.POST[what]), None)
    if row is None:
        raise RefusedError
    ABOUT_A_FAREWELL[what](request, door, row)
    return redirect("endings:endings", door.dossier.pk)


def _never_said(request: HttpRequest, door: Door, row: Farewell) -> None:
    """The child never said what somebody wrote as its words at a farewell."""
    if (once := OnceForm(request.POST)).is_valid():
        never_said.deny(door, row, "reaction", act=once.act)
        messages.success(request, _("Goed dat je het zegt. Dat staat er niet meer. Je begeleider leest het."))


def _never_told(request: HttpRequest, door: Door, row: Farewell) -> None:
    """Nobody told the child."""
    if (once := OnceForm(request.POST)).is_valid():
        nobody_told.never_told(door, row, act=once.act)
        messages.success(request, _("Goed dat je het zegt. Je begeleiding leest het. Een ander vertelt het je nog."))


def _told_anew(request: HttpRequest, door: Door, row: Farewell) -> None:
    """Another told it now; what is wrong with the form is said, and nothing is written."""
    told = form(request, door)
    if told.is_valid():
        nobody_told.tell_anew(door, row, told.told.by, on=told.told.on, act=told.act)
        messages.success(request, _("Goed dat het nu verteld is."))
    else:
        messages.error(request, " ".join(str(one) for some in told.errors.values() for one in some))


ABOUT_A_FAREWELL: dict[str, Callable[[HttpRequest, Door, Farewell], None]] = {
    "not_said": _never_said,
    "never_told": _never_told,
    "told_anew": _told_anew,
}
"""What is said of it in one tap, by the name of the button."""
