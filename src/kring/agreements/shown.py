"""What a parent reads of agreements: what the child let it read, point by point, while they still stand (A87)."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import for_the_law
from kring.agreements.models import Agreement, Point
from kring.law import agreements as law
from kring.law.agreements import Party
from kring.rights.models import Wish


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
    rows = for_the_law(door, Agreement.objects.filter(pact__in=list(found)))
    gone = over(door, {pact: (who, what) for pact, who, what in rows.values_list("pact", "member_id", "meaning")})
    return {key: points for key, points in found.items() if key not in gone}


def over(door: Door, pacts: Mapping[UUID, tuple[UUID, str]]) -> frozenset[UUID]:
    """Of these pacts, those with somebody whom the child chose so, and does not any more: no parent reads them.

    `pacts`: with whom each is, and as what.
    """
    if not pacts:
        return frozenset()
    wishes = for_the_law(door, Wish.objects.filter(member__in=[member for member, _ in pacts.values()]))
    stands: defaultdict[tuple[UUID, str], bool] = defaultdict(bool)
    for member, meaning, ended in wishes.values_list("member_id", "meaning", "withdrawn_on"):
        stands[member, meaning] |= ended is None
    return frozenset(pact for pact, whom in pacts.items() if whom in stands and not stands[whom])
