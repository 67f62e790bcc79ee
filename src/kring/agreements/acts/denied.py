"""One of the two said of a yes in its name that it never said it: nobody else writes that yes any more (R2, R9).

Kept with the version, and asked of every version with this person: making a new one opens nothing.  Its own tap does.
As it is of every other word (`rights.denied`).
"""

from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.agreements.models import Agreement
from kring.law.agreements import Party


def is_denied(door: Door, member: UUID, party: Party) -> bool:
    """Whether this one denied a yes to what is agreed with this person, and did not say yes itself since."""
    return bool(to_weigh(door, Agreement.objects.filter(member=member, denied__contains=party.value)).exists())


def keep(door: Door, row: Agreement, party: Party) -> None:
    """It denied it.  Part of that act; not by the table: who stands beside a child writes nothing in an agreement."""
    said = {*row.denied.split(), party.value}
    to_weigh(door, Agreement.objects.filter(pk=row.pk)).update(denied=" ".join(sorted(said)))


def lift(door: Door, member: UUID, party: Party) -> None:
    """It said yes itself.  Part of that act."""
    for row in list(to_weigh(door, Agreement.objects.filter(member=member, denied__contains=party.value))):
        left = [one for one in row.denied.split() if one != party.value]
        to_weigh(door, Agreement.objects.filter(pk=row.pk)).update(denied=" ".join(left))
