"""Which copies for the official file were made of a child, from the log: when, by whom, with its own words or without.

The text of a copy is kept nowhere in Kring, and this page says so: it cannot be read again here.
"""

from dataclasses import dataclass
from datetime import date

from kring.access.door import Door
from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.models import Person
from kring.portals.acts import OWN_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of one day; the text and the PDF of the same moment are one."""

    made_on: date
    about: date
    by: str
    own_words: bool


def copies(door: Door) -> list[Copy]:
    """All of them, the last first."""
    made = chain.all_of(door.dossier.pk, Event.DAY_COPIED)
    people = {one.actor for one in made if one.actor}
    names = {one.pk: one.call_name for one in Person.objects.filter(pk__in=people)} if people else {}
    found = [
        Copy(
            made_on=clock.day(one.at),
            about=date.fromisoformat(one.codes[0]),
            by=names.get(one.actor, "") if one.actor else "",
            own_words=OWN_WORDS in one.codes,
        )
        for one in made
    ]
    return list(dict.fromkeys(found))
