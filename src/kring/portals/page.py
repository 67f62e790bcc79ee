"""A page of the child itself, or the same page in the frame of who looks or writes down what the child says."""

from django.http import HttpRequest, HttpResponse

from kring.access import page
from kring.access.door import Door


def show(request: HttpRequest, door: Door, template: str, /, **seen: object) -> HttpResponse:
    """A page of this room about one child: its templates ask of the whole place, not of a name alone."""
    return page.show(request, door, f"portals/{template}", child=door.dossier, **seen)
