"""How a text was when somebody read it: what was read stays known, and what is written later was not read (R7)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from kring.access.door import Door
from kring.access.kept import Kept
from kring.journal.models import Edition, Passage, PlanLine, in_short

Read = tuple[UUID, int | None]
"""A text, and in which version it was read; nothing for what was read before Kring kept that."""


def texts_then(door: Door, rows: Iterable[Kept], read: Iterable[Read]) -> dict[Read, str]:
    """Of what was read in another version than that of now: the beginning of it as it was, or "" where nobody kept it.

    What was read as it stands is not in it; nor is a row of a kind whose text is never changed.  At most one statement.
    """
    now = {row.pk: row for row in rows if isinstance(row, (Passage, PlanLine))}
    older = [(key, number) for key, number in set(read) if key in now and now[key].item.version > (number or 1)]
    before = _editions(door, {key for key, number in older if number and isinstance(now[key], Passage)})
    found: dict[Read, str] = {}
    for key, number in older:
        then = next((one for one in before[key] if number and one.number >= number), None)
        if then is not None:
            found[key, number] = in_short(then.words)
        elif number is None or isinstance(now[key], PlanLine):
            found[key, number] = ""
    return found


def _editions(door: Door, passages: set[UUID]) -> Mapping[UUID, list[Edition]]:
    """The texts as they were, the first first."""
    found: defaultdict[UUID, list[Edition]] = defaultdict(list)
    rows = door.within(Edition.objects.filter(passage__in=sorted(passages))) if passages else ()
    for one in sorted(rows, key=lambda row: row.number):
        found[one.passage_id].append(one)
    return found
