"""A worker goes: with which children it works, who takes over, and what is not in order (A170, A176, B24, C113, R13).

Its own list also says whether somebody stays whom the child chose; that of who leads the team does not: what children
choose is not on a page of a lead.  As many statements for a hundred children as for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.desk import Desk, desk_of
from kring.access.leading import noted, who_stays, worked_with
from kring.dossier.models import Involvement
from kring.endings.questions import GOING
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.endings import UNREACHABLE, Gap, Missing, Staying, continuity
from kring.people.calling import Caller, Calls
from kring.people.models import Post, Role
from kring.people.standing import Standing
from kring.rights import questions as rights
from kring.rights.models import Taken, Wish
from kring.rights.staying import staying

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

OF_THE_HOUSE = frozenset({Missing.NO_CONTACT, Missing.NO_FALLBACK, Missing.CONTACT_LEAVES, Missing.FALLBACK_LEAVES})
"""What is the same for every child, and is said once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A child of who goes: who else works with it after the last day, and what is not in order."""

    dossier: UUID
    name: str
    others: Sequence[str]
    missing: Sequence[Words]
    over: bool
    """It was handed over altogether: who goes does not see this child any more."""

    @property
    def handed(self) -> bool:
        """Whether a colleague works with it after the last day."""
        return bool(self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Who goes, when, and its children."""

    person: UUID
    name: str
    last_day: date | None
    children: list[Left]
    house: Sequence[Words]
    """What is not in order in the house, for every child of it."""

    @property
    def total(self) -> int:
        """With how many children it works, or did when its last day was said."""
        return len(self.children)

    @property
    def handed(self) -> int:
        """With how many of them a colleague works afterwards."""
        return sum(one.handed for one in self.children)

    @property
    def shown(self) -> list[Left]:
        """Those that are still with who goes; what was handed over altogether is counted, and has no name there."""
        return [one for one in self.children if not one.over]

    @property
    def gone(self) -> int:
        """How many were handed over altogether."""
        return self.total - len(self.shown)


def own_departure(me: Standing) -> Departure | None:
    """Of a worker itself; nothing for who does not work with children here."""
    posts = [post for post in me.posts if post.team_id and post.holds(Role.WORKER)]
    if not posts:
        return None
    post = min(posts, key=lambda one: one.until_on or date.max)
    held = worked_with(post)
    desk = desk_of(me.actor).only(one.dossier_id for one in held)
    return _departure(post, held, me, _beside(desk))


def departure_of(post: Post, me: Standing) -> Departure:
    """The same, for who leads the team: a list that names children is in the log (R24)."""
    held = worked_with(post)
    noted(me.actor, [one.dossier_id for one in held])
    return _departure(post, held, me, None)


def _beside(desk: Desk) -> Mapping[UUID, int]:
    """How many stay with each child that it chose itself, that said yes, and that are not about to stop.

    Also who rests for a while: the choice of the child stands (R15).
    """
    going = set(GOING.over(desk))
    wishes: defaultdict[UUID, list[Wish]] = defaultdict(list)
    for wish in rights.CHOSEN.over(desk):
        wishes[wish.item.dossier_id].append(wish)
    taken: defaultdict[UUID, list[Taken]] = defaultdict(list)  # by child: each is asked with its own rows alone
    for row in rights.TAKEN.over(desk):
        taken[row.item.dossier_id].append(row)
    kept = {child: staying(wishes[child], taken[child], going=going) for child in desk.reads(Wish.section)}
    return {child: len(one.there) + len(one.rests) for child, one in kept.items()}  # a pause is no end: it stays


def _departure(post: Post, held: Sequence[Involvement], me: Standing, beside: Mapping[UUID, int] | None) -> Departure:
    others = who_stays([one.dossier_id for one in held], after=post.until_on or clock.today(), but=post.person_id)
    called = {one.calls: one for one in me.callers}
    house = _missing(called, beside=1, taken_over=True, after=post.until_on)
    children = [
        Left(
            dossier=one.dossier_id,
            name=one.dossier.call_name,
            others=others.get(one.dossier_id, []),
            missing=[
                _words(code, one.dossier.call_name)
                for code in _missing(
                    called,
                    beside=1 if beside is None or one.dossier_id not in beside else beside[one.dossier_id],
                    taken_over=one.dossier_id in others,
                    after=post.until_on,
                )
                if code not in OF_THE_HOUSE
            ],
            over=one.ended_at is not None,
        )
        for one in held
    ]
    return Departure(
        person=post.person_id,
        name=post.person.call_name,
        last_day=post.until_on,
        children=children,
        house=[_words(code, "") for code in house],
    )


def _words(code: Missing, child: str) -> Words:
    return sentence(code_of(code), name="", child=child)


def _missing(called: Mapping[Calls, Caller], *, beside: int, taken_over: bool, after: date | None) -> Sequence[Missing]:
    """What is not in order; who is to be called and goes on that day or before, does not stay either."""
    return continuity(
        Staying(
            beside=beside,
            fixed_contact=called[Calls.CONTACT].gap not in UNREACHABLE,
            deputy=called[Calls.DEPUTY].gap not in UNREACHABLE,
            contact_leaves=_leaves(called[Calls.CONTACT], after),
            deputy_leaves=_leaves(called[Calls.DEPUTY], after),
            taken_over=taken_over,
        )
    )


def _leaves(caller: Caller, after: date | None) -> bool:
    sooner = caller.last_day is not None and after is not None and caller.last_day <= after
    return caller.gap is Gap.LEAVES or sooner
