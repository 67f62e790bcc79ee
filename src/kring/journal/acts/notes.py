"""Writing a note and changing a passage of it.  Every text that was saved stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kring.access.acts.walls import wall_of
from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.journal.models import Apart, ApartEdition, Edition, Passage, Talked
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, protection
from kring.law.hands import HOLDS_CLOSE

READ_WITH_THE_FILE = frozenset({Klass.OWN_WORDS, Klass.FILE, Klass.HOUSEHOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One passage to be: the words, and where it belongs."""

    words: str
    filing: Filing


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """With whom it was talked through and when, or why not."""

    on: date | None = None
    with_whom: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is written at once.  `knowing`: members of the circle who may know it although it is not shared (R8).

    `waits`: written on a device not seen before, so that nobody reads it by that until it is confirmed on another.
    """

    pieces: tuple[Piece, ...]
    talk: Talk | None = None
    knowing: tuple[UUID, ...] = ()
    waits: bool = False


def write(door: Door, new: Note, *, act: UUID) -> UUID:
    """Keep a note; its `writing`.  Raises `NotAllowedError` for a class that the visitor may not add.

    And for "do not share" of who may not say that (`law.hands`).  Only the child says who may know what is not shared:
    of anyone else `knowing` is nothing (R8).
    """
    if any(piece.filing.held_close for piece in new.pieces) and door.relation not in HOLDS_CLOSE:
        raise NotAllowedError
    writing = uuid7()
    with door.writes(Event.NOTE_WRITTEN, once=act) as write:
        wanted = [
            (
                piece.filing,
                {
                    "writing": writing,
                    "position": position,
                    "words": piece.words,
                    "written_as": door.relation.value,
                },
            )
            for position, piece in enumerate(new.pieces)
        ]
        rows = write.add_all(Passage, wanted)
        if new.talk:
            _talked(write, writing, rows, new.talk)
        if door.relation is Relation.CHILD:
            write.say_yes([row.item for row in rows], new.knowing, waits=new.waits)
    return writing


def write_apart(door: Door, words: str, about: UUID | None, *, act: UUID) -> None:
    """Keep something under the agogic exception.  Raises `NotAllowedError`."""
    with door.writes(Event.APART_WRITTEN, once=act) as write:
        write.add(Apart, Filing(klass=Klass.AGOGIC, about=about), words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Another text for the version that was read.  `knowing`: who may know what is not shared; `None`: not asked.

    `waits`: as of a `Note`.  `klass`: another class, where it is not the one it has.
    """

    words: str
    version: int
    knowing: tuple[UUID, ...] | None = None
    waits: bool = False
    klass: Klass | None = None


def change(door: Door, row: Passage | Apart, new: Changed, *, act: UUID) -> bool:
    """Another text, by who wrote it; the one before stays as an edition.

    A yes was for the text before: of what is not shared the child says again who may know (`access.models.Says`).
    Whether a yes waits for a device that is known.  Raises `NotAllowedError`, and `StaleError` when it changed since
    that version.
    """
    waits, klass = False, new.klass if new.klass != row.item.klass else None
    if new.words == row.words and new.knowing is None and klass is None:
        return waits
    event, before = Event.APART_CHANGED if isinstance(row, Apart) else Event.NOTE_CHANGED, row.words
    with door.writes(event, once=act) as write:
        if new.words != row.words:
            _rewritten(write, row, new)
        if klass and isinstance(row, Passage):
            _filed_anew(write, row, klass, version=None if new.words != before else new.version)
        if new.knowing is not None and door.relation is Relation.CHILD:
            waits = write.say_yes(write.items_now([row]), new.knowing, waits=new.waits)
        write.subject = row.pk
    return waits


def _rewritten(write: Writing, row: Passage | Apart, new: Changed) -> None:
    before: dict[str, Any] = {"words": row.words, "number": new.version}
    write.change(row, version=new.version, words=new.words)
    if isinstance(row, Apart):
        write.add(ApartEdition, _as_before(row), apart_id=row.pk, **before)
    else:
        write.add(Edition, _as_before(row), passage_id=row.pk, **before)


def _filed_anew(write: Writing, row: Passage, klass: Klass, *, version: int | None) -> None:
    """In another class: how it was before goes along, and with whom it was talked through, as far as that changes it.

    Only to close something: see `Writing.file_anew`.
    """
    editions = list(write.door.within(Edition.objects.filter(passage=row.pk)))
    write.file_anew(row, editions, klass, version=version)
    write.belongs(editions, about=_as_before(row).about)
    note = list(write.door.within(Passage.objects.filter(writing=row.writing).order_by("position")))
    for talked in write.door.within(
        Talked.objects.filter(writing=row.writing).exclude(item__klass__in=[Klass.CONFIDENCE, _beside(note)])
    ):
        write.file_anew(talked, [], _beside(note))


def _as_before(row: Kept) -> Filing:
    """Where an edition belongs: with its text.  A no about the text holds for it too (`Sieve`).

    Of a class that is never shown to whom it is about, it stays about that person.
    """
    item = row.item
    klass = Klass(item.klass)
    person = item.about_id if klass in protection().never_about_oneself else None
    return Filing(
        klass=klass,
        topic=item.topic,
        wall=item.wall_id,
        about=person or row.pk,
        held_close=item.held_close,
    )


def _talked(write: Writing, writing: UUID, rows: Sequence[Passage], talk: Talk) -> None:
    """Read by who works with the child; with the note itself only where no more is said than that it was the child.

    It is free text, in which somebody and where it lives may stand: who reads the note has no need of that, and it may
    be behind its wall.  Whom it was talked through with tells what it is about: where a piece stands behind a wall,
    this does too (R16).
    """
    wall = wall_of(write.door.dossier.pk, [row.item.wall_id for row in rows])
    klass = _beside(rows) if _is_with_the_child(talk, write.door.dossier.call_name) else Klass.CONFIDENCE
    filing = Filing(klass=klass, topic=rows[0].item.topic, wall=wall)
    write.add(Talked, filing, writing=writing, talked_on=talk.on, with_whom=talk.with_whom, why_not=talk.why_not)


def _is_with_the_child(talk: Talk, child: str) -> bool:
    """Whether no more stands there than the name of the child."""
    return not talk.why_not.strip() and talk.with_whom.strip().casefold() == child.strip().casefold()


def _beside(rows: Sequence[Passage]) -> Klass:
    """The class of what stands beside the passages of one note."""
    classes = [Klass(row.item.klass) for row in rows]
    return Klass.FILE if READ_WITH_THE_FILE & set(classes) else classes[0]
