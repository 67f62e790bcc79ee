"""When the right is explained, and when again: as early as possible, and again and again (A11, A17, A23b)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.rights_moments import (
    HAPPENS,
    MONTHS,
    Audience,
    Course,
    Moment,
    Reaction,
    audience,
    comes_of_age,
    days_to_first_talk,
    has_passed,
    next_moment,
    open_moments,
    waits_since,
)
from kring.law.time import months_later

CAME = date(2026, 1, 31)
DAYS = st.dates(date(2026, 1, 31), date(2030, 12, 31))
BORN = st.none() | st.dates(date(2005, 1, 1), date(2024, 1, 1))
HAPPENED = st.lists(st.tuples(st.sampled_from(HAPPENS), DAYS), max_size=4).map(tuple)


def test_before_the_child_comes_nothing_waits() -> None:
    assert open_moments(Course(opened_on=CAME), on=CAME - timedelta(days=1)) == []


def test_the_first_is_due_on_the_day_the_child_comes() -> None:
    (first,) = open_moments(Course(opened_on=CAME), on=CAME)
    assert (first.moment, first.on) == (Moment.REFERRAL, CAME)
    assert waits_since(Course(opened_on=CAME), on=CAME) == CAME


def test_one_talk_answers_all_that_wait() -> None:
    happened = ((Moment.INTAKE, date(2026, 2, 2)), (Moment.CRISIS, date(2026, 2, 20)))
    before = Course(opened_on=CAME, happened=happened)
    assert [one.moment for one in open_moments(before, on=date(2026, 3, 1))] == [
        Moment.REFERRAL,
        Moment.INTAKE,
        Moment.CRISIS,
    ]
    after = Course(opened_on=CAME, talked_on=(date(2026, 3, 1),))  # nothing happened since
    assert open_moments(after, on=date(2026, 3, 1)) == []


def test_it_is_counted_from_the_last_talk() -> None:
    """A23b: again and again, whatever talk was the first."""
    talked = Course(opened_on=CAME, talked_on=(date(2026, 5, 1), date(2026, 2, 1), date(2026, 3, 1)))
    assert waits_since(talked, on=date(2026, 10, 31)) is None
    assert waits_since(talked, on=date(2026, 11, 1)) == date(2026, 11, 1)


def test_what_happens_after_a_day_that_was_put_off_waits_since_it_happened() -> None:
    crisis = ((Moment.CRISIS, date(2026, 2, 20)),)
    course = Course(opened_on=CAME, talked_on=(date(2026, 2, 10),), happened=crisis, put_off_until=date(2026, 2, 12))
    assert waits_since(course, on=date(2026, 3, 1)) == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("months", "again"),
    [(1, date(2026, 2, 28)), (6, date(2026, 7, 31)), (12, date(2027, 1, 31)), (25, date(2028, 2, 29))],
)
def test_it_is_never_once_and_for_all(months: int, again: date) -> None:
    assert months_later(CAME, months) == again
    assert next_moment(None, talked_on=CAME, months=months).on == again
    talked = Course(opened_on=CAME, talked_on=(CAME,))
    assert waits_since(talked, on=again - timedelta(days=1), months=months) is None
    assert waits_since(talked, on=again, months=months) == again


@pytest.mark.parametrize(
    ("age", "birthday"), [(12, date(2026, 3, 15)), (16, date(2026, 3, 15)), (18, date(2026, 3, 15))]
)
def test_a_birthday_is_talked_about_before_it_is_there(age: int, birthday: date) -> None:
    ahead = next_moment(birthday.replace(year=2026 - age), talked_on=CAME)
    assert (ahead.moment, ahead.on) == (Moment.BIRTHDAY, date(2026, 2, 12))  # 31 days


def test_about_eighteen_one_begins_half_a_year_before_and_talks_again_a_month_before() -> None:
    """C54, R15: what falls, what stays and what one takes over is told by people, in time and more than once."""
    born = date(2008, 9, 30)
    first = next_moment(born, talked_on=CAME, months=12)
    assert (first.moment, first.on) == (Moment.BIRTHDAY, date(2026, 3, 30))
    again = next_moment(born, talked_on=first.on, months=12)
    assert (again.moment, again.on) == (Moment.BIRTHDAY, date(2026, 8, 30))
    assert next_moment(born, talked_on=again.on, months=12).moment is Moment.AGAIN
    assert not comes_of_age(born, on=first.on - timedelta(days=1))
    assert comes_of_age(born, on=first.on)
    assert not comes_of_age(None, on=first.on)


def test_a_talk_on_the_day_itself_answers_the_birthday_and_one_birthday_waits_at_a_time() -> None:
    """R15: about a birthday one talks beforehand.  Of a child that is 16 already nobody has still to say 12."""
    born = date(2014, 3, 15)
    on_the_day = Course(opened_on=CAME, born_on=born, talked_on=(date(2026, 2, 12),))
    assert open_moments(on_the_day, on=date(2026, 3, 15)) == []
    before = Course(opened_on=CAME, born_on=born, talked_on=(CAME,))
    waiting = open_moments(before, on=date(2032, 3, 15))
    assert [one.on for one in waiting if one.moment is Moment.BIRTHDAY] == [date(2026, 2, 12)]


@pytest.mark.parametrize(
    ("born", "for_whom"),
    [
        (date(2021, 3, 2), Audience.SMALL),
        (date(2020, 3, 1), Audience.CHILD),
        (date(2014, 3, 2), Audience.CHILD),
        (date(2014, 3, 1), Audience.YOUTH),
        (date(2026, 3, 1), Audience.SMALL),  # born today
        (date(2027, 1, 1), Audience.YOUTH),
        (None, Audience.YOUTH),
    ],
)
def test_each_age_has_words_of_its_own(born: date | None, for_whom: Audience) -> None:
    assert audience(born, on=date(2026, 3, 1)) is for_whom


def test_a_team_lead_asks_after_two_weeks_and_not_before() -> None:
    assert not has_passed(None, on=CAME)
    assert not has_passed(CAME, on=date(2026, 2, 13))
    assert has_passed(CAME, on=date(2026, 2, 14))


def test_days_to_the_first_talk_begin_with_the_registration() -> None:
    assert days_to_first_talk(CAME, ()) is None
    assert days_to_first_talk(CAME, (CAME + timedelta(days=9), CAME + timedelta(days=3))) == 3
    assert days_to_first_talk(CAME, (CAME - timedelta(days=9),)) == 0  # the referrer told it before (A19)


@given(BORN, HAPPENED, st.lists(DAYS, max_size=3).map(tuple), st.none() | DAYS, DAYS)
def test_putting_off_delays_and_never_closes(
    born: date | None,
    happened: tuple[tuple[Moment, date], ...],
    talked: tuple[date, ...],
    until: date | None,
    on: date,
) -> None:
    course = Course(opened_on=CAME, born_on=born, happened=happened, talked_on=talked, put_off_until=until)
    waiting = open_moments(course, on=on)
    since = waits_since(course, on=on)
    assert (since is None) == (not waiting or (until is not None and until > max(waiting[0].on, on)))
    if since is not None:
        assert since <= on
    if until is not None and waiting:
        assert waits_since(course, on=max(on, until)) is not None


@given(BORN, HAPPENED, DAYS, DAYS)
def test_what_happens_only_adds(
    born: date | None, happened: tuple[tuple[Moment, date], ...], talked: date, on: date
) -> None:
    bare = Course(opened_on=CAME, born_on=born, talked_on=(talked,))
    more = Course(opened_on=CAME, born_on=born, talked_on=(talked,), happened=happened)
    assert set(open_moments(bare, on=on)) <= set(open_moments(more, on=on))


def test_it_is_explained_again_after_half_a_year_in_a_house_that_chose_nothing() -> None:
    """A23b, R21."""
    assert MONTHS == 6


@pytest.mark.parametrize("said", Reaction)
@pytest.mark.parametrize("months", [1, MONTHS, 24])
def test_who_is_undecided_is_asked_again_in_some_weeks_and_never_later_than_in_the_house(
    said: Reaction, months: int
) -> None:
    soon = said in {Reaction.NOT_NOW, Reaction.UNKNOWN}
    usual = months_later(CAME, months)
    again = next_moment(None, talked_on=CAME, months=months, said=said).on
    assert again == (CAME + timedelta(weeks=4) if soon else usual)
    assert again <= usual
    course = Course(opened_on=CAME, talked_on=(CAME,), said=said)
    assert waits_since(course, on=again - timedelta(days=1), months=months) is None
    assert waits_since(course, on=again, months=months) == again
