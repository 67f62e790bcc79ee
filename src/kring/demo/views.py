"""Who can be visited: one click each."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST  # noqa: TID251  # the same for everyone and for every id

from kring.demo.cast import CAST, a_link
from kring.demo.models import Mark
from kring.people import kept
from kring.people.acts import stays
from kring.people.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
def cast(request: HttpRequest) -> HttpResponse:
    """The cast, one button each."""
    return render(request, "demo/cast.html", {"cast": CAST})


@require_POST
def visit(request: HttpRequest, key: str) -> HttpResponse:
    """Come in as someone of the cast."""
    if not Mark.objects.exists():
        raise Http404
    user = get_object_or_404(User, email=f"{key}@kring.example", is_active=True)
    stays.leave(request)
    login(request, user, backend=BACKEND)
    kept.is_handed_on(request, user.pk)
    return redirect("/")


@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """A link as Wilma gets one from Noor, with the digits that she hears by phone."""
    if not Mark.objects.exists():
        raise Http404
    handed = a_link("noor", "wilma")
    shown = {"token": handed.token, "pin": f"{handed.pin[:3]} {handed.pin[3:]}", "name": "Wilma"}
    return render(request, "demo/link.html", shown)
