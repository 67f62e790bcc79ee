"""Two looks at a circle beside each other: the child's and the adults', or then and now."""

from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import make_aware

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.circle.board import frame, layer_asked, look, looks_back
from kring.circle.difference import difference
from kring.circle.domains import Layer
from kring.circle.forms.taking import Comparing
from kring.circle.moments import moments
from kring.kit import clock
from kring.law.access import Section


@through_door(Section.CIRCLE)
def layers(request: HttpRequest, door: Door) -> HttpResponse:
    """The child's layer and the adults' layer, and in words who stands where; neither overwrites the other."""
    child, adult = (look(door, layer) for layer in (Layer.CHILD, Layer.ADULT))
    told = {"first": child, "second": adult, "differs": difference(child.people, adult.people)}
    return render(request, "circle/layers.html", {**frame(door, Layer.CHILD), **told})


@through_door(Section.CIRCLE)
def versions(request: HttpRequest, door: Door) -> HttpResponse:
    """Two moments: who came, who left, who stands elsewhere."""
    layer = layer_asked(request)
    if not looks_back(door, layer):
        raise RefusedError
    days = moments(door, layer)
    proposed = {"from": days[0] if days else clock.today(), "to": clock.today()}
    form = Comparing(proposed | {name: request.GET[name] for name in proposed if name in request.GET})
    told: dict[str, object] = {"form": form, "days": days}
    if form.is_valid() and form.days[0] != form.days[1]:
        first, last = (look(door, layer, _end_of(day)) for day in form.days)
        told |= {"first": first, "second": last, "differs": difference(first.people, last.people)}
        told |= dict(zip(("from", "until"), form.days, strict=True))
    return render(request, "circle/versions.html", {**frame(door, layer), **told})


def _end_of(day: date) -> datetime | None:
    """The last moment of a day; today is now."""
    return None if day >= clock.today() else make_aware(datetime.combine(day, time.max))
