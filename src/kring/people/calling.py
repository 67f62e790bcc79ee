"""Whom who stands beside a child can call in this house, and until when: a gap is an alarm (R13, A176, C113).

Asked in the statement that finds the house, so that no page pays for it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.db.models import DateField, F, Max, Model, OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from kring.kit.prepared import Open, Prepared
from kring.law.endings import Gap, gap
from kring.people.models import Organisation, Post

STAYS = date.max
M = TypeVar("M", bound=Model)


class Calls(StrEnum):
    """As what somebody can be called."""

    CONTACT = "contact"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Whom a house named to be called as one of these; `gap`: what is wrong with it, on the day it was asked."""

    calls: Calls
    name: str
    last_day: date | None
    gap: Gap | None
    mine: bool = False
    """Whether it is who reads."""

    def lacks(self, calls: Calls, *gaps: Gap) -> bool:
        """Whether it is this one, and one of these is wrong with it."""
        return self.calls is calls and self.gap in gaps


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody to call today."""

    name: str
    phone: str

    @property
    def dials(self) -> str:
        """The number as a telephone takes it."""
        return self.phone.replace(" ", "")


def to_call(house: Organisation, here: Collection[UUID]) -> tuple[Number, ...]:
    """The fixed contact first, then who steps in: of those who work there (`here`), until the last day itself (R13)."""
    named = ((house.contact, house.contact_phone), (house.deputy, house.deputy_phone))
    return tuple(Number(who.call_name, phone) for who, phone in named if who and phone and who.pk in here)


def with_callers(rows: QuerySet[M], on: date | Open, path: str = "") -> QuerySet[M]:
    """Rows that also say until when whom their house named works there.  `path`: from the rows to their house."""
    house = OuterRef(path.removesuffix("__") or "pk")
    here = Post.objects.current(on).filter(organisation=house).order_by().values("organisation")
    until = Max(Coalesce(F("until_on"), Value(STAYS)))
    asked = {
        f"{one.value}_until": Subquery(
            here.filter(person=OuterRef(f"{path}{one.value}")).annotate(last=until).values("last")
        )
        for one in Calls
    }
    found: QuerySet[M] = rows.annotate(**asked)
    return found


def callers(house: Organisation, row: Model, on: date, me: UUID | None = None) -> Iterator[Caller]:
    """The fixed contact and who steps in, of a house that was asked with them (`row` says so).  `me`: who reads."""
    for one in Calls:
        named, number = getattr(house, one.value), getattr(house, f"{one.value}_phone")
        until: date | None = getattr(row, f"{one.value}_until")
        last_day = None if until == STAYS else until
        wrong = gap(can_be_called=bool(named and number), here=until is not None, last_day=last_day, on=on)
        yield Caller(
            calls=one,
            name=named.call_name if named else "",
            last_day=last_day,
            gap=wrong,
            mine=bool(named) and named.pk == me,
        )


def callers_at(team: UUID, on: date, me: UUID | None = None) -> tuple[Caller, ...]:
    """The same, of the house of a team.  One statement."""
    (house,) = _HOUSES.ask(team=team, on=on)
    return tuple(callers(house, house, on, me))


def _houses(*, team: UUID | Open, on: date | Open) -> QuerySet[Organisation]:
    return with_callers(Organisation.objects.select_related("contact", "deputy").filter(teams=team), on)


_HOUSES = Prepared(_houses, team=UUIDField(), on=DateField())
