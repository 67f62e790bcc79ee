"""Figures that are valid from a day, age on a day, and months later.  The day always comes from outside (R4)."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")


class NoLawThatDayError(LookupError):
    """Somebody asked for the law of a day that Kring does not know the law of."""


class Dated(Generic[Value]):
    """Values that are each valid from a day, until the next one takes over.

    >>> Dated({date(2014, 3, 1): 18}).on(date(2026, 11, 21))
    18
    """

    __slots__ = ("_from",)

    def __init__(self, values: Mapping[date, Value]) -> None:
        if not values:
            msg = "a dated figure needs at least one day from which it is valid"
            raise ValueError(msg)
        self._from: tuple[tuple[date, Value], ...] = tuple(sorted(values.items(), key=lambda pair: pair[0]))

    def on(self, day: date) -> Value:
        """The value that is valid on this day."""
        return self._version(day)[1]

    def since(self, day: date) -> date:
        """The first day of the version that is valid on this day."""
        return self._version(day)[0]

    def __iter__(self) -> Iterator[tuple[date, Value]]:
        return iter(self._from)

    def _version(self, day: date) -> tuple[date, Value]:
        for valid_from, value in reversed(self._from):
            if valid_from <= day:
                return valid_from, value
        first, value = self._from[0]
        msg = f"no value is known for {day.isoformat()}: the first, {value!r}, is valid from {first.isoformat()}"
        raise NoLawThatDayError(msg)


def age_on(born_on: date, day: date) -> int:
    """Age in full years.  Who was born on 29 February grows older on 1 March in the years between."""
    if day < born_on:
        msg = f"nobody born on {born_on.isoformat()} has an age on {day.isoformat()}"
        raise ValueError(msg)
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def birthday(born_on: date, age: int) -> date:
    """The first day on which someone has this age; agrees with `age_on`."""
    year = born_on.year + age
    try:
        return born_on.replace(year=year)
    except ValueError:  # 29 February in a year without one
        return date(year, 3, 1)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last of the month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
