"""One farewell as it is read: with what somebody still sees to, and what was seen to (A140)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.endings.models import AfterLook, Farewell
from kring.kit import clock
from kring.kit.days import day_of
from kring.kit.sentences import code_of, sentence
from kring.law.access import Relation
from kring.law.endings import Leaves, Look, looks_after
from kring.rights.models import Taken
from kring.rights.untold import hears_first

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """A farewell with its looks."""

    row: Farewell
    name: str
    looks: list[AfterLook]
    may_deny: bool = False
    """The visitor is the child, and can say that nobody told it (R15)."""
    may_tell: bool = False
    """The child said so, and the visitor is another than who wrote that it was told."""
    names: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def asks(self) -> AfterLook | None:
        """The look that is asked now: one at a time, and the next on another day."""
        if any(one.looked_on == clock.today() for one in self.how):
            return None
        return next((one for one in self.how if one.looked_on is None and one.due_on <= clock.today()), None)

    @property
    def how(self) -> list[AfterLook]:
        """The looks how the child is."""
        return [one for one in self.looks if one.kind == Look.HOW.value]

    @property
    def to_ask(self) -> list[tuple[AfterLook, str]]:
        """Who is still to be asked whether the child can turn to it."""
        rows = [one for one in self.looks if one.kind == Look.ASK.value and one.looked_on is None]
        return [(one, self._name_of(one)) for one in rows]

    @property
    def no(self) -> list[str]:
        """Who was asked, and cannot: for who works with the child, and a person tells it (R15)."""
        return [self._name_of(one) for one in self.looks if one.can is False]

    def _name_of(self, row: AfterLook) -> str:
        return self.names.get(row.member_id, "") if row.member_id else ""

    @property
    def goodbye(self) -> AfterLook | None:
        """The day on which they say goodbye, while nobody wrote how it was."""
        return next((one for one in self.looks if one.kind == Look.GOODBYE.value and one.looked_on is None), None)

    @property
    def why(self) -> Words:
        """What is with this person."""
        return why_of(Leaves(self.row.why))

    @property
    def is_by_the_child(self) -> bool:
        """Whether it was written down here that the child chose otherwise."""
        return bool(self.row.why == Leaves.CHILD.value)


def may_say_so(door: Door, row: Farewell) -> bool:
    """Whether the visitor is the child, another wrote this, and somebody is there who can tell it."""
    mine = door.relation is Relation.CHILD and door.dossier.closed_on is None
    return mine and row.why != Leaves.CHILD.value and row.untold_on is None and row.item.author_id != door.me


def may_tell_anew(door: Door, row: Farewell) -> bool:
    """Whether the child said that nobody told it, and the visitor is another than who wrote that it was told."""
    return hears_first(door) and row.untold_on is not None and door.me != (row.marked_by_id or row.item.author_id)


def why_of(leaves: Leaves) -> Words:
    """What is with somebody who stops, in words."""
    return sentence(code_of(leaves), name="")


def when_looked_after(told_on: date) -> str:
    """On which days Kring asks how the child is, as somebody reads it who just wrote down that it was told."""
    first, second = looks_after(told_on, on=clock.today())
    if first <= clock.today():
        return _("Kring vraagt nu hoe het gaat, en nog eens op %(day)s.") % {"day": day_of(second)}
    days = {"first": day_of(first), "second": day_of(second)}
    return _("Op %(first)s en op %(second)s vraagt Kring hoe het gaat.") % days


def still_so(farewells: Sequence[Farewell], not_so: Sequence[Taken]) -> list[Farewell]:
    """Without those of which the child said that it is not so: such an end was written just before its farewell."""
    keys = [
        min((one.pk for one in farewells if one.member_id == row.member_id and one.pk > row.pk), default=None)
        for row in not_so
    ]
    return [one for one in farewells if one.pk not in keys]
