"""Which lines of the plan name somebody: by a name as it is written there, or by a number that is beside it."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Value

from kring.access.acts.protecting import kept_apart, people_kept_apart
from kring.access.door import Door
from kring.access.kept import KeptQuerySet
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


def kept_away(door: Door, rows: Iterable[PlanLine]) -> set[PlanLine]:
    """The lines that name with whom contact is restricted now, under any name of it here, or call it (R28).

    For the child, and for who makes the plan with it: they look at it again together, as when somebody stopped (A140).
    Nobody else reads anything of it.  One statement, and none without a line.
    """
    makes = door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS)
    return apart_in(rows, *_names(door)) if makes or door.relation is Relation.CHILD else set()


def apart_now(door: Door, rows: Iterable[PlanLine]) -> set[PlanLine]:
    """The same for an act, whoever does it: also by a name in the circle that this one does not read.

    No page tells by which name.
    """
    apart = Placement.objects.filter(kept_apart("member", "item__dossier"))
    return apart_in(rows, to_weigh(door, apart), people_kept_apart(door.dossier.pk))


def apart_in(rows: Iterable[PlanLine], names: KeptQuerySet[Placement], people: QuerySet[Person]) -> set[PlanLine]:
    """Of these lines the ones that name somebody under one of these names, or have the number that stands there."""
    here = list(rows)
    if not here:
        return set()
    both = names.values_list(IN_CIRCLE.closed(), Value(1)).union(people.values_list(OWN.closed(), Value(0)))
    told = {(IN_CIRCLE if is_of_the_circle else OWN).text_of(text) for text, is_of_the_circle in both}
    words = {one for name in told for one in words_of(name)}
    named = {row for row in here if names_one_of(row, words)}
    numbers = {dialled(row.number) for row in named} - {""}
    return named | {row for row in here if dialled(row.number) in numbers}


def _names(door: Door) -> tuple[KeptQuerySet[Placement], QuerySet[Person]]:
    apart = Placement.objects.filter(kept_apart("member", "item__dossier"))
    return door.within(apart), people_kept_apart(door.dossier.pk)
