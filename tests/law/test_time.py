"""Figures that are valid from a day, and ages."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law import time
from kring.law.time import Dated, NoLawThatDayError, age_on, birthday, months_later

DAYS = st.dates(date(1930, 1, 1), date(2100, 12, 31))
HISTORIES = st.dictionaries(DAYS, st.integers(), min_size=1, max_size=6)


def test_the_day_before_and_the_day_itself() -> None:
    figure = Dated({date(2024, 5, 17): "new", date(2014, 3, 1): "old"})
    assert figure.on(date(2024, 5, 16)) == "old"
    assert figure.on(date(2024, 5, 17)) == "new"
    assert figure.since(date(2024, 5, 16)) == date(2014, 3, 1)
    assert figure.since(date(2030, 1, 1)) == date(2024, 5, 17)


def test_before_the_first_there_is_no_law_and_it_says_so() -> None:
    figure = Dated({date(2014, 3, 1): 18})
    with pytest.raises(NoLawThatDayError, match=r"2014-02-28.*valid from 2014-03-01"):
        figure.on(date(2014, 2, 28))
    with pytest.raises(NoLawThatDayError):
        figure.since(date(2014, 2, 28))


def test_a_figure_without_days_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Dated({})


def test_a_figure_does_not_change_when_its_maker_changes() -> None:
    values = {date(2014, 3, 1): 18}
    figure = Dated(values)
    values[date(2014, 3, 1)] = 21
    assert figure.on(date(2020, 1, 1)) == 18


@given(HISTORIES, DAYS)
def test_the_latest_version_that_began_is_the_law(history: dict[date, int], day: date) -> None:
    begun = [start for start in history if start <= day]
    figure = Dated(history)
    if begun:
        assert figure.on(day) == history[max(begun)]
        assert figure.since(day) == max(begun)
    else:
        with pytest.raises(NoLawThatDayError):
            figure.on(day)


@given(HISTORIES)
def test_versions_are_read_oldest_first(history: dict[date, int]) -> None:
    assert list(Dated(history)) == sorted(history.items())


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 6, 15), date(2026, 6, 14), 17),
        (date(2008, 6, 15), date(2026, 6, 15), 18),
        (date(2008, 12, 31), date(2026, 1, 1), 17),
        (date(2008, 1, 1), date(2025, 12, 31), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_age_around_a_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="nobody born on 2026-01-02"):
        age_on(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("age", "day"),
    [
        (0, date(2008, 2, 29)),
        (1, date(2009, 3, 1)),
        (4, date(2012, 2, 29)),
        (12, date(2020, 2, 29)),
        (18, date(2026, 3, 1)),
        (92, date(2100, 3, 1)),  # a year that is divided by four and has no such day
    ],
)
def test_the_birthday_of_who_was_born_on_29_february(age: int, day: date) -> None:
    born = date(2008, 2, 29)
    assert birthday(born, age) == day
    assert age_on(born, day) == age
    if age:
        assert age_on(born, day - timedelta(days=1)) == age - 1


@given(DAYS, st.integers(0, 100))
def test_a_birthday_is_the_first_day_of_an_age(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age
    if age:
        assert age_on(born, day - timedelta(days=1)) == age - 1


@pytest.mark.parametrize(
    ("start", "then"),
    [
        (date(2026, 11, 29), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),  # the leap year of then, not of the start
        (date(2026, 10, 31), date(2027, 1, 31)),
    ],
)
def test_three_months_over_the_end_of_a_year(start: date, then: date) -> None:
    assert months_later(start, 3) == then


@given(st.dates(date(2014, 3, 1), date(2100, 1, 1)), st.integers(-24, 24))
def test_in_so_many_months_is_the_same_day_or_the_last_of_the_month(start: date, months: int) -> None:
    then = months_later(start, months)
    assert (then.year - start.year) * 12 + then.month - start.month == months
    assert then.day == start.day or (then + timedelta(days=1)).day == 1


def test_months_are_added_in_one_place_only() -> None:
    """Who adds them anew meets this test: three ways of adding a month are two too many."""
    src, adds = Path(time.__file__).parents[1], re.compile(r"\.month - 1 \+|monthrange\(")
    found = {one.relative_to(src).as_posix() for one in src.rglob("*.py") if adds.search(one.read_text())}
    assert found == {"law/time.py"}
