"""What a browser may keep and use: nothing of a page, and no camera, place or microphone (R26, shared phones)."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from kring.kit.pages import wrong_way_bytes

Answers = Callable[[HttpRequest], HttpResponse]


def keeps_nothing(answer: Answers) -> Answers:
    """Middleware: every page that says nothing else may not be stored; static files are served before this.

    An address that only takes what is sent, opened by itself, gets a sentence instead of an empty page.
    """

    def inside(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response.content = wrong_way_bytes()
            response.headers["Content-Length"] = str(len(response.content))  # it said 0: nothing would arrive
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"  # no other site may show or load it
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response

    return inside
