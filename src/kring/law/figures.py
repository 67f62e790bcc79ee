"""Which figure may be shown of a group of children?  Numbers in, what may be said of them out.

Of fewer than five children no figure is shown, and neither is one from which a group of fewer than five follows: who
knows the house would know who it is (B131; product.md, policy: small cells are suppressed).  Five is a choice of Kring.
"""

from dataclasses import dataclass
from enum import StrEnum

SMALLEST = 5


class Says(StrEnum):
    """What may be said of a share."""

    NOTHING = "nothing"  # there are too few children to say anything
    FEW = "few"  # of fewer than five it is so
    NUMBER = "number"
    NEARLY = "nearly"  # of all but fewer than five
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many children something is so, of how many."""

    part: int
    whole: int

    @property
    def says(self) -> Says:
        """What may be said of it."""
        if self.whole < SMALLEST:
            return Says.NOTHING
        if self.part == self.whole:
            return Says.ALL
        if self.part < SMALLEST:
            return Says.FEW
        return Says.NEARLY if self.whole - self.part < SMALLEST else Says.NUMBER

    @property
    def percent(self) -> int:
        """Of a hundred; only where a number may be said."""
        return round(100 * self.part / self.whole) if self.says is Says.NUMBER else 0
