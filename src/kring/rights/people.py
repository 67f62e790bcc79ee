"""The people of the circle a child can choose from: whoever stands in it, the nearest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.same import SamePerson
from kring.circle import reading as circle
from kring.circle.domains import Kind, Layer, Ring
from kring.circle.models import Placement
from kring.circle.names import fold
from kring.circle.reading import Person
from kring.kit import clock


@dataclass(frozen=True, slots=True)
class Known:
    """Someone to choose: how it is called, and the child's word for what it is."""

    member: UUID
    name: str
    relation: str


def around(door: Door) -> list[Person]:
    """Everyone in the circle as the child knows it, then whom only the adults drew; people before pets and places."""
    child = circle.people(door, Layer.CHILD)
    seen = {one.key for one in child}
    adults = [one for one in circle.people(door, Layer.ADULT) if one.key not in seen]
    return sorted([*child, *adults], key=_nearness)


def known(door: Door) -> list[Known]:
    """Everyone, as choices of a form."""
    return as_choices(around(door))


def as_choices(people: Iterable[Person]) -> list[Known]:
    """The same, as choices of a form; a relation that only repeats the name is left out."""
    return [Known(one.key, one.name, relation_of(one)) for one in people]


def unclaimed(door: Door) -> list[Person]:
    """Whom somebody with a way in may be: people, and no pet, place or group, of whom nobody said yet who it is.

    Wherever it is said who of the circle somebody is, these are offered and nobody else (R7, R17).
    """
    people = [one for one in around(door) if one.kind is Kind.PERSON]
    taken = set(SamePerson.objects.filter(item__in=[one.key for one in people]).values_list("item", flat=True))
    return [one for one in people if one.key not in taken]


def relation_of(one: Person) -> str:
    """What its name does not say yet: "zuster Maria van het koor" needs no "zuster van het koor" beside it."""
    said = set(fold(one.name).split())
    return "" if said.issuperset(fold(one.relation).split()) else one.relation


def not_known_yet(door: Door, who: UUID | str, on: date) -> str:
    """How somebody is called who stood in the circle only after this day; nothing of who did (issue 5).

    Of a new name: a day before the child was here.
    """
    if isinstance(who, str):
        return who if on < door.dossier.opened_on else ""
    if on >= clock.today():
        return ""
    first = door.within(Placement.objects.filter(member=who).order_by("since_at", "pk")).first()
    later = first is not None and on < clock.day(first.since_at)
    return circle.names(door, [who]).get(who, "") if later else ""


def _nearness(one: Person) -> tuple[bool, Ring]:
    return one.kind is not Kind.PERSON, one.ring or Ring.FURTHER
