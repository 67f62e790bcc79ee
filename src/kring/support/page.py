"""Who keeps what a house tells who stands beside a child: who leads a team, and who runs the house."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse

from kring.kit.pages import not_found
from kring.people.standing import Standing

View = Callable[Concatenate[HttpRequest, Standing, ...], HttpResponse]


def for_keepers(view: View) -> View:
    """Inside `for_colleagues`: to any other colleague there is nothing here."""

    @wraps(view)
    def inside(request: HttpRequest, me: Standing, **rest: Any) -> HttpResponse:
        return view(request, me, **rest) if me.may_see_colleagues else not_found(request)

    return inside
