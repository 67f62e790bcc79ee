"""That somebody was appointed is told to the child by a person; before that no page says anything of it (R15)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Relation
from kring.rights.models import Appointment


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who told the child, when, and who was there too."""

    on: date
    by: str
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who will tell it, how and where, and when."""

    teller: str
    how: str = ""
    on: date | None = None


def plan(door: Door, row: Appointment, will: Plan, *, act: UUID) -> None:
    """Who tells the child was agreed.  Raises `NotAllowedError` for who does not work with it, or once told."""
    _only_untold(door, row)
    with door.writes(Event.APPOINTMENT_TELLER, once=act) as write:
        told = {"teller": will.teller, "tell_how": will.how, "tells_on": will.on}
        write.change(row, version=row.item.version, **told)
        write.look_again(row, on=will.on or clock.today())


def tell(door: Door, row: Appointment, told: Told, *, act: UUID) -> UUID:
    """A person told the child: from now on it reads it.  The new key of it.

    Written anew in the class that the child reads, and the one of before goes: no row is opened to more people as it
    is.  Raises `NotAllowedError`, also for a day before the decision or to come, and `StaleError`.
    """
    _only_untold(door, row)
    if not row.decided_on or not row.decided_on <= told.on <= clock.today() or not told.by.strip():
        raise NotAllowedError
    with door.writes(Event.APPOINTMENT_TOLD, once=act) as write:
        write.change(row, version=row.item.version)
        kept = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields if not one.primary_key}
        kept |= {"told_on": told.on, "told_by": told.by, "told_beside": told.beside}
        new = write.add(Appointment, Filing(klass=Klass.FILE), **kept)
        write.remove(row)
        write.subject = new.pk
    key: UUID = new.pk
    return key


def _only_untold(door: Door, row: Appointment) -> None:
    if door.relation is not Relation.WORKER or not row.waits_to_be_told:
        raise NotAllowedError
