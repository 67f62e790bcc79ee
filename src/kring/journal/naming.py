"""Which lines of the plan name somebody: by a name as it is written there, or by a number that is beside it."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Value

from kring.access.acts.protecting import kept_apart, people_kept_apart
from kring.access.door import Door
from kring.access.kept import KeptQuerySet, dialled_models
from kring.access.weighed import to_weigh
from kring.circle.models import Placement
from kring.circle.names import fold
from kring.journal.models import PlanLine
from kring.law.access import Klass, Relation, Section
from kring.people.models import Person

IN_CIRCLE: Any = Placement._meta.get_field("name")
OWN: Any = Person._meta.get_field("call_name")
"""A name in the circle, and somebody's own; each is closed for its own column."""


def words_of(name: str) -> set[str]:
    """By which words a line names this one: of "oma Rita" that is Rita; of "mama" the whole."""
    return {fold(one) for one in {one for one in re.findall(r"\w+", name) if one[:1].isupper()} or {name}}


def names_one_of(row: PlanLine, words: set[str]) -> bool:
    """Whether one of these words stands in the line."""
    return bool(words & {fold(one) for one in re.findall(r"\w+", row.words)})


def dialled(number: str) -> str:
    """Only what a telephone dials."""
    return re.sub(r"[^\d+]", "", number)


def looks_again(door: Door) -> bool:
    """Whether this visitor is told that a line names with whom contact is restricted, or to choose another there.

    The child, and who makes the plan with it: they look at it again together, as when somebody stopped (A140).
    """
    return door.relation is Relation.CHILD or door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS)


def kept_away(door: Door, rows: Iterable[PlanLine]) -> set[PlanLine]:
    """The lines that name with whom contact is restricted now, under any name of it here, or call it (R28).

    Who only reads the plan is told nothing of it, and finds no number there to tap.  One statement, and none without a
    line.
    """
    apart = Placement.objects.filter(kept_apart("member", "item__dossier"))
    return _apart_in(door, rows, door.within(apart) if looks_again(door) else to_weigh(door, apart))


def apart_now(door: Door, rows: Iterable[PlanLine]) -> set[PlanLine]:
    """The same for an act, whoever does it: also by a name in the circle that this one does not read.

    No page tells by which name.
    """
    apart = Placement.objects.filter(kept_apart("member", "item__dossier"))
    return _apart_in(door, rows, to_weigh(door, apart), act=True)


def _apart_in(
    door: Door, rows: Iterable[PlanLine], names: KeptQuerySet[Placement], *, act: bool = False
) -> set[PlanLine]:
    """Of these lines the ones that name somebody under one of these names or its own, or have its number.

    Its number stands in such a line too, or in what they agreed on, also in what this visitor does not read of that.
    An act asks for that of every line, and has those looked at again; a page only of a line that is: there it says
    nothing more once they looked at it together, and wrote that it stays.
    """
    here = list(rows)
    if not here:
        return set()
    people = people_kept_apart(door.dossier.pk)
    both = names.values_list(IN_CIRCLE.closed(), Value(1)).union(people.values_list(OWN.closed(), Value(0)))
    told = {(IN_CIRCLE if is_of_the_circle else OWN).text_of(text) for text, is_of_the_circle in both}
    words = {one for name in told for one in words_of(name)}
    named = {row for row in here if names_one_of(row, words)}
    left = [row for row in here if row not in named and dialled(row.number)]
    asks = told and any(act or row.item.look_on for row in left)
    numbers = {dialled(row.number) for row in named} | (_their_numbers(door) if asks else set())
    return named | {row for row in left if dialled(row.number) in numbers}


def _their_numbers(door: Door) -> set[str]:
    """Every number of whom contact is restricted with, where a room above this one keeps one.

    Another statement: one door, one table.
    """
    apart = kept_apart("item__about", "item__dossier")
    kept: list[QuerySet[Any, Any]] = [to_weigh(door, one.objects.filter(one.dials, apart)) for one in dialled_models()]
    return {dialled(number) for rows in kept for number in rows.values_list("number", flat=True)}
