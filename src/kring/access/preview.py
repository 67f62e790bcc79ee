"""Looking along with someone: what the visitor and that person may both see, and nothing of it can be changed (R20)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from uuid import UUID

from django.db.models import Q

from kring.access.asked import and_closed_to_makers
from kring.access.door import Door
from kring.access.models import Item
from kring.access.readers import Other
from kring.access.sieve import LOOKING, Sieve
from kring.kit import clock
from kring.law.access import Klass, Section, Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Both(Sieve):
    """Two sieves, one behind the other."""

    mine_too: Sieve

    def is_empty(self, verb: Verb = Verb.READ) -> bool:
        """Empty for one of them."""
        return verb not in LOOKING or Sieve.is_empty(self, verb) or self.mine_too.is_empty(verb)

    def rows_for(self, verb: Verb = Verb.READ, *, item: str = "item__", dossiers: Sequence[UUID] = ()) -> Q:
        """What passes both."""
        theirs = Sieve.rows_for(self, verb, item=item, dossiers=dossiers)
        return theirs & self.mine_too.rows_for(verb, item=item, dossiers=dossiers)

    def lets(self, item: Item, verb: Verb) -> bool:
        """What passes both."""
        return verb in LOOKING and Sieve.lets(self, item, verb) and self.mine_too.lets(item, verb)

    def opens(self, klass: Klass, verb: Verb = Verb.READ) -> bool:
        """What stands open for both."""
        return verb in LOOKING and Sieve.opens(self, klass, verb) and self.mine_too.opens(klass, verb)


@dataclass(slots=True)
class Along(Door):
    """The door of somebody else, opened only as far as that of who looks along."""

    looker: Door | None = None

    def sieve(self, section: Section) -> Sieve:
        """What both may see of a section."""
        theirs = Door.sieve(self, section)
        mine = self.looker.sieve(section) if self.looker else theirs
        return Both(**{one.name: getattr(theirs, one.name) for one in fields(Sieve)}, mine_too=mine)


def along(door: Door, other: Other) -> Along:
    """Look along with someone who is involved today."""
    return Along(door.actor, other.person, door.dossier, other.standing, _mine=other.mine, looker=careful(door))


def careful(door: Door) -> Door:
    """The door of a child that came in by pictures, which who works with it knows: what is closed to those, is closed.

    Its people stay whole on the pages that it always had (`access.asked`); words are read through this one (R8).
    """
    if not door.actor.is_small:
        return door
    said = and_closed_to_makers(door.answers, door.dossier.pk, on=clock.today())
    return replace(door, standing=replace(door.standing, answers=said), _sieves={})
