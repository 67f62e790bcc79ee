"""Who stays beside the child: chosen, asked, and it said yes; whom nobody asked yet is named and not counted (A170)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from kring.law.steps import NO_YES_YET, STAYS, Stand, Step, Voice
from kring.rights.models import Taken, Wish
from kring.rights.paths import path_of
from kring.rights.untold import still


@dataclass(frozen=True, slots=True)
class Staying:
    """By member of the circle, as the child called it."""

    there: dict[UUID, str] = field(default_factory=dict)
    not_yet: dict[UUID, str] = field(default_factory=dict)
    """Chosen, and no yes was written down yet: it may be a pet, or somebody who never heard of it."""
    rests: dict[UUID, str] = field(default_factory=dict)
    """Who said yes and rests for a while: nobody to count on today, and nobody to pass over either."""
    stopped: dict[UUID, str] = field(default_factory=dict)
    """Of whom no yes was written down yet: who said before that it stops, as the child knows; to be asked anew."""
    no_yes: bool = False
    """Somebody says that a yes in its name was none, and nobody talked about that with the child yet (R10, R15)."""
    untold: frozenset[UUID] = frozenset()
    """Who said that it stops, or of whom it was heard, while the child does not know yet (R15)."""


def staying(
    wishes: Iterable[Wish], taken: Iterable[Taken], *, going: Collection[UUID] = (), before: Iterable[Wish] = ()
) -> Staying:
    """Of what the child said and what was written down since, read already; `going`: who will stop as somebody heard.

    `before`: what ended because that person stopped.

    Who serves said yes before it began, so that a serving needs no look of its own.
    """
    paths: defaultdict[tuple[UUID, str], list[Wish]] = defaultdict(list)
    for wish in wishes:
        paths[wish.member_id, wish.meaning].append(wish)
    rows = list(taken)
    of: defaultdict[UUID, list[Taken]] = defaultdict(list)
    for row in rows:
        of[row.member_id].append(row)
    found: defaultdict[UUID, set[Stand]] = defaultdict(set)
    called: dict[UUID, str] = {}
    for (member, _meaning), some in paths.items():
        found[member].add(path_of(some, of[member], None).stand)
        called[member] = some[-1].called
    there = {member for member, stands in found.items() if stands & STAYS and member not in going}
    rests = {member for member, stands in found.items() if Stand.PAUSED in stands and member not in there}
    waits = {member for member, stands in found.items() if stands & NO_YES_YET and member not in {*there, *going}}
    waits -= rests
    ends = [row for row in still(rows) if row.step == Step.ENDED.value and row.is_held]
    untold = {row.member_id for row in ends if row.voice != Voice.CHILD.value} | set(going)
    stopped = waits & {one.member_id for one in before}
    names = [{one: called[one] for one in called if one in some} for some in (there, waits, rests, stopped)]
    return Staying(
        there=names[0],
        not_yet=names[1],
        rests=names[2],
        stopped=names[3],
        no_yes=any(row.is_no_yes for row in rows),
        untold=frozenset(untold & called.keys()),
    )
