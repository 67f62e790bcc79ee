"""The child never said the words that somebody else wrote down as its own: one tap, and they go (R9, R23).

Who works with it hears so as of anything the child says here; who leads the team knows that it happened, and not what.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.rights import hearing
from kring.rights.acts import said


def may_deny(door: Door, row: Kept, words: str) -> bool:
    """Whether these are words of the child that another wrote down, and it is the child that reads them."""
    return bool(words) and door.relation is Relation.CHILD and row.item.author_id != door.me


def deny(door: Door, row: Kept, field: str, *, act: UUID) -> None:
    """The words of this field are gone.  Raises `NotAllowedError`; a colleague's change meanwhile is `StaleError`."""
    words: str = getattr(row, field)
    if not may_deny(door, row, words):
        raise NotAllowedError
    with door.writes(Event.WISH_UNSAID, once=act) as write:
        write.change(row, version=row.item.version, **{field: ""})
    readers = tuple(one.person for one in hearing.readers(door))
    said.say(door, said.Words(readers=readers, text=_("Dat zei ik niet: %(words)s") % {"words": words}), act=uuid7())
