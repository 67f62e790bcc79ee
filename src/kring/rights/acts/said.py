"""Saying something to who works with the child, and hearing it.  The words stay as they were said (R23)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass
from kring.people.acts import messages
from kring.people.models import MessageCode
from kring.rights.models import Feeling, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said: words, or a face that was pointed at; to one worker, or to all who work with this child."""

    readers: tuple[UUID, ...]
    text: str = ""
    feeling: Feeling | None = None
    only_to: UUID | None = None


def say(door: Door, words: Words, *, act: UUID) -> None:
    """Keep it, behind the wall of who says it (R16), and let who reads it know that there is something."""
    wall = next(iter(door.walls), None)
    filing = Filing(klass=Klass.OWN_WORDS, wall=wall, told_to=words.only_to)
    with door.writes(Event.ASKED, once=act, codes=(door.relation.value,)) as write:
        feeling = words.feeling.value if words.feeling else ""
        write.add(Said, filing, words=words.text, feeling=feeling, said_as=door.relation.value)
        for reader in words.readers:
            messages.tell(reader, MessageCode.ASKED, once=f"{act}:{reader}", about=door.dossier.pk)


def hear(door: Door, row: Said, answer: str, *, act: UUID) -> None:
    """It was read, and perhaps answered.  Raises `StaleError` when a colleague was first."""
    with door.writes(Event.HEARD, once=act, codes=("answered",) if answer else ()) as write:
        read = {"read_at": row.read_at or clock.now(), "read_by_id": row.read_by_id or door.me}
        write.change(row, version=row.item.version, answer=answer or row.answer, **read)
