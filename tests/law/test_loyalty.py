"""What a parent says is information: asked only where the child lets it know, and it decides nothing (A65, A97)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.loyalty import FOLLOW_AFTER, Towards, follow_on, may_be_asked

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("told", "restricted", "allowed"),
    [(True, False, True), (None, False, False), (False, False, False), (True, True, False), (None, True, False)],
)
def test_a_parent_is_asked_only_where_the_child_lets_it_know(
    told: bool | None, restricted: bool, allowed: bool
) -> None:
    assert may_be_asked(Towards(told=told, restricted=restricted), on=DAY).allowed is allowed


def test_without_an_answer_of_the_child_it_is_still_to_be_asked_and_not_refused() -> None:
    decision = may_be_asked(Towards(told=None, restricted=False), on=DAY)
    assert [one.code for one in decision.missing] == ["loyalty.child-lets-know"]
    assert not decision.against


def test_somebody_comes_back_after_two_weeks_or_on_the_day_that_was_chosen() -> None:
    assert follow_on(DAY) == DAY + FOLLOW_AFTER == DAY + timedelta(days=14)
    assert follow_on(DAY, DAY + timedelta(days=3)) == DAY + timedelta(days=3)


@given(told=st.none() | st.booleans(), restricted=st.booleans())
def test_less_is_asked_of_a_parent_when_contact_is_restricted_and_never_more(
    told: bool | None, restricted: bool
) -> None:
    """R28: a restriction only takes away; and what the child did not say is never a yes."""
    now = may_be_asked(Towards(told=told, restricted=restricted), on=DAY)
    freely = may_be_asked(Towards(told=told, restricted=False), on=DAY)
    assert not now.allowed or freely.allowed
    assert now.allowed is (told is True and not restricted)


@given(heard_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_worry_never_waits_without_a_day(heard_on: date) -> None:
    assert follow_on(heard_on) > heard_on
