"""The child chose otherwise: a person tells it to who was chosen, and no message does (A126, brief 10.17)."""

from collections.abc import Sequence
from uuid import UUID

from kring.access.acts import placing
from kring.access.door import Door
from kring.audit.events import Event
from kring.endings.acts.leaving import Told
from kring.rights.models import Wish


def pass_on(door: Door, rows: Sequence[Wish], told: Told, *, act: UUID) -> None:
    """Somebody told it: with this it is not to be done any more.  What was closed by the choice was closed before."""
    with door.writes(Event.CHOICE_PASSED_ON, once=act) as write:
        for row in rows:
            write.change(row, version=row.item.version, passed_on=told.on, passed_by=told.by)
            write.look_again(row, on=None)
        members = {row.member_id for row in rows}
        stands = set(
            door.within(Wish.objects.in_force().filter(member__in=members)).values_list("member_id", flat=True)
        )
        for member in members - stands:
            placing.looks_no_more(door, member)
