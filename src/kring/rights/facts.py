"""From rows to what the law asks: what is known of a person the child named, and who looked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.law.decision import negate
from kring.law.jim import Factor as Point
from kring.law.jim import Hint, Reply
from kring.law.trust_person import CONDITIONS, ENTRY, Named
from kring.rights.models import Condition, Factor, Wish

ADULT, INDEPENDENT, DESIGNATED, EXTRACT = CONDITIONS


@dataclass(frozen=True, slots=True)
class Look:
    """The last time someone looked at a condition: what, when, and who."""

    holds: bool | None
    on: date
    by: UUID
    ground: str = ""


def looks(door: Door, member: UUID) -> dict[str, Look]:
    """The last look at each condition, as far as this visitor may read it."""
    rows = door.within(Condition.objects.filter(member=member)).order_by("pk")
    return {row.code: Look(row.holds, row.looked_at_on, row.item.author_id, row.ground) for row in rows}


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
