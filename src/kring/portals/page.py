"""A page of the child itself, or the same page in the frame of who looks or writes down what the child says."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.law.access import AT_HOME, Relation


def show(request: HttpRequest, door: Door, template: str, /, **seen: object) -> HttpResponse:
    """A page of this room about one child."""
    frame = "kit/page.html" if door.relation in AT_HOME else "kit/worker.html"
    mine = door.relation is Relation.CHILD
    context = {"child": door.dossier, "mine": mine, "frame": frame, "here": "children", **seen}
    return render(request, f"portals/{template}", context)
