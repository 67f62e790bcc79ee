"""The days on which a layer of the circle changed: what can be compared."""

from datetime import date

from django.db.models.functions import TruncDate

from kring.access.door import Door
from kring.circle.domains import Layer
from kring.circle.models import Placement

MOST = 12


def moments(door: Door, layer: Layer) -> list[date]:
    """The days on which someone got a place, was described otherwise or left; the first day, and then the latest."""
    rows = door.within(Placement.objects.filter(layer=layer.value)).order_by()
    days = sorted(set(rows.annotate(day=TruncDate("since_at")).values_list("day", flat=True).distinct()))
    return days if len(days) <= MOST else [days[0], *days[1 - MOST :]]
