"""Saying something to who works with the child, and hearing it.  The words stay as they were said (R23)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kring.access.acts import crying
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
    also_to: tuple[UUID, ...] = ()
    """Who takes over for that one today, and reads it as well (R13)."""
    not_safe: bool = False
    """It comes before everything else until that one read it (R14)."""
    nobody_now: bool = False
    """That one is away, and nobody reads it instead."""


def say(door: Door, words: Words, *, act: UUID) -> None:
    """Keep it, behind the wall of who says it (R16), and let who reads it know that there is something."""
    wall = next(iter(door.walls), None)
    look_on = clock.today() if words.not_safe else None
    filing = Filing(klass=Klass.OWN_WORDS, wall=wall, told_to=words.only_to, look_on=look_on)
    with door.writes(Event.ASKED, once=act, codes=(door.relation.value,)) as write:
        feeling = words.feeling.value if words.feeling else ""
        told = {"words": words.text, "feeling": feeling, "said_as": door.relation.value}
        each = [filing, *(replace(filing, told_to=one) for one in words.also_to)]
        rows = write.add_all(Said, [(one, told) for one in each])
        if words.not_safe:
            crying.cried(door, [row.pk for row in rows], nobody_now=words.nobody_now)
        for reader in words.readers:
            messages.tell(reader, MessageCode.ASKED, once=f"{act}:{reader}", about=door.dossier.pk)


def hear(door: Door, row: Said, answer: str, *, act: UUID) -> None:
    """It was read, and perhaps answered.  Raises `StaleError` when a colleague was first."""
    with door.writes(Event.HEARD, once=act, codes=("answered",) if answer else ()) as write:
        read = {"read_at": row.read_at or clock.now(), "read_by_id": row.read_by_id or door.me}
        write.change(row, version=row.item.version, answer=answer or row.answer, **read)
        if row.item.look_on:
            crying.was_read_by_one(door, row.item)
        crying.was_heard(door)


def spoke(door: Door, told: crying.Spoke, *, act: UUID) -> None:
    """Who works with the child writes down who spoke with it, and when, about what nobody read.

    Raises `NotAllowedError`.
    """
    with door.writes(Event.HEARD, once=act, codes=("spoke",)):
        crying.was_talked_about(door, told)


def needs_no_more(door: Door, cries: Iterable[UUID], *, act: UUID) -> None:
    """The child says that nobody has to look any more at what it said because it was not safe."""
    with door.writes(Event.ASKED, once=act, codes=(door.relation.value, "no_more")):
        crying.waits_no_more(door, cries)
