"""Places that were closed, to find one again; and on whom who stands beside a child falls back after that (C139, C199).

By name and by day, and nothing more of them: what stands there is behind the door of each.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from kring.access.leading import noted
from kring.circle.names import fold
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.people.calling import Calls, to_call, with_callers
from kring.people.models import Organisation
from kring.people.standing import Standing

A_PAGE = 50


def shown(request: HttpRequest, me: Standing, children: Sequence[Dossier]) -> dict[str, Any]:
    """One page of them, found by a name that was sent and never asked in the address; in the log as every list is."""
    typed = request.POST.get("q", "").strip()
    found = [one for one in children if fold(typed) in fold(one.call_name)]
    page = Paginator(found, A_PAGE).get_page(request.POST.get("page") or request.GET.get("page"))
    noted(me.actor, [one.pk for one in page.object_list])
    seen = {"children": page.object_list, "page": page, "typed": typed, "all": len(children)}
    return seen | {"house": promised(me.organisation, clock.today()), "me": me}


def promised(house: Organisation, on: date) -> dict[str, Any]:
    """What the house promises, and whom one calls there until its last day; that there is nobody is said (R13)."""
    named = Organisation.objects.select_related("contact", "deputy").filter(pk=house.pk)
    row = with_callers(named, on).get()
    here = {getattr(row, f"{one.value}_id") for one in Calls if getattr(row, f"{one.value}_until")}
    return {"name": row.name, "lasting": row.lasting, "callers": to_call(row, here)}
