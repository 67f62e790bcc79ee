"""Whom who stands beside a child calls: the fixed contact with the deputy; a gap is said, never hidden (R13)."""

from dataclasses import dataclass

from kring.access.door import Door
from kring.kit import clock
from kring.people.calling import Number, to_call
from kring.people.models import Organisation, Post
from kring.rights.house import house_of


@dataclass(frozen=True, slots=True)
class Fallback:
    """The facility, and whom to call there; who left it is not called any more."""

    house: str
    callers: tuple[Number, ...]


def fallback(door: Door) -> Fallback:
    """The fixed contact first, then who steps in."""
    return fallback_of(house_of(door))


def fallback_of(of: Organisation) -> Fallback:
    """The same, of a facility that was read already."""
    here = set(Post.objects.current(clock.today()).filter(organisation=of).values_list("person_id", flat=True))
    return Fallback(of.name, to_call(of, here))
