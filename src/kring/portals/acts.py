"""The one act of the portals: a day goes along to the official file, and the log knows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.audit.events import Event
from kring.people.models import Person
from kring.portals.day import day

OWN_WORDS = "own-words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Which day, and whether the child said yes to its own words going along."""

    on: date
    own_words: bool
    once: UUID


def copy_day(door: Door, copied: Copied, *, as_a: str) -> str:
    """The text of a day, and a line in the log that it was copied: a copy cannot be withdrawn."""
    codes = (copied.on.isoformat(), as_a, *([OWN_WORDS] if copied.own_words else []))
    by = Person.objects.get(pk=door.me)
    text = day(door, copied.on).text(by=by.call_name, own_words=copied.own_words)
    with door.writes(Event.DAY_COPIED, once=copied.once, codes=codes):
        pass
    return text
