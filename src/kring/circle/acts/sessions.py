"""Holding a who-session: it begins, pauses, goes on and ends; what is typed meanwhile is kept with every breath."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from kring.access.door import Door
from kring.access.models import Draft
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle.acts.people import KLASS, Spot, named, place_all
from kring.circle.cards import Age, Mode
from kring.circle.domains import Layer, Ring
from kring.circle.models import WhoSession
from kring.circle.reading import people
from kring.circle.sittings import Notes, Sitting, running
from kring.kit import clock
from kring.law.access import Topic, Verb

MOST_PAGES = 12  # of one session that still hold words nobody entered; the oldest gives way
MOST_ACTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one open page tells: only what changed there."""

    page: str
    typed: str | None = None
    takes: tuple[str, ...] = ()  # lines of pages that are gone, which this page took over
    card: int | None = None
    seconds: int = 0
    acts: tuple[str, ...] | None = None


def start(door: Door, *, mode: Mode, age: Age, minutes: int | None, act: UUID) -> UUID:
    """Begin a session, or go on with the one that is going on."""
    going_on = running(door)
    if going_on:
        return going_on.key
    with door.writes(Event.SESSION_STARTED, once=act, codes=(mode.value, age.value)) as write:
        row = write.add(
            WhoSession,
            Filing(klass=KLASS[Layer.CHILD], topic=Topic.CIRCLE),
            mode=mode.value,
            age=age.value,
            layer=Layer.CHILD.value,
            started_at=clock.now(),
        )
        _write_down(row, Notes(minutes=minutes), None)
        key: UUID = row.pk
    return key


def pause(door: Door, sitting: Sitting, *, act: UUID) -> None:
    """Take a break: everything stays as it is."""
    with door.writes(Event.SESSION_PAUSED, once=act) as write:
        write.change(sitting.row, paused_at=clock.now(), seconds=sitting.notes.seconds)


def resume(door: Door, sitting: Sitting, *, act: UUID) -> None:
    """Go on where they were."""
    with door.writes(Event.SESSION_RESUMED, once=act) as write:
        write.change(sitting.row, paused_at=None)


def end(door: Door, sitting: Sitting, *, act: UUID) -> None:
    """Stop here.  The time and the questions that were asked are kept, the notes are erased."""
    with door.writes(Event.SESSION_ENDED, once=act) as write:
        told = list(dict.fromkeys([*sitting.row.cards, *(one.id for one in sitting.seen)]))
        write.change(sitting.row, ended_at=clock.now(), paused_at=None, seconds=sitting.notes.seconds, cards=told)
        Draft.objects.filter(pk=sitting.key).delete()


def keep(door: Door, sitting: Sitting, note: Note) -> Notes:
    """Keep what a page tells.  No line in the log: this happens with every breath (house.md 4)."""
    if not door.may(sitting.row, Verb.CHANGE):
        raise NotAllowedError
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(pk=sitting.key).first()
        notes = _noted(Notes.read(draft.body) if draft else sitting.notes, note)
        if sitting.row.ended_at is None:
            _write_down(sitting.row, notes, draft)
    return notes


def settle(door: Door, layer: Layer, *, act: UUID) -> int:
    """Put everyone who waits with a proposal where the word list proposes, near; the others go on waiting."""
    guessed = [one for one in people(door, layer) if not one.is_placed and one.domain]
    spots = {one.key: Spot(layer=layer, ring=Ring.NEAR, domain=one.domain) for one in guessed if one.domain}
    if spots:
        place_all(door, spots, act=act)
    return len(spots)


def answer_in_crisis(door: Door, sitting: Sitting, card: str, names: Sequence[str], *, act: UUID) -> list[UUID]:
    """Who was named at one of the three questions: they stand in the tray, a ring can wait (B107)."""
    with door.writes(Event.PEOPLE_ADDED, once=act, codes=(card, str(len(names)))) as write:
        members = named(write, names, layer=sitting.layer)
        write.change(sitting.row, cards=[*sitting.row.cards, *(f"{card}:{member}" for member in members)])
    return members


def _noted(notes: Notes, note: Note) -> Notes:
    lines = {page: text for page, text in notes.lines.items() if page not in note.takes}
    if note.typed is not None:
        lines.pop(note.page, None)
        lines |= {note.page: note.typed} if note.typed.strip() else {}
    card = notes.card if note.card is None else note.card
    return replace(
        notes,
        lines=dict(list(lines.items())[-MOST_PAGES:]),
        card=card,
        furthest=max(notes.furthest, card),
        seconds=max(notes.seconds, note.seconds),
        acts=notes.acts if note.acts is None else list(note.acts)[-MOST_ACTS:],
    )


def _write_down(row: WhoSession, notes: Notes, draft: Draft | None) -> None:
    if draft is None:
        Draft(item_id=row.pk, body=notes.written(), saved_at=clock.now()).save(force_insert=True)
    else:
        draft.body, draft.version, draft.saved_at = notes.written(), draft.version + 1, clock.now()
        draft.save(update_fields=["body", "version", "saved_at"])
