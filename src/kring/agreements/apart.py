"""Contact is restricted: what they agreed stays as it was said, and sends the child to that person no more (R28).

No page of an agreement says so or why: a person tells that first (R15).
"""

from collections.abc import Iterable

from kring.access.door import Door
from kring.agreements.models import Agreement, Point
from kring.law.access import Relation


def keeps_apart(door: Door, row: Agreement) -> bool:
    """Whether this is the child, and contact with whom it is of is restricted; of rows as `questions` asks them."""
    return door.relation is Relation.CHILD and getattr(row, "apart", False)


def without_numbers(rows: Iterable[Point]) -> list[Point]:
    """The same without a number to call; never saved so."""
    found = list(rows)
    for row in found:
        row.number = ""
    return found
