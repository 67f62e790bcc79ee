"""When somebody looks again at a restriction of contact, and from which day one can be: own figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.limits import AT_MOST_DAYS
from kring.law.restrictions import BY_OTHERS, BY_THE_TEAM, Decides, first_day, is_provisional, look_by

ON = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("who", "last"),
    [
        ("team", date(2026, 12, 31)),
        ("", date(2026, 12, 31)),
        ("judge", date(2028, 11, 30)),
        ("consultant", date(2028, 11, 30)),
    ],
)
def test_what_a_team_decides_is_looked_at_sooner_than_what_others_decide(who: str, last: date) -> None:
    assert look_by(who, on=ON) == last
    assert is_provisional(who) is (who == "team")


@given(st.sampled_from([*Decides]), st.integers(0, 30_000).map(lambda days: ON + timedelta(days=days)))
def test_there_is_always_a_day_and_never_later_than_two_years(who: Decides, on: date) -> None:
    assert timedelta(0) < look_by(who, on=on) - on <= timedelta(days=BY_OTHERS.on(on))


@pytest.mark.parametrize(("born", "first"), [(date(2011, 3, 4), date(2011, 3, 4)), (None, date(2001, 11, 13))])
def test_it_cannot_begin_before_the_child_was_there(born: date | None, first: date) -> None:
    assert abs(first_day(born, on=ON) - first) < timedelta(days=30)


def test_a_team_decides_no_longer_than_a_limit_on_a_trust_person_lasts() -> None:
    assert BY_THE_TEAM.on(ON) <= AT_MOST_DAYS.on(ON)
