"""What another wrote of late as the word of the child about who stands beside it: on its first page (R2, R23)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, F, UUIDField
from django.utils import timezone

from kring.access.door import Door
from kring.access.kept import KeptQuerySet
from kring.access.questions import Question, Within
from kring.kit import clock
from kring.kit.prepared import Open
from kring.law.meaning import Expressed
from kring.law.steps import Step, Voice
from kring.rights import written_words
from kring.rights.models import Taken
from kring.rights.turns import Written, written

LATELY = timedelta(days=30)
"""So long a child is asked about it on its first page; elsewhere it stays."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What somebody else wrote of late as the word of the child about a choice, and it said nothing of."""

    rows: list[tuple[Taken, Written]]
    me: UUID
    since: datetime

    def ended(self, names: Mapping[UUID, str], now: Iterable[Any] = ()) -> list[tuple[str, Written]]:
        """Of whom it chose otherwise; but of whom it chose anew since: those wishes are younger (`now`)."""
        last = {wish.member_id: wish.pk for wish in sorted(now, key=lambda one: one.pk)}
        told = ((row, one) for row, one in self.rows if one.is_over and last.get(row.member_id, row.pk) <= row.pk)
        return _named(told, names)

    def between(
        self, names: Mapping[UUID, str], now: Iterable[Any], rests: Collection[UUID]
    ) -> list[tuple[str, Written]]:
        """Of whom it chose and stands: a no, or a pause while it lasts."""
        stands = {wish.pk for wish in now}
        told = ((row, one) for row, one in self.rows if one.is_between and row.wish_id in stands)
        told = ((row, one) for row, one in told if one.kind == written_words.NO or row.wish_id in rests)
        return _named(told, names)

    def chosen(self, names: Mapping[UUID, str], now: Iterable[Any]) -> list[tuple[str, Written]]:
        """Of whom it chose, or chose anew, while that stands: who wrote that stands beside it (R23)."""
        days = {wish.pk: wish.named_on for wish in now}
        told = [(row, one, row.wish_id) for row, one in self.rows if one.chosen and row.member_id in names]
        anew = {key for _row, _one, key in told}
        first = [wish for wish in now if wish.pk not in anew and wish.member_id in names]
        first = [one for one in first if one.item__author_id != self.me and one.item__made_at >= self.since]
        return [(names[wish.member_id], _chose(wish, names[wish.member_id])) for wish in first] + [
            (names[row.member_id], replace(one, key=wish, said_on=days[wish], name=names[row.member_id]))
            for row, one, wish in told
            if wish is not None and wish in days
        ]


def _chose(wish: Any, name: str) -> Written:  # noqa: ANN401  # a row of `portals.questions.WISHES`
    return Written(
        key=wish.pk,
        by=wish.item__author__call_name,
        name=name,
        written_on=clock.day(wish.item__made_at),
        said_on=wish.named_on,
        kind=written_words.CHOSE,
        how=Expressed(wish.expressed),
        may_deny=True,
    )


def _named(told: Iterable[tuple[Taken, Written]], names: Mapping[UUID, str]) -> list[tuple[str, Written]]:
    named = [(names[row.member_id], one) for row, one in told if row.member_id in names]
    return [(name, replace(one, name=name)) for name, one in named]


def lately(door: Door, *, on: date) -> Lately:
    """To the child; one statement.  Since it was written: the day that it would have been said is for who writes it."""
    since = datetime.combine(on - LATELY, time.min, tzinfo=timezone.get_current_timezone())
    rows = _ENDS.of(door, me=door.me, since=since)
    return Lately([(row, written(door, row, {row.item.author_id: row.by})) for row in rows], door.me, since)


def _ends(within: Within[Taken], *, me: UUID | Open, since: datetime | Open) -> KeptQuerySet[Taken]:
    """What somebody else wrote since a day: a choice made anew, its end, a pause or a no, that the child did not deny.

    Also that somebody is not there any more: a slip, or a word of somebody else, would take away whom the child chose,
    and only the child says that it is not so.
    """
    anew = Taken.objects.filter(step=Step.WISHED.value, voice=Voice.CHILD.value, unsaid_on=None)
    rows = (anew | Taken.objects.stands_in_the_way()).filter(item__made_at__gte=since)
    return within(rows.not_by(me).annotate(by=F("item__author__call_name")).order_by("-pk"))


_ENDS = Question(Taken, _ends, me=UUIDField(), since=DateTimeField())
