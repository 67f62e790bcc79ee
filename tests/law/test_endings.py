"""When somebody stops: days, and nothing that ends by itself (A124, A140, R15)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.endings import Missing, Staying, Still, continuity, looks_after, still_again

DAY = date(2026, 11, 30)


def test_somebody_looks_after_two_and_after_six_weeks() -> None:
    assert looks_after(DAY) == (DAY + timedelta(days=14), DAY + timedelta(days=42))


@pytest.mark.parametrize(
    ("answer", "again"),
    [
        (None, date(2027, 5, 30)),
        (Still.YES, date(2027, 5, 30)),
        (Still.DOUBTS, date(2026, 12, 30)),
        (Still.NOT_NOW, date(2026, 12, 30)),
        (Still.NO, None),
    ],
)
def test_it_is_asked_again_sooner_when_the_child_doubts(answer: Still | None, again: date | None) -> None:
    assert still_again(DAY, answer) == again


@given(st.integers(0, 9), st.booleans(), st.booleans())
def test_what_is_missing_is_said_and_no_more_than_that(beside: int, contact: bool, deputy: bool) -> None:
    found = continuity(Staying(beside=beside, fixed_contact=contact, deputy=deputy))
    assert (Missing.NOBODY_STAYS in found) is (beside == 0)
    assert (Missing.NO_CONTACT in found) is (not contact)
    assert (Missing.NO_FALLBACK in found) is (not deputy)
