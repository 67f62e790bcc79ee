"""The living gallery."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.kit import gallery as samples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, where they are looked at and where axe runs."""
    wrong = samples.Sample(data={"name": "", "ring": "", "mail": "lotte"})
    messages.success(request, samples.SAVED)
    lists = {"figures": samples.FIGURES, "icons": samples.ICONS, "tones": samples.TONES}
    return render(request, "kit/gallery.html", {"form": samples.Sample(prefix="day"), "wrong": wrong, **lists})
