"""In danger tonight somebody of the circle is reached without a yes of the child: a human act, told afterwards (R9)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts.protecting import is_restricted
from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle.models import Member
from kring.law.access import Klass, Topic
from kring.law.steps import How
from kring.rights.models import Reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """Who was reached, how, and why it could not wait for a yes."""

    member: UUID
    how: How
    motive: str
    on: date


def reach(door: Door, danger: Danger, *, act: UUID) -> Reached:
    """Write down that somebody was reached, with the motive.  It is no step: it opens nothing and asks nothing.

    Raises `NotAllowedError` for who does not answer for the child, without a motive, and with whom contact is
    restricted (R28): danger makes no contact that a judge forbade.
    """
    here = door.within(Member.objects.filter(pk=danger.member)).exists()
    if not here or not danger.motive.strip():
        raise NotAllowedError
    if is_restricted(door.dossier.pk, member=danger.member):
        raise NotAllowedError
    with door.writes(Event.PERSON_REACHED, once=act, codes=(danger.how.value,)) as write:
        filing = Filing(klass=Klass.CONFIDENCE, topic=Topic.SAFETY, about=danger.member)
        told = {"reached_on": danger.on, "how": danger.how.value, "motive": danger.motive}
        return write.add(Reached, filing, member_id=danger.member, **told)


def tell(door: Door, row: Reached, how: str, *, act: UUID, on: date) -> None:
    """A worker told the child: from now on it reads it.  Until then the table keeps it from the child (R15).

    Written anew in the class that the child reads, and the one of before goes: no row is opened to more people as it
    is.  Raises `NotAllowedError`, and `StaleError` when a colleague was first.
    """
    with door.writes(Event.REACHING_TOLD, once=act) as write:
        write.change(row, version=row.item.version)
        said = {"reached_on": row.reached_on, "how": row.how, "motive": row.motive, "told_on": on, "told_how": how}
        filing = Filing(klass=Klass.FILE, topic=Topic.SAFETY, about=row.member_id)
        new = write.add(Reached, filing, member_id=row.member_id, **said)
        write.remove(row)
        write.subject = new.pk
