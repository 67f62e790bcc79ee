"""What every page of this room knows: whose it is, and for whom it is made."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.law.access import AT_HOME, Klass, Relation, Section
from kring.rights import reading


def about(door: Door) -> str:
    """The child's name for a page that speaks about the child; nothing for its own page, which speaks to it."""
    return "" if door.relation is Relation.CHILD else door.dossier.call_name


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
        "may_name": door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS),
        "may_look": reading.looks_at_checks(door),
        **seen,
    }
    return render(request, f"rights/{template}", context)
