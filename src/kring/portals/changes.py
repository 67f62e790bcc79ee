"""What changed in a circle between two moments: who came, who got another place, who left (A226)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.circle.models import Placement


@dataclass(frozen=True, slots=True)
class Changes:
    """The members, in the order in which they were named; each stands in one list at most."""

    came: tuple[UUID, ...]
    moved: tuple[UUID, ...]
    left: tuple[UUID, ...]


def changes(placements: Iterable[Placement], since: datetime, until: datetime) -> Changes:
    """Compare the last moment before `since` with the last moment before `until`.

    Who was put in by mistake and taken out again in between, did not come.
    """
    by_member: defaultdict[UUID, list[Placement]] = defaultdict(list)
    for row in sorted(placements, key=lambda one: (one.since_at, one.pk)):
        by_member[row.member_id].append(row)
    before = {member: _at(rows, since) for member, rows in by_member.items()}
    after = {member: _at(rows, until) for member, rows in by_member.items()}
    return Changes(
        came=tuple(member for member in by_member if after[member] and not before[member]),
        moved=tuple(
            member for member in by_member if before[member] and after[member] and _moved(before[member], after[member])
        ),
        left=tuple(member for member in by_member if before[member] and not after[member]),
    )


Places = dict[str, tuple[int | None, str | None]]


def _at(rows: Iterable[Placement], moment: datetime) -> Places:
    """Where a member stood just before a moment, in each layer."""
    return {
        row.layer: (row.ring, row.domain)
        for row in rows
        if row.since_at < moment and (row.until_at is None or row.until_at >= moment)
    }


def _moved(before: Places, after: Places) -> bool:
    return any(after[layer] != before[layer] for layer in before.keys() & after.keys())
