"""Child and worker look for somebody: they begin, and write down where they looked (A182)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.law.seeking import NEXT_AFTER, Place
from kring.seeking.models import Search, Try


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Where they looked, what came of it, and when they look again."""

    place: Place
    words: str = ""
    next_on: date | None = None


def begin(door: Door, *, act: UUID) -> None:
    """They look, from today on.  Begun twice, the first day counts."""
    if door.within(Search.objects.all()).exists():
        return
    today = clock.today()
    with door.writes(Event.SEARCH_BEGAN, once=act) as write:
        write.add(Search, _filing(today + NEXT_AFTER), began_on=today)


def tried(door: Door, search: Search, told: Tried, *, act: UUID) -> None:
    """They looked somewhere.  What is next has a day, always (B31)."""
    with door.writes(Event.SEARCH_TRIED, once=act, codes=(told.place.value,)) as write:
        write.add(Try, _filing(), place=told.place.value, tried_on=clock.today(), words=told.words)
        write.look_again(search, on=told.next_on or clock.today() + NEXT_AFTER)


def not_now(door: Door, search: Search, place: Place, words: str, *, act: UUID) -> None:
    """The child does not want that somebody looks along now: an answer, kept, and asked anew on a later day (R21)."""
    with door.writes(Event.SEARCH_TRIED, once=act, codes=(place.value,)) as write:
        said = {"place": place.value, "tried_on": clock.today(), "words": words, "said_no": True}
        write.add(Try, _filing(), **said)
        write.look_again(search, on=clock.today() + NEXT_AFTER)


def _filing(look_on: date | None = None) -> Filing:
    return Filing(klass=Klass.OWN_WORDS, topic=Topic.GENERAL, look_on=look_on)
