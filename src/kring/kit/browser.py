"""What a browser may keep and use: nothing of a page, and no camera, place or microphone (R26, shared phones)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answers = Callable[[HttpRequest], HttpResponse]


def keeps_nothing(answer: Answers) -> Answers:
    """Middleware: every page that says nothing else may not be stored; static files are served before this."""

    def inside(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response

    return inside
