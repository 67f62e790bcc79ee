"""After the way out, this device keeps nothing of what was shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

NOTHING_STAYS = '"cache", "storage"'


def leaves_nothing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view after which nobody is signed in here: the browser is told to forget (ASVS 5.0, 14.3.1)."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **rest: Any) -> HttpResponse:
        response = view(request, *args, **rest)
        if not request.user.is_authenticated:
            response["Clear-Site-Data"] = NOTHING_STAYS
        return response

    return inside
