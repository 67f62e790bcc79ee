"""Who of the circle can still be pointed out as somebody who comes in."""

from uuid import UUID

from kring.access.door import Door
from kring.access.spoken import spoken
from kring.rights.people import unclaimed


def unlinked(door: Door) -> list[tuple[UUID, str, bool]]:
    """Members of the circle nobody with a way in was pointed out as; of each, whether the child answered already."""
    said = set(spoken(door).values_list("towards", flat=True))
    return [(one.key, one.name, one.key in said) for one in unclaimed(door)]
