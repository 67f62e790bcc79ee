"""What every page knows of the place it stands in, and the pages for what is not there or went wrong."""

import sys
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from kring.kit import covering
from kring.kit.busy import is_busy
from kring.kit.display import Display

EXIT_TO = "https://www.meteo.be/nl"
AGAIN_AFTER = 3  # seconds


def place(request: HttpRequest | None = None) -> dict[str, object]:
    """Context of every page: is this the practice place, where does the way out lead, how does this browser show it?"""
    return {
        "practice": getattr(settings, "KRING_PRACTICE", False),
        "exit_to": getattr(settings, "KRING_EXIT_TO", EXIT_TO),
        "display": Display.of(request),
        "cover": covering.address,  # worked out where a page asks for it
        "language": translation.to_locale(translation.get_language() or settings.LANGUAGE_CODE).replace("_", "-"),
    }


@cache
def fixed(template: str) -> bytes:
    """A page of this house that is the same for everyone: written once, in the language of the house."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string(template, place()).encode()


def not_found_bytes() -> bytes:
    """The refusal: the same bytes for what is not there and for what is not yours to see (R7)."""
    return fixed("404.html")


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # Django names it
    return HttpResponseNotFound(not_found_bytes())


def not_yours(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # Django names it
    """Said in the same words as what is not there."""
    return HttpResponse(fixed("403.html"), status=403)


def wrong_way_bytes() -> bytes:
    """For an address that cannot be opened by itself, after going back for instance."""
    return fixed("405.html")


def not_understood(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # Django names it
    """More than a form may carry, or something that no form of ours sends."""
    return HttpResponse(fixed("400.html"), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Whatever went wrong; Django asks while it handles the exception.  Busy is no fault: it passes."""
    if is_busy(sys.exc_info()[1]):
        return busy(request)
    return HttpResponseServerError(fixed("500.html"))


def busy(request: HttpRequest) -> HttpResponse:
    """Nothing was written, and the form with its once-token may be sent again (ADR 0003); scripts do so themselves."""
    again = {"Retry-After": str(AGAIN_AFTER)}
    if not request.accepts("text/html"):
        return JsonResponse({"busy": _("Het is even druk. Er is niets verloren.")}, status=503, headers=again)
    return HttpResponse(fixed("503.html"), status=503, headers=again)


def other_tab(_request: HttpRequest) -> HttpResponse:
    """Somebody signed in after this page was opened; the same for everyone, and it names nobody."""
    return HttpResponse(fixed("403_other.html"), status=403)


def csrf_failed(_request: HttpRequest, reason: str = "") -> HttpResponse:  # reason: for the technician, not shown
    """Most often a page that stood open too long: the typed text is still in the browser."""
    return HttpResponse(fixed("403_csrf.html"), status=403)
