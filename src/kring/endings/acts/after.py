"""What is seen to after a farewell: how the child is, whom it can turn to, and the day of saying goodbye (A140)."""

from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.endings.models import AfterLook, Farewell, GoodbyeDay
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.law.endings import Leaves, Look, looks_after
from kring.rights.acts.telling import Told


def to_see_to(write: Writing, farewell: Farewell, told: Told) -> None:
    """After two and six weeks how the child is; today whom it wants to turn to; on its day the goodbye."""
    looks = [(day, Look.HOW, None) for day in looks_after(told.on, on=clock.today())]
    asks = [(clock.today(), Look.ASK, member) for member in told.turn_to]
    goodbye = [(told.goodbye_on, Look.GOODBYE, None)] if told.goodbye_on else []
    if told.goodbye_on and farewell.why == Leaves.STOPS.value:
        of_it = {"farewell_id": farewell.pk, "member_id": farewell.member_id, "on_day": told.goodbye_on}
        write.add(GoodbyeDay, Filing(klass=Klass.FILE, about=farewell.member_id), **of_it)
    for day, kind, member in (*looks, *asks, *goodbye):
        _add(write, farewell, day, kind, member)


def _add(write: Writing, farewell: Farewell, day: date, kind: Look, member: UUID | None) -> None:
    filing = Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, about=farewell.pk, look_on=day)
    write.add(AfterLook, filing, farewell_id=farewell.pk, due_on=day, kind=kind.value, member_id=member)


def look(door: Door, row: AfterLook, words: str, *, act: UUID) -> None:
    """Somebody looked how the child is, or how the goodbye was."""
    with door.writes(Event.FAREWELL_LOOKED_AFTER, once=act) as write:
        write.change(row, version=row.item.version, looked_on=clock.today(), words=words)
        write.look_again(row, on=None)


def asked(door: Door, row: AfterLook, name: str, *, can: bool, act: UUID) -> None:
    """Somebody was asked whether the child can turn to it; who said yes, is named where the child reads to whom.

    Raises `NotAllowedError` for what is no such question.
    """
    farewell: Farewell | None = door.within(Farewell.objects.filter(pk=row.farewell_id)).first()
    if row.kind != Look.ASK.value or farewell is None:
        raise NotAllowedError
    with door.writes(Event.FAREWELL_LOOKED_AFTER, once=act) as write:
        write.change(row, version=row.item.version, looked_on=clock.today(), can=can)
        write.look_again(row, on=None)
        if can:
            known = [line for line in (farewell.steps_in, name) if line]
            write.change(farewell, version=farewell.item.version, steps_in="\n".join(known))
