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
    return render(request, f"loyalty/{template}", context)


def only_who_hears_parents(door: Door) -> None:
    """What parents say of whom their child chose is for who works with the child.  Raises `RefusedError`."""
    if not door.sieve(Section.PARENTS).may_add(Klass.HOUSEHOLD):
        raise RefusedError
