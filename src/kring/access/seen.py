"""What was read of a child by its yes: so that taking the yes back can say what is already known (house.md 4)."""

from collections.abc import Sequence

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Seen
from kring.kit import clock
from kring.law.access import Klass, Relation

KNOWS_ANYWAY = frozenset({Relation.CHILD, Relation.WORKER, Relation.NETWORK_GUIDE, Relation.FALLBACK_WORKER})
"""The child itself, and who works with it: what these read asks no yes."""


def notes_seen(door: Door, rows: Sequence[Kept]) -> None:
    """Write that the visitor read these rows by a yes: once for each person, row and hour.

    Not of what it wrote itself, nor of what stands open to it by its position.  The rows came out of `door.within`.
    """
    if door.relation in KNOWS_ANYWAY:
        return
    by_a_yes = [row.pk for row in rows if row.item.author_id != door.me and not _stands_open(door, row)]
    if not by_a_yes:
        return
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    this_hour = Seen.objects.filter(person=door.me, item__in=by_a_yes, at__gte=hour)
    known = set(this_hour.values_list("item_id", flat=True))
    fresh = [Seen(item_id=key, person_id=door.me, at=clock.now()) for key in by_a_yes if key not in known]
    Seen.objects.bulk_create(fresh)


def _stands_open(door: Door, row: Kept) -> bool:
    return door.sieve(row.section).opens(Klass(row.item.klass))
