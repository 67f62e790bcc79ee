"""A limit for a while: seven grounds, and without one of them there is none."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.limits import AT_MOST_DAYS, Limited, Ran, is_motivated, last_day, may_limit

ON = date(2026, 11, 21)


def limited(**facts: Any) -> Limited:
    known: dict[str, Any] = {
        "extreme": True,
        "talked_with_the_child": True,
        "motivated": True,
        "from_on": ON,
        "until_on": ON + timedelta(days=7),
        "child_knows_why_and_until_when": True,
        "child_knows_the_judge": True,
    }
    return Limited(**known | facts)


def test_all_seven_and_then_for_a_week() -> None:
    decision = may_limit(limited(), on=ON)
    assert decision.allowed
    assert len(decision.grounds) == 7


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("extreme", "limits.extreme"),
        ("talked_with_the_child", "limits.talked"),
        ("child_knows_why_and_until_when", "limits.child-informed"),
        ("child_knows_the_judge", "limits.judge"),
    ],
)
def test_one_no_is_no_limit_and_what_nobody_did_is_still_to_do(fact: str, code: str) -> None:
    assert [one.code for one in may_limit(limited(**{fact: False}), on=ON).against] == [code]
    assert [one.code for one in may_limit(limited(**{fact: None}), on=ON).missing] == [code]


def test_without_a_motive_or_a_last_day_there_is_none() -> None:
    assert [one.code for one in may_limit(limited(motivated=False), on=ON).against] == ["limits.motivated"]
    assert [one.code for one in may_limit(limited(until_on=None), on=ON).missing] == ["limits.ends"]


@pytest.mark.parametrize("days", [-1, 31, 4000])
def test_never_an_open_end(days: int) -> None:
    found = may_limit(limited(until_on=ON + timedelta(days=days)), on=ON)
    assert [one.code for one in found.against] == ["limits.ends"]
    assert may_limit(limited(until_on=last_day(ON, on=ON)), on=ON).allowed


def test_thirty_days_since_kring_is_there_and_one_day_is_a_limit_too() -> None:
    assert AT_MOST_DAYS.on(date(2026, 1, 1)) == 30
    with pytest.raises(LookupError):
        AT_MOST_DAYS.on(date(2025, 12, 31))
    assert may_limit(limited(until_on=ON), on=ON).allowed


def test_it_does_not_begin_on_a_day_to_come() -> None:
    later = ON + timedelta(days=1)
    assert not may_limit(limited(from_on=later, until_on=later), on=ON).allowed


@pytest.mark.parametrize("begins", [ON - timedelta(days=1), date(2020, 1, 1)])
def test_nor_on_a_day_that_has_been(begins: date) -> None:
    found = may_limit(limited(from_on=begins, until_on=begins + timedelta(days=7)), on=ON)
    assert [one.code for one in found.against] == ["limits.ends"]


@pytest.mark.parametrize(("ago", "may"), [(0, False), (1, False), (7, False), (8, True), (400, True)])
def test_no_other_one_while_one_runs_and_for_as_long_after_it(ago: int, may: bool) -> None:
    """A week was limited: a week long nothing is, and then only the youth judge can decide."""
    last = ON - timedelta(days=ago)
    found = may_limit(limited(before=(Ran(last - timedelta(days=6), last),)), on=ON)
    assert found.allowed is may
    assert may or [one.code for one in found.against] == ["limits.not-again"]


@pytest.mark.parametrize(
    ("motive", "is_one"),
    [
        (".", False),
        (". . . . . .", False),
        ("Omdat het moet", False),
        ("Er was geweld vandaag", False),
        ("Er was geweld - 1 2 3 -", False),
        ("Er was geweld aan poort", True),
        ("Er was 2x geweld gisteren.", True),
        ("Er was geweld aan de poort.", True),
    ],
)
def test_a_motive_has_five_words_and_what_holds_no_letter_is_none(motive: str, is_one: bool) -> None:
    assert is_motivated(motive) is is_one


SAID = st.none() | st.booleans()


@given(
    facts=st.fixed_dictionaries(
        {
            "extreme": SAID,
            "talked_with_the_child": SAID,
            "motivated": st.booleans(),
            "child_knows_why_and_until_when": SAID,
            "child_knows_the_judge": SAID,
        }
    ),
    back=st.integers(-3, 60),
    days=st.none() | st.integers(-3, 60),
)
def test_there_is_a_limit_only_where_every_ground_holds(facts: dict[str, Any], back: int, days: int | None) -> None:
    """R2: whatever is known, one ground that is missing or against is enough for none; and it is never long."""
    begins = ON - timedelta(days=back)
    until = None if days is None else begins + timedelta(days=days)
    decision = may_limit(limited(**facts, from_on=begins, until_on=until), on=ON)
    lasts = days is not None and 0 <= days <= AT_MOST_DAYS.on(ON)
    assert decision.allowed is (all(one is True for one in facts.values()) and back == 0 and lasts)
    assert len(decision.grounds) == 7
