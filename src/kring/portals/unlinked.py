"""Who of the circle can still be pointed out as somebody who comes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.acts.protecting import restricted_among, restricted_themselves
from kring.access.door import Door
from kring.access.readers import Other
from kring.access.spoken import sides_of, spoken
from kring.circle import calling
from kring.circle.reading import Person
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.ways import ALL_WHO_WORK
from kring.rights.people import unclaimed

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def unlinked(door: Door, who: Other) -> list[tuple[UUID, str, bool]]:
    """Members of the circle nobody with a way in was pointed out as; of each, whether the child answered already.

    Of who works with the child only who bears its name there: its work says who that is, and no tap makes it mama or
    the teacher (R7, R20).  And not with whom contact is restricted: taken for that one it would be shut out of its
    work, and the child would have nobody (R28).  A worker who is a parent of the child comes in as a parent.
    """
    said = set(spoken(door).values_list("towards", flat=True))
    works = who.relation in ALL_WHO_WORK
    free = [one for one in unclaimed(door) if not works or calling.says_who(one.name, who.name)]
    away = restricted_among(door, {one.key for one in free}) if works else set()
    return [(one.key, one.name, one.key in said) for one in free if one.key not in away]


Pointed = tuple[UUID, str, str, "Words", str | None, bool]
"""Who of the circle, its name, who comes in, as what; its side, where that is not the side of who comes in; and whether
contact with that one of the circle was restricted."""


def to_confirm(door: Door, everyone: Sequence[Other], circle: Iterable[Person]) -> list[Pointed]:
    """Whom the child pointed out and no worker confirmed; for the worker alone.

    Where the two stand on different sides, that one reads so before it says that they are one (R16).  And that
    contact is restricted with whom this one is said to be (R28).  Two statements, none where nobody was pointed out.
    """
    waits = [(member, one) for one in everyone for member in sorted(one.members - one.confirmed)]
    if not waits or door.relation is not Relation.WORKER:
        return []
    shut = restricted_themselves(door, [member for member, _ in waits])
    names, sides = {one.key: one.name for one in circle}, sides_of(door.dossier.pk, [member for member, _ in waits])
    return [
        (
            member,
            names.get(member, one.name),
            one.name,
            sentence(f"relation.{one.relation.value}", name=""),
            _across(sides.get(member), one),
            member in shut,
        )
        for member, one in waits
    ]


def _across(side: tuple[UUID, str] | None, one: Other) -> str | None:
    """How that side is called, where this one comes in on another."""
    return side[1] if side and one.standing.walls and side[0] not in one.standing.walls else None
