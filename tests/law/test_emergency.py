"""What an emergency never opens, and when it is over (R8, brief 1.6)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.access import Klass
from kring.law.emergency import NEVER, last_day


@pytest.mark.parametrize(
    ("klass", "closed"),
    [
        ("confidence", True),
        ("agogic", True),
        ("third_party", True),
        ("check", True),
        ("file", False),
        ("household", False),
        ("own_words", False),
    ],
)
def test_what_the_law_closes_to_all_is_never_opened(klass: str, closed: bool) -> None:
    assert (Klass(klass) in NEVER) is closed


@given(st.dates(max_value=date(2200, 1, 1)))
def test_it_lasts_a_week(day: date) -> None:
    assert last_day(day) - day == timedelta(days=7)
