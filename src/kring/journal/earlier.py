"""How a text was when somebody read it: what was read stays known, and what is written later was not read (R7)."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from kring.access.door import Door
from kring.access.kept import Kept
from kring.journal.models import Edition, Passage, PlanEdition, PlanLine, in_short

Read = tuple[UUID, int | None]
"""A text, and in which version it was read; nothing for what was read before Kring kept that."""


def texts_then(door: Door, rows: Iterable[Kept], read: Iterable[Read]) -> dict[Read, str]:
    """Of what was read in another version than that of now: the beginning of it as it was, or "" where nobody kept it.

    What was read as it stands is not in it; nor is a row of a kind whose text is never changed.
    Two statements at most.
    """
    now = {row.pk: row for row in rows if isinstance(row, (Passage, PlanLine))}
    older = [(key, number) for key, number in set(read) if key in now and now[key].item.version > (number or 1)]
    before = _editions(door, {key for key, number in older if number and isinstance(now[key], Passage)})
    before |= _of_the_plan(door, {key for key, number in older if number and isinstance(now[key], PlanLine)})
    found: dict[Read, str] = {}
    for key, number in older:
        then = next((words for version, words in before.get(key, ()) if number and version >= number), None)
        if then is not None:
            found[key, number] = in_short(then)
        elif number is None or isinstance(now[key], PlanLine):
            found[key, number] = ""
    return found


def _editions(door: Door, passages: set[UUID]) -> dict[UUID, list[tuple[int, str]]]:
    """Of each passage the texts as they were, with their version, the first first."""
    rows = door.within(Edition.objects.filter(passage__in=sorted(passages))) if passages else ()
    return _in_order((one.passage_id, one.number, one.words) for one in rows)


def _of_the_plan(door: Door, lines: set[UUID]) -> dict[UUID, list[tuple[int, str]]]:
    """The same of lines of the plan."""
    rows = door.within(PlanEdition.objects.filter(line__in=sorted(lines))) if lines else ()
    return _in_order((one.line_id, one.of_version, one.words) for one in rows if one.line_id)


def _in_order(told: Iterable[tuple[UUID, int, str]]) -> dict[UUID, list[tuple[int, str]]]:
    found: defaultdict[UUID, list[tuple[int, str]]] = defaultdict(list)
    for key, version, words in sorted(told, key=lambda one: one[1]):
        found[key].append((version, words))
    return found
