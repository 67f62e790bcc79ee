"""What every page knows of the place it stands in, and the pages for what is not there or went wrong."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string

EXIT_TO = "https://www.meteo.be/nl"


def place(_request: HttpRequest | None = None) -> dict[str, object]:
    """Context of every page: is this the practice place, and where does the way out lead?"""
    return {
        "practice": getattr(settings, "KRING_PRACTICE", False),
        "exit_to": getattr(settings, "KRING_EXIT_TO", EXIT_TO),
    }


@cache
def not_found_bytes() -> bytes:
    """The refusal: the same bytes for what is not there and for what is not yours to see (R7)."""
    return render_to_string("404.html", place()).encode()


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # Django names it
    return HttpResponseNotFound(not_found_bytes())


@cache
def wrong_way_bytes() -> bytes:
    """For an address that cannot be opened by itself, after going back for instance."""
    return render_to_string("405.html", place()).encode()


def not_understood(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # Django names it
    """More than a form may carry, or something that no form of ours sends."""
    return HttpResponse(render_to_string("400.html", place()), status=400)


def broken(_request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(render_to_string("500.html", place()))


def csrf_failed(_request: HttpRequest, reason: str = "") -> HttpResponse:  # reason: for the technician, not shown
    """Most often a page that stood open too long: the typed text is still in the browser."""
    return HttpResponse(render_to_string("403_csrf.html", place()), status=403)
