"""Two looks at a circle beside each other: the child's and the adults', or then and now."""

from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import make_aware

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.circle.board import board, frame, layer_asked
from kring.circle.difference import difference
from kring.circle.domains import Layer
from kring.circle.forms.taking import Comparing
from kring.circle.moments import moments
from kring.kit import clock
from kring.law.access import Section


@through_door(Section.CIRCLE)
def layers(request: HttpRequest, door: Door) -> HttpResponse:
    """The child's layer and the adults' layer, and in words who stands where; neither overwrites the other."""
    child, adult = (board(door, layer) for layer in (Layer.CHILD, Layer.ADULT))
    told = {"first": child, "second": adult, "differs": difference(child.people, adult.people)}
    return render(request, "circle/layers.html", {**frame(door, Layer.CHILD), **told})


@through_door(Section.CIRCLE)
def versions(request: HttpRequest, door: Door) -> HttpResponse:
    """Two moments: who came, who left, who stands elsewhere."""
    layer = layer_asked(request)
    days = moments(door, layer)
    form = Comparing(request.GET or {"from": days[0] if days else "", "to": clock.today()})
    told = {"form": form, "days": days, "first": None}
    if form.is_valid():
        first, last = (board(door, layer, _end_of(day)) for day in form.days)
        told |= {"first": first, "second": last, "differs": difference(first.people, last.people)}
    return render(request, "circle/versions.html", {**frame(door, layer), **told})


def _end_of(day: date | None) -> datetime | None:
    """The last moment of a day; today and an open end are now."""
    return None if day is None or day >= clock.today() else make_aware(datetime.combine(day, time.max))
