"""From rows to what the law asks: what is known of a person the child named, and who looked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.law import ways
from kring.law.access import Relation
from kring.law.decision import negate
from kring.law.jim import Factor as Point
from kring.law.jim import Hint, Reply
from kring.law.meaning import Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT, Named
from kring.rights.models import Condition, Factor, Serving, Wish


@dataclass(frozen=True, slots=True)
class Look:
    """The last time someone looked at a condition: what, when, and who."""

    holds: bool | None
    on: date
    by: UUID
    ground: str = ""

    @property
    def refuses(self) -> bool:
        """A written decision of the director that this person does not serve."""
        return bool(self.ground) and self.holds is False


LOOKED = ("pk", "member_id", "code", "holds", "looked_at_on", "ground", "item__author_id")
"""What is read of a condition to weigh it."""


def looks(door: Door, member: UUID) -> dict[str, Look]:
    """The last look at each condition, as far as this visitor may read it."""
    rows = door.within(Condition.objects.filter(member=member))
    return last_looks(rows.values_list(*LOOKED, named=True))


def last_looks(rows: Iterable[Any]) -> dict[str, Look]:
    """The same, of rows about one person that were read already (`LOOKED`).

    A written "no" of the director stands until the director decides again: looking anew does not outweigh it (R5).
    After a "yes" a new entry is asked of the director anew.
    """
    found: dict[str, Look] = {}
    for row in sorted(rows, key=lambda one: one.pk):
        before = found.get(row.code)
        if row.ground or before is None or not before.refuses:
            found[row.code] = Look(row.holds, row.looked_at_on, row.item__author_id, row.ground)
    return found


def may_decide(door: Door, entry: Look | None) -> bool:
    """Whether this visitor may write what the director decided about an entry (R5).

    Something stands on the extract, and nobody decided yet; a decision with its ground is turned by the director alone.
    """
    if entry is None or not (entry.ground or entry.holds is not True):
        return False
    return not entry.ground or door.relation is Relation.DIRECTOR


def named(door: Door, member: UUID) -> Named:
    """What the law asks about this person, out of the rows."""
    chosen = door.within(Wish.objects.trusting(member)).exists()
    return named_from(looks(door, member), chosen=chosen)


def named_from(seen: dict[str, Look], *, chosen: bool) -> Named:
    """The same, of rows that were read already.

    An entry is a look at `trust-person.entry` that is open, or was decided with a written ground (R5).
    """
    extract, entry = seen.get(EXTRACT), seen.get(ENTRY)
    adult, independent = (seen[code].holds if code in seen else None for code in (ADULT, INDEPENDENT))
    return Named(
        adult=adult,
        designated_by_the_child=chosen,
        directly_involved_in_the_care=negate(independent),
        extract_looked_at_on=extract.on if extract else None,
        extract_has_an_entry=None if entry is None else bool(entry.ground) or entry.holds is not True,
        director_agrees=entry.holds if entry and entry.ground else None,
    )


def replies(door: Door, member: UUID) -> dict[Point | Hint, Reply]:
    """What was last said of each talking point about a JIM."""
    rows = door.within(Factor.objects.filter(member=member)).order_by("pk")
    known: dict[str, Point | Hint] = {one.value: one for one in (*Point, *Hint)}
    return {known[row.code]: Reply(row.reply) for row in rows if row.code in known}


def comes_in_as(door: Door, member: UUID) -> Relation:
    """In which relation someone of the circle comes in now: what the child chose, and whether the serving began."""
    serves = door.within(Serving.objects.in_force().filter(member=member)).exists()
    jim = door.within(Wish.objects.in_force().filter(member=member, meaning=Meaning.JIM.value)).exists()
    return ways.comes_in_as(serves=serves, chosen_as_jim=jim)
