"""The addresses of Kring, and the two units that a page is measured by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from kring.people.actors import actor_of

handler404 = "kring.kit.pages.not_found"
handler500 = "kring.kit.pages.broken"


def bare(_request: HttpRequest) -> HttpResponse:
    """The bare unit: a view that does nothing."""
    return HttpResponse("Kring")


def empty(request: HttpRequest) -> HttpResponse:
    """The signed-in unit: session, user and the page of a worker with nothing on it."""
    if not actor_of(request):
        raise PermissionError
    return render(request, "kit/worker.html", {"here": ""})


urlpatterns = [
    path("bench/bare/", bare, name="bench-bare"),
    path("bench/empty/", empty, name="bench-empty"),
    path("", include("kring.config.urls")),
]
