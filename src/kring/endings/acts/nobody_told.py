"""Somebody wrote that the child was told that a person stops, and nobody told it: one tap, and another tells it (R15).

As of a restriction (`access.acts.protecting`): what it read stays, and what stopped does not go on by it.  Who wrote
that it was told, does not write so once more.
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.circle import reading as circle
from kring.endings.models import Farewell
from kring.endings.parting import may_say_so, may_tell_anew
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.rights import hearing
from kring.rights.acts import said


def never_told(door: Door, row: Farewell, *, act: UUID) -> None:
    """The child says that nobody told it: who works with it hears so, as anything that it says.

    Raises `NotAllowedError` for anybody else, for what it chose itself, for the second time, and after the help: nobody
    is there to tell it then.
    """
    if not may_say_so(door, row):
        raise NotAllowedError
    with door.writes(Event.FAREWELL_UNTOLD, once=act) as write:
        write.change(row, version=row.item.version, untold_on=clock.today())
        write.subject = row.pk
    name = circle.names(door, [row.member_id]).get(row.member_id, "")
    text = _("Hier staat dat iemand mij vertelde dat %(name)s er niet meer is voor mij. Niemand vertelde mij dat.")
    readers = tuple(one.person for one in hearing.readers(door))
    said.say(door, said.Words(readers=readers, text=text % {"name": name}), act=uuid7())


def tell_anew(door: Door, row: Farewell, by: str, *, on: date, act: UUID) -> None:
    """A person told it now, as another wrote down; that the child said so before, stays to be read.

    Raises `NotAllowedError`.
    """
    if not may_tell_anew(door, row) or not by.strip():
        raise NotAllowedError
    with door.writes(Event.FAREWELL_TOLD_ANEW, once=act) as write:
        told = {"told_by": by.strip(), "told_on": on, "marked_by_id": door.me}
        denied = {"denied_on": row.untold_on, "untold_on": None}
        write.change(row, version=row.item.version, **told, **denied)
        write.subject = row.pk
