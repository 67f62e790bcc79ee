"""A worker goes: another takes over, and the child is told by a person (A170, B179)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import handing
from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.endings import wrong_day
from kring.law.rights_moments import Moment
from kring.moments.acts import talking


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """Who takes over, and whether the one who hands over stays a while beside the other."""

    to: UUID
    stays: bool = False
    told_on: date | None = None
    told_by: str = ""


def hand_over(door: Door, chosen: Handing, *, act: UUID) -> None:
    """Another works with this child from now on, and explains the right anew.

    A person tells the child first, for its own page says by name who works with it (R15).  Of a child with whom nobody
    works, who comes tells it: that waits for nobody.  Raises `NotAllowedError`.
    """
    known = chosen.told_on is not None and bool(chosen.told_by.strip())
    wrong = known and wrong_day(chosen.told_on or clock.today(), first=door.dossier.opened_on, on=clock.today())
    if wrong or not (known or handing.is_alone(door)):
        raise NotAllowedError
    handing.hand_over(door, chosen.to, stays=chosen.stays, once=act)
    first = talking.First(on=chosen.told_on, by=chosen.told_by) if known else talking.First()
    talking.happened(door, Moment.NEW_WORKER, clock.today(), act=uuid7(), told=first)
