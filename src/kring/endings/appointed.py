"""Who was appointed while the child does not know it, for who works with it (R15).  Always through the door."""

from uuid import UUID

from django.db.models import Q

from kring.access.door import Door, RefusedError
from kring.law.access import Relation
from kring.rights.models import Appointment


def untold(door: Door) -> list[Appointment]:
    """What the director decided, or what ended by the choice of the child, and nobody told; nothing for anybody else.

    One statement.
    """
    if door.relation is not Relation.WORKER:
        return []
    return list(door.within(_WAITS.all().order_by("pk")))


def untold_to_the_child(door: Door) -> bool:
    """Whether something of that is news to the child; not an end of what it never knew.  One statement."""
    return any(row.ended_on is None or row.told_on is not None for row in untold(door))


def untold_of(door: Door, key: UUID) -> Appointment:
    """One of them.  Raises `RefusedError`."""
    row: Appointment | None = next((one for one in untold(door) if one.pk == key), None)
    if row is None:
        raise RefusedError
    return row


_ENDED = Q(ended_on__isnull=False, by_choice=True, end_told_on=None)
_WAITS = Appointment.objects.filter(Q(ended_on=None, told_on=None) | _ENDED, decided_on__isnull=False)
