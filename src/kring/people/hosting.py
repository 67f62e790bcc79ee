"""Who hosts a meeting of people who stand beside a child: the fixed contact, and where that is nobody who steps in."""

from collections.abc import Collection
from uuid import UUID

from kring.people.models import Organisation


def host_of(house: Organisation, here: Collection[UUID]) -> UUID | None:
    """Of the two, the first who still works here (R13); `here`: the persons who do."""
    return next((one for one in (house.contact_id, house.deputy_id) if one in here), None)
