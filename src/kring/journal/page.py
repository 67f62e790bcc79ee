"""What every page of this room knows: whose it is, and for whom it is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.law.access import AT_HOME, Relation


def show(request: HttpRequest, door: Door, template: str, /, **seen: Any) -> HttpResponse:
    """A page of this room, in the frame of who looks (R26).  `status`: of the answer, 200 unless said otherwise."""
    home = door.relation in AT_HOME
    context = {
        "frame": "kit/page.html" if home else "kit/worker.html",
        "here": "children",
        "home": home,
        "mine": door.relation is Relation.CHILD,
        "child": door.dossier.call_name,
        "dossier": door.dossier.pk,
        "works": door.relation is Relation.WORKER,
        **seen,
    }
    return render(request, f"journal/{template}", context, status=seen.get("status", 200))
