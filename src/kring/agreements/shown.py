"""What a parent reads of agreements: what the child let it read, point by point, while they still stand (A87)."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.looks import untold_about
from kring.access.weighed import to_weigh
from kring.agreements.models import Agreement, Point, Yes
from kring.agreements.over import choices
from kring.law import agreements as law
from kring.law.agreements import Party


def may_go(row: Point) -> bool:
    """Whether the child is asked about it for a parent: not what the person said for itself, nor a number alone."""
    return law.may_share(law.Point(row.code)) and row.by != Party.PERSON and bool(row.words or row.choice)


@dataclass(frozen=True, slots=True)
class Shared:
    """What the child shares of one pact, and whether both said yes to what stands there now."""

    name: str
    points: list[Point]
    agreed: bool


def shared(door: Door) -> dict[UUID, Shared]:
    """For a parent: what stands there now and the child shares, for each pact that still stands; without a number.

    Also of a proposal: then the page and the paper say that it is one.
    """
    said_yes = door.answers.yes_items  # what somebody passed on in an emergency is no share of the child (R8)
    found: defaultdict[UUID, list[Point]] = defaultdict(list)
    for row in door.within(Point.objects.filter(until=None).order_by("pk")):
        if may_go(row) and row.pk in said_yes:
            row.number = ""  # of the two alone: never saved here
            found[row.pact].append(row)
    last: dict[UUID, Agreement] = {}
    for row in to_weigh(door, Agreement.objects.made().filter(pact__in=list(found)).order_by("number")):
        last[row.pact] = row
    if not last:
        return {}
    chosen, agreed = choices(door), _agreed(door, last)
    stands = {pact for pact, row in last.items() if not chosen.over_since(row)}
    return {key: Shared(some[0].called, some, key in agreed) for key, some in found.items() if key in stands}


def _agreed(door: Door, last: dict[UUID, Agreement]) -> set[UUID]:
    """Of which pacts both said yes to the last version; a yes that waits for a talk holds nothing meanwhile (R15)."""
    stops = untold_about(door.dossier.pk, {row.member_id for row in last.values()})
    waiting = {row.pk for row in last.values() if row.member_id in stops}
    said: defaultdict[UUID, set[Party]] = defaultdict(set)
    for yes in to_weigh(door, Yes.objects.filter(agreement__in=[row.pk for row in last.values()])):
        if not (yes.waits and yes.agreement_id in waiting):
            said[yes.agreement_id].add(Party(yes.party))
    return {pact for pact, row in last.items() if law.state(said[row.pk]) is law.State.AGREED}
