"""What every page of this room knows: whose it is, and for whom it is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door, RefusedError
from kring.law.access import AT_HOME, Klass, Relation, Section


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
        **seen,
    }
    return render(request, f"endings/{template}", context)


def only_who_hears_first(door: Door) -> None:
    """What somebody said before the child was told is for who works with the child.  Raises `RefusedError`."""
    if not hears_first(door):
        raise RefusedError


def hears_first(door: Door) -> bool:
    """Whether this visitor hears of it before the child was told."""
    return door.sieve(Section.RIGHTS).may_add(Klass.CONFIDENCE)
