"""When somebody stops: days, and nothing that ends by itself (A124, A140, R15)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.endings import (
    LAST_CALL,
    NEAR,
    UNREACHABLE,
    Gap,
    Missing,
    Staying,
    Still,
    Wrong,
    continuity,
    first_told,
    gap,
    goes_sooner,
    looks_after,
    still_again,
    wrong_day,
)

DAY = date(2026, 11, 30)


def test_somebody_looks_after_two_and_after_six_weeks() -> None:
    assert looks_after(DAY, on=DAY) == (DAY + timedelta(days=14), DAY + timedelta(days=42))


def test_written_down_late_the_two_looks_never_both_wait_at_once() -> None:
    late = DAY + timedelta(days=60)
    first, second = looks_after(DAY, on=late)
    assert first == DAY + timedelta(days=14)
    assert second == late + timedelta(days=28)


@pytest.mark.parametrize(("late", "second"), [(41, 42), (42, 70), (0, 42)])
def test_the_second_look_moves_from_the_day_on_which_it_would_be_late(late: int, second: int) -> None:
    assert looks_after(DAY, on=DAY + timedelta(days=late))[1] == DAY + timedelta(days=second)


@pytest.mark.parametrize(
    ("chosen", "said", "first"),
    [((), (), 0), ((3,), (), 3), ((5, 3), (), 3), ((3,), (9,), 9), ((), (4, 9), 9)],
)
def test_nobody_tells_it_before_the_choice_or_before_it_was_said(
    chosen: tuple[int, ...], said: tuple[int, ...], first: int
) -> None:
    """Of who was chosen twice, from the first choice on."""
    days = {
        "chosen": [DAY + timedelta(days=one) for one in chosen],
        "said": [DAY + timedelta(days=one) for one in said],
    }
    assert first_told(opened=DAY, **days) == DAY + timedelta(days=first)


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


@given(st.booleans(), st.booleans(), st.booleans())
def test_who_goes_too_is_said(contact: bool, deputy: bool, taken: bool) -> None:
    staying = Staying(
        beside=1, fixed_contact=True, deputy=True, contact_leaves=contact, deputy_leaves=deputy, taken_over=taken
    )
    found = set(continuity(staying))
    assert (Missing.CONTACT_LEAVES in found) is contact
    assert (Missing.FALLBACK_LEAVES in found) is deputy
    assert (Missing.NOBODY_TAKES_OVER in found) is (not taken)


@pytest.mark.parametrize(
    ("named", "here", "last_day", "wrong"),
    [
        (False, True, None, Gap.NOBODY),
        (False, False, None, Gap.NOBODY),
        (True, False, None, Gap.LEFT),
        (True, True, None, None),
        (True, True, DAY, Gap.LEAVES),
        (True, True, DAY + NEAR, Gap.LEAVES),
        (True, True, DAY + NEAR + timedelta(days=1), None),
    ],
)
def test_who_is_to_be_called(named: bool, here: bool, last_day: date | None, wrong: Gap | None) -> None:
    assert gap(can_be_called=named, here=here, last_day=last_day, on=DAY) is wrong


@given(st.none() | st.dates(), st.none() | st.dates())
def test_who_takes_over_stays_longer_than_who_hands_over(last_day: date | None, giver: date | None) -> None:
    sooner = goes_sooner(last_day, giver)
    assert not (sooner and (last_day is None or giver is None))
    assert last_day is None or giver is None or sooner is (last_day <= giver)


@given(st.dates(), st.dates(max_value=DAY))
def test_a_day_that_can_be_lies_between_the_first_and_today(day: date, first: date) -> None:
    assert (wrong_day(day, first=first, on=DAY) is None) is (first <= day <= DAY)
    assert (wrong_day(day, first=first, on=DAY) is Wrong.TO_COME) is (day > DAY)


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (DAY, None),
        (DAY + timedelta(days=1), Wrong.TO_COME),
        (DAY - timedelta(days=9), None),
        (DAY - timedelta(days=10), Wrong.TOO_EARLY),
    ],
)
def test_today_and_the_day_on_which_the_help_began_can_be(day: date, wrong: Wrong | None) -> None:
    assert wrong_day(day, first=DAY - timedelta(days=9), on=DAY) is wrong


def test_eight_weeks_before_a_last_day_it_is_said_and_two_weeks_before_once_more() -> None:
    """A170: time enough to name another."""
    assert timedelta(days=56) == NEAR
    assert timedelta(days=14) == LAST_CALL


def test_nobody_picks_up_where_nobody_was_named_or_who_works_there_no_more() -> None:
    """R13: who still has a last day to come, is there to be called until then."""
    assert {one.value for one in UNREACHABLE} == {"nobody", "left"}
