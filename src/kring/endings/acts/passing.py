"""The child chose otherwise: a person tells it to who was chosen, and no message does (A126, brief 10.17)."""

from collections.abc import Sequence
from uuid import UUID

from kring.access.acts import placing
from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.law.endings import Leaves
from kring.law.steps import Step
from kring.rights.acts.telling import Told
from kring.rights.models import Taken, Wish


def pass_on(door: Door, rows: Sequence[Wish], told: Told, *, act: UUID) -> None:
    """Somebody told it: with this it is not to be done any more.  What was closed by the choice was closed before.

    Who marked it and when stands beside it, in a row that the child does not read (`taking_back`).
    """
    with door.writes(Event.CHOICE_PASSED_ON, once=act) as write:
        for row in rows:
            write.change(row, version=row.item.version, passed_on=told.on, passed_by=told.by)
            write.look_again(row, on=None)
        members = {row.member_id for row in rows}
        for member in members:
            filing = Filing(klass=Klass.CONFIDENCE, topic=Topic.BESIDE_ME, about=member)
            marked = {
                "heard_on": clock.today(),
                "told_on": told.on,
                "marked_by_id": door.me,
                "marked_on": clock.today(),
            }
            write.add(Leaving, filing, member_id=member, why=Leaves.CHILD.value, teller=told.by, **marked)
        stands = set(
            door.within(Wish.objects.in_force().filter(member__in=members)).values_list("member_id", flat=True)
        )
        for member in members - stands:
            placing.looks_no_more(door, member)


def pass_on_the_pause(door: Door, rows: Sequence[Taken], told: Told, *, act: UUID) -> None:
    """Somebody told the person that the child asked a pause, or that it goes on: now its own pages say so (R15)."""
    on_again = any(row.step == Step.RESUMED.value for row in rows)
    with door.writes(Event.GOING_ON_PASSED_ON if on_again else Event.PAUSE_PASSED_ON, once=act) as write:
        for row in rows:
            write.change(row, version=row.item.version, passed_on=told.on, passed_by=told.by)
            write.look_again(row, on=None)
