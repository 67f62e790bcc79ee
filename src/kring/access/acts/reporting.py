"""A worker writes down what somebody beside the child would have said; the person itself says whether it is so.

Bookkeeping of the door, as part of the acts that know why.
"""

from datetime import date
from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.looks import UNTOLD
from kring.access.models import Item
from kring.access.reported import Reported
from kring.kit import clock
from kring.law.access import Relation
from kring.law.steps import Step


def report(door: Door, member: UUID, step: Step, *, on: date, comes_in_as: Relation) -> None:
    """It was written down, by whom and when; the last that was written is the one that is asked."""
    told: dict[str, Any] = {"step": step.value, "said_on": on, "comes_in_as": comes_in_as.value}
    by = {"written_by_id": door.me, "written_at": clock.now()}
    Reported.objects.update_or_create(item_id=member, defaults={**told, **by})


def settle(member: UUID) -> None:
    """The person said whether it is so, or the child was told: nothing is asked any more."""
    Reported.objects.filter(item=member).delete()


def nothing_to_tell(door: Door, member: UUID) -> None:
    """The person itself said that it is not so: what was written of it closes nothing, and is told to nobody (R2)."""
    Item.objects.filter(UNTOLD, dossier=door.dossier, about=member).exclude(look_on=None).update(look_on=None)
