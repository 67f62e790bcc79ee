"""On whom one counts: whom the child chose and who said yes (R9).

Who was only chosen does not know of it perhaps, and no page of a worker sends anybody to it; and that somebody has a
way in is no choice of the child.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kring.access.door import Door
from kring.access.seen import looked_at
from kring.circle import reading as circle
from kring.law.meaning import Meaning
from kring.rights.models import Serving, Taken, Wish
from kring.rights.paths import path_of
from kring.rights.questions import NAMED, SERVING, TAKEN
from kring.rights.reading import Beside

Called = dict[UUID, str]


def chosen(door: Door) -> tuple[list[Beside], list[Beside], Called]:
    """Who said yes, as what; who was chosen and did not; and how everyone ever named is called.  Three statements."""
    wishes, taken, names = _read(door)
    yes, others = _people(wishes, taken, names, serving=None)
    agreed = {one.member for one in yes}
    return yes, [one for one in others if one.member not in agreed], names


def said_yes_as(door: Door, member: UUID) -> list[Beside]:
    """One of them in each meaning, with its serving; nothing for who did not say yes.  Four statements."""
    wishes, taken, names = _read(door)
    mine = [one for one in wishes if one.member_id == member]
    serving = {row.member_id: row for row in SERVING.of(door)} if mine else {}
    return _people(mine, taken, names, serving=serving)[0]


def names_of_who_said_yes(door: Door) -> list[str]:
    """How they are called, each once."""
    return list(dict.fromkeys(one.name for one in chosen(door)[0]))


def _read(door: Door) -> tuple[list[Wish], list[Taken], Called]:
    wishes = NAMED.of(door)
    looked_at(door, wishes)
    said = {wish.member_id: wish.called for wish in reversed(wishes)}
    return wishes, TAKEN.of(door) if wishes else [], said | circle.names(door, said)


def _people(
    wishes: Sequence[Wish], taken: Sequence[Taken], names: Called, *, serving: dict[UUID, Serving] | None
) -> tuple[list[Beside], list[Beside]]:
    """Who said yes, and who did not."""
    found: tuple[list[Beside], list[Beside]] = [], []
    for member, meaning in dict.fromkeys((one.member_id, one.meaning) for one in wishes if one.withdrawn_on is None):
        same = [one for one in wishes if (one.member_id, one.meaning, one.withdrawn_on) == (member, meaning, None)]
        serves = serving.get(member) if serving and meaning == Meaning.TRUST_PERSON.value else None
        path = path_of(same, [row for row in taken if row.member_id == member], serves)
        one = Beside(
            wish=path.wish.pk,
            member=member,
            name=names.get(member, ""),
            meaning=path.meaning,
            since=path.since,
            serving=serves,
            told=serving is not None,
            apart=path.apart,
        )
        found[0 if path.said_yes else 1].append(one)
    order = list(Meaning)
    for some in found:
        some.sort(key=lambda one: (order.index(one.meaning), one.since))
    return found
