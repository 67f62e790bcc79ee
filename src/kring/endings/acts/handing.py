"""A worker goes: another takes over, and the child is told by a person (A170, B179)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.acts import handing
from kring.access.door import Door
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.rights_moments import Moment
from kring.moments.acts import talking


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """Who takes over, and whether the one who hands over stays a while beside the other."""

    to: UUID
    stays: bool = False


def hand_over(door: Door, chosen: Handing, *, act: UUID) -> None:
    """Another works with this child from now on, and explains the right anew.  Raises `NotAllowedError`."""
    handing.hand_over(door, chosen.to, stays=chosen.stays, once=act)
    talking.happened(door, Moment.NEW_WORKER, clock.today(), act=uuid7())
