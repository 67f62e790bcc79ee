"""What differs between two looks at a circle, in words: two layers, or two moments (A226).  Pure; never a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from kring.circle import told
from kring.circle.domains import Kind
from kring.circle.reading import Person


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone, and in words where they stand."""

    name: str
    place: str

    @classmethod
    def of(cls, person: Person) -> Self:
        """Someone as a look at the circle knows them."""
        return cls(person.name, told.stands(person))


@dataclass(frozen=True, slots=True)
class Moved:
    """Someone who stands in both, and not in the same place."""

    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Difference:
    """Who stands only in the first, only in the second, and who elsewhere."""

    only_first: tuple[Standing, ...]
    only_second: tuple[Standing, ...]
    moved: tuple[Moved, ...]
    same: int
    """How many people stand where they stood; a pet, a place or a group is nobody."""
    things: bool
    """Whether something that is no person stands where it stood."""

    @property
    def none(self) -> bool:
        """Whether both looks are equal."""
        return not (self.only_first or self.only_second or self.moved)


def difference(first: Sequence[Person], second: Sequence[Person]) -> Difference:
    """Compare by who it is, not by name: both may call someone otherwise."""
    one, other = ({person.key: person for person in people} for people in (first, second))
    both = [(one[key], other[key]) for key in one if key in other]
    moved = tuple(Moved(Standing.of(a), Standing.of(b)) for a, b in both if (a.ring, a.domain) != (b.ring, b.domain))
    same = [a for a, b in both if (a.ring, a.domain) == (b.ring, b.domain)]
    return Difference(
        tuple(Standing.of(person) for key, person in one.items() if key not in other),
        tuple(Standing.of(person) for key, person in other.items() if key not in one),
        moved,
        sum(a.kind is Kind.PERSON for a in same),
        any(a.kind is not Kind.PERSON for a in same),
    )
