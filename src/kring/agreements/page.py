"""What every page of this room knows: whose it is, and for whom it is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.agreements.acts.making import may_make
from kring.law.access import AT_HOME, Relation


def show(request: HttpRequest, door: Door, template: str, /, **seen: Any) -> HttpResponse:
    """A page of this room, in the frame of who looks (R26)."""
    home = door.relation in AT_HOME
    context = {
        "frame": "kit/page.html" if home else "kit/worker.html",
        "here": "children",
        "home": home,
        "mine": door.relation is Relation.CHILD,
        "child": door.dossier.call_name,
        "dossier": door.dossier.pk,
        "may_make": may_make(door),
        **seen,
    }
    return render(request, f"agreements/{template}", context)
