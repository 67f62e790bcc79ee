"""Which lines of the plan name somebody: by a name as it is written there, or by a number that is beside it."""

import re
from collections.abc import Iterable

from kring.access.acts.protecting import kept_apart
from kring.access.door import Door
from kring.circle.models import Placement
from kring.circle.names import fold
from kring.journal.models import PlanLine
from kring.law.access import Klass, Relation, Section


def words_of(name: str) -> set[str]:
    """By which words a line names this one: of "oma Rita" that is Rita; of "mama" the whole."""
    return {fold(one) for one in {one for one in re.findall(r"\w+", name) if one[:1].isupper()} or {name}}


def names_one_of(row: PlanLine, words: set[str]) -> bool:
    """Whether one of these words stands in the line."""
    return bool(words & {fold(one) for one in re.findall(r"\w+", row.words)})


def dialled(number: str) -> str:
    """Only what a telephone dials."""
    return re.sub(r"[^\d+]", "", number)


def kept_away(door: Door, rows: Iterable[PlanLine]) -> set[PlanLine]:
    """The lines that name with whom contact is restricted now, under any name of it in the circle, or call it (R28).

    For the child, and for who makes the plan with it: they look at it again together, as when somebody stopped (A140).
    Nobody else reads anything of it.  One statement, and none without a line.
    """
    here, makes = list(rows), door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS)
    if not here or not (makes or door.relation is Relation.CHILD):
        return set()
    apart = door.within(Placement.objects.filter(kept_apart("member", "item__dossier")))
    words = {one for name in apart.values_list("name", flat=True) for one in words_of(name)}
    named = {row for row in here if names_one_of(row, words)}
    numbers = {dialled(row.number) for row in named} - {""}
    return named | {row for row in here if dialled(row.number) in numbers}
