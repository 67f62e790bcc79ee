"""That somebody was appointed is told to the child by a person; before that no page says anything of it (R15)."""

from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Relation
from kring.law.endings import wrong_day
from kring.rights.acts.telling import Plan, Told
from kring.rights.models import Appointment


def plan(door: Door, row: Appointment, will: Plan, *, act: UUID) -> None:
    """Who tells the child was agreed.  Raises `NotAllowedError` for who does not work with it, or once told."""
    _only_untold(door, row)
    with door.writes(Event.APPOINTMENT_TELLER, once=act) as write:
        told = {"teller": will.teller, "tell_how": will.how, "tells_on": will.tells_on}
        write.change(row, version=row.item.version, **told)
        write.look_again(row, on=will.tells_on or clock.today())


def tell(door: Door, row: Appointment, told: Told, *, act: UUID) -> UUID:
    """A person told the child, of an end also who was appointed: from now on it reads it.  The new key of it.

    Written anew in the class that the child reads, and the one of before goes: no row is opened to more people as it
    is.  Of an end of what the child never knew it reads nothing: only who was appointed was told.  Raises
    `NotAllowedError`, also for a day before the decision or to come, and `StaleError`.
    """
    ended = door.relation is Relation.WORKER and row.end_waits_to_be_told
    if not ended:
        _only_untold(door, row)
    first = row.ended_on if ended else row.decided_on
    if not (first and told.by.strip()) or wrong_day(told.on, first=first, on=clock.today()):
        raise NotAllowedError
    with door.writes(Event.APPOINTMENT_TOLD, once=act) as write:
        if ended and row.told_on is None:
            write.change(row, version=row.item.version, end_told_on=told.on, end_told_by=told.by)
            return UUID(str(row.pk))
        write.change(row, version=row.item.version)
        kept = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields if not one.primary_key}
        end = {"end_told_on": told.on, "end_told_by": told.by}
        kept |= end if ended else {"told_on": told.on, "told_by": told.by, "told_beside": told.beside}
        new = write.add(Appointment, Filing(klass=Klass.FILE), **kept)
        write.remove(row)
        write.subject = new.pk
    key: UUID = new.pk
    return key


def _only_untold(door: Door, row: Appointment) -> None:
    if door.relation is not Relation.WORKER or not row.waits_to_be_told:
        raise NotAllowedError
