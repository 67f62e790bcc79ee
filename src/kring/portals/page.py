"""A page of the child itself, or the same page in the frame of who looks or writes down what the child says."""

from django.http import HttpRequest, HttpResponse

from kring.access import page
from kring.access.door import Door
from kring.rights import hearing

ANSWERING = frozenset({"known.html", "about.html", "question.html", "stop_answer.html", "along.html"})
SMALL = ANSWERING | {"who_is.html", "someone_else.html", "known_over.html", "about_over.html"}
"""Of these a child of six to eleven, or one that came in by pictures, gets a page of its own (`portals/small/`)."""


def show(request: HttpRequest, door: Door, template: str, /, **seen: object) -> HttpResponse:
    """A page of this room about one child: its templates ask of the whole place, not of a name alone."""
    own = "small/" if template in SMALL and hearing.is_small(door) else ""
    return page.show(request, door, f"portals/{own}{template}", child=door.dossier, **seen)
