"""What a parent reads of agreements: what the child let it read, point by point, while they still stand (A87)."""

from collections import defaultdict
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.agreements.models import Agreement, Point
from kring.agreements.over import choices
from kring.law import agreements as law
from kring.law.agreements import Party


def may_go(row: Point) -> bool:
    """Whether the child is asked about it for a parent: not what the person said for itself, nor a number alone."""
    return law.may_share(law.Point(row.code)) and row.by != Party.PERSON and bool(row.words or row.choice)


def shared(door: Door) -> dict[UUID, list[Point]]:
    """For a parent: what stands there now and the child shares, for each pact that still stands; without a number."""
    found: defaultdict[UUID, list[Point]] = defaultdict(list)
    for row in door.within(Point.objects.filter(until=None).order_by("pk")):
        if may_go(row):
            row.number = ""  # of the two alone: never saved here
            found[row.pact].append(row)
    last: dict[UUID, Agreement] = {}
    for row in to_weigh(door, Agreement.objects.made().filter(pact__in=list(found)).order_by("number")):
        last[row.pact] = row
    chosen = choices(door) if last else None
    gone = {pact for pact, row in last.items() if chosen and chosen.over_since(row)}
    return {key: points for key, points in found.items() if key not in gone}
