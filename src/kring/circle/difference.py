"""What differs between two looks at a circle, in words: two layers, or two moments (A226).  Pure; never a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from kring.circle.reading import Person


@dataclass(frozen=True, slots=True)
class Moved:
    """Someone who stands in both, and not in the same place."""

    before: Person
    after: Person


@dataclass(frozen=True, slots=True)
class Difference:
    """Who stands only in the first, only in the second, and who elsewhere."""

    only_first: tuple[Person, ...]
    only_second: tuple[Person, ...]
    moved: tuple[Moved, ...]
    same: int

    @property
    def none(self) -> bool:
        """Whether both looks are equal."""
        return not (self.only_first or self.only_second or self.moved)


def difference(first: Sequence[Person], second: Sequence[Person]) -> Difference:
    """Compare by who it is, not by name: both may call someone otherwise."""
    one, other = ({person.key: person for person in people} for people in (first, second))
    both = [Moved(one[key], other[key]) for key in one if key in other]
    moved = tuple(pair for pair in both if _place(pair.before) != _place(pair.after))
    return Difference(
        tuple(person for key, person in one.items() if key not in other),
        tuple(person for key, person in other.items() if key not in one),
        moved,
        len(both) - len(moved),
    )


def _place(person: Person) -> tuple[object, object]:
    return person.ring, person.domain
