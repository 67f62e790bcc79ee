"""A day without a year is of this year: read in 2029, "since 10 November" of 2026 has its year."""

from datetime import datetime, timedelta

import pytest
from django.template import engines
from django.utils.timezone import get_current_timezone

from kring.kit import clock
from kring.kit.days import day_of


def written(day: object) -> str:
    return engines["django"].from_string('{{ day|date:"j F" }}').render({"day": day})


@pytest.mark.parametrize("back", [0, 366])
def test_of_another_year_the_year_stands_there(back: int) -> None:
    day = clock.today() - timedelta(days=back)
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=get_current_timezone())
    assert written(day) == written(moment) == day_of(day)
    assert (str(day.year) in written(day)) is (back > 0)


def test_of_no_day_nothing_is_written() -> None:
    assert written(None) == ""
