"""Whom who stands beside a child calls: the fixed contact with the deputy; a gap is said, never hidden (R13)."""

from dataclasses import dataclass

from kring.access.door import Door
from kring.kit import clock
from kring.people.models import Organisation, Post
from kring.rights.reading import house


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone to call."""

    name: str
    phone: str

    @property
    def dials(self) -> str:
        """The number as a telephone takes it."""
        return self.phone.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Fallback:
    """The facility, and whom to call there; who left it is not called any more."""

    house: str
    callers: tuple[Caller, ...]


def fallback(door: Door) -> Fallback:
    """The fixed contact first, then who steps in."""
    return fallback_of(house(door))


def fallback_of(of: Organisation) -> Fallback:
    """The same, of a facility that was read already."""
    here = set(Post.objects.current(clock.today()).filter(organisation=of).values_list("person_id", flat=True))
    named = ((of.contact, of.contact_phone), (of.deputy, of.deputy_phone))
    callers = [Caller(who.call_name, phone) for who, phone in named if who and phone and who.pk in here]
    return Fallback(of.name, tuple(callers))
