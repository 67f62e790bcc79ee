"""Pages without an account."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kring.kit import clock
from kring.public.sample import sample_circle


def front(request: HttpRequest) -> HttpResponse:
    """What Kring is; who is signed in goes on to where the work is."""
    if request.user.is_authenticated:
        return redirect("portals:today")
    visit = reverse("demo:cast") if settings.KRING_DEMO else ""
    return render(request, "public/front.html", {"circle": sample_circle(), "visit": visit})


def robots(_request: HttpRequest) -> HttpResponse:
    """Nothing here is for search engines."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


def security(_request: HttpRequest) -> HttpResponse:
    """Where to report a hole in the wall (RFC 9116)."""
    expires = (clock.now() + timedelta(days=180)).replace(microsecond=0).isoformat()
    lines = (f"Contact: mailto:{settings.DEFAULT_FROM_EMAIL}", f"Expires: {expires}", "Preferred-Languages: nl, fr, en")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
