"""What every page about a child knows, whatever its room: whose it is, and for whom it is made (R26)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.access.door import Door
from kring.kit import clock
from kring.law.access import AT_HOME, Klass, Relation, Section
from kring.law.hands import Known, has_small_pages
from kring.law.transfers import SERVICES


def about(door: Door) -> dict[str, Any]:
    """Whose page it is, and in whose frame; what is asked of the door is asked only where a template names it.

    Who works elsewhere has no caseload and no colleagues here, so the frame shows no way to them.
    """
    home = door.relation in AT_HOME
    return {
        "frame": "kit/page.html" if home else "kit/worker.html",
        "here": "outside" if door.relation in SERVICES else "children",
        "home": home,
        "mine": door.relation is Relation.CHILD,
        "works": door.relation is Relation.WORKER,
        "as_stand_in": door.relation is Relation.FALLBACK_WORKER,  # finds the plan on its day, and no page of the child
        "child": door.dossier.call_name,
        "dossier": door.dossier.pk,
        "shut": door.dossier.closed_on is not None,  # what leads to a page where one writes, leads nowhere any more
        "may_name": partial(may_name, door),
    }


def show(request: HttpRequest, door: Door, template: str, /, **seen: Any) -> HttpResponse:
    """A page of any room, in the frame of who looks.

    `seen` is what this page shows, and may say the frame otherwise; `status`: of the answer, 200 unless said otherwise.
    """
    return render(request, template, about(door) | seen, status=seen.get("status", 200))


def is_small(door: Door) -> bool:
    """Whether the child itself looks, and is six to eleven, or came in by pictures.

    At 12 it keeps the pictures that it knows until a person told it what changes (R15).
    """
    if door.relation is not Relation.CHILD:
        return False
    here, born = door.dossier, door.dossier.born_on
    known = Known(here.opened_on, here.words_from)
    young = has_small_pages(date.fromisoformat(born) if born else None, on=clock.today(), known=known)
    return door.actor.is_small or young


def may_name(door: Door) -> bool:
    """Whether this visitor may write down whom the child chooses to stand beside it."""
    return door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS)
