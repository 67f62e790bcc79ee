"""Pages without an account."""

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.kit import clock
from kring.public.asking import may_ask
from kring.public.sample import sample_circle
from kring.rights.cards import is_valid

MOST_TYPED = 60


def front(request: HttpRequest) -> HttpResponse:
    """What Kring is; who is signed in goes on to where the work is."""
    if request.user.is_authenticated:
        return redirect("portals:today")
    visit = reverse("demo:cast") if settings.KRING_DEMO else ""
    return render(request, "public/front.html", {"circle": sample_circle(), "visit": visit})


@never_cache
def card(request: HttpRequest) -> HttpResponse:
    """Is this role card valid?  Yes or no, and nothing else: not of whom, not since when, and not who asked."""
    if request.method != "POST":
        return render(request, "public/card.html", {"asked": False})
    if not may_ask(request):
        return render(request, "public/card.html", {"asked": False, "wait": True}, status=HTTPStatus.TOO_MANY_REQUESTS)
    valid = is_valid(request.POST.get("code", "")[:MOST_TYPED])
    words = {True: _("geldig"), False: _("niet geldig")}
    longest = max(map(len, words.values()))
    # As many bytes for a yes as for a no.
    shown = {"asked": True, "valid": valid, "said": words[valid], "room": " " * (longest - len(words[valid]))}
    return render(request, "public/card.html", shown)


def robots(_request: HttpRequest) -> HttpResponse:
    """Nothing here is for search engines."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


def security(_request: HttpRequest) -> HttpResponse:
    """Where to report a hole in the wall (RFC 9116)."""
    expires = (clock.now() + timedelta(days=180)).replace(microsecond=0).isoformat()
    lines = (f"Contact: mailto:{settings.DEFAULT_FROM_EMAIL}", f"Expires: {expires}", "Preferred-Languages: nl, fr, en")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
