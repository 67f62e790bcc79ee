"""How long a place to turn to may go without somebody looking at it, and when somebody asks how it goes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.access import Answer, Case, Klass, Relation, Section, Verb, rules_for
from kring.law.support import (
    ADVICE_AGES,
    AHEAD,
    EVERY,
    LEARNING_AHEAD,
    LEARNING_SHOWN,
    SERVES,
    USUALLY,
    WHOSE,
    For,
    is_old,
    may_be_said_anew,
    next_check,
    yes_until,
)
from kring.law.time import months_later
from kring.law.ways import NETWORK


@pytest.mark.parametrize(
    ("looked_on", "old"), [(date(2025, 11, 29), True), (date(2025, 11, 30), False), (date(2026, 11, 29), False)]
)
def test_a_place_is_old_a_year_after_somebody_looked(looked_on: date, *, old: bool) -> None:
    assert is_old(looked_on, on=date(2026, 11, 29)) is old


def test_a_yes_to_others_holds_a_quarter_and_is_asked_again_two_weeks_before() -> None:
    """C138: it lapses by itself; a meeting is planned within the time that a yes of today holds."""
    said = date(2026, 11, 30)
    assert yes_until(said) == date(2027, 2, 28)
    assert not may_be_said_anew(yes_until(said), on=date(2027, 2, 13))
    assert may_be_said_anew(yes_until(said), on=date(2027, 2, 14))
    assert all(yes_until(day) > day + timedelta(days=AHEAD) for day in (said, date(2028, 2, 29), date(2027, 12, 1)))


def test_only_who_serves_and_a_jim_meet_others() -> None:
    """Named is not yet serving (R2): `Relation.TRUST_PERSON` is who serves."""
    assert {Relation.TRUST_PERSON, Relation.JIM} == SERVES


@given(looked_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)), later=st.integers(0, 900))
def test_what_is_old_once_is_old_until_somebody_looks_again(looked_on: date, later: int) -> None:
    turns = months_later(looked_on, ADVICE_AGES)
    on = date.fromordinal(looked_on.toordinal() + later)
    assert is_old(looked_on, on=on) is (on >= turns)
    assert not is_old(on, on=on)


@given(held_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)), weeks=st.sampled_from(EVERY))
def test_somebody_asks_again_on_the_same_day_of_the_week(held_on: date, weeks: int) -> None:
    again = next_check(held_on, weeks)
    assert again.weekday() == held_on.weekday()
    assert (again - held_on).days == 7 * weeks


def test_every_four_to_twenty_six_weeks_and_eight_unless_chosen_otherwise() -> None:
    assert EVERY == (4, 8, 12, 26)
    assert USUALLY == 8
    assert AHEAD == 7 * 12, "twelve weeks"
    assert LEARNING_AHEAD == 12
    assert LEARNING_SHOWN == 2 * LEARNING_AHEAD, "the year before stays beside the year that comes"


def test_who_works_here_has_no_list_of_its_own() -> None:
    assert Relation.WORKER not in WHOSE
    assert set(WHOSE.values()) == set(For) - {For.EVERYONE, For.PARTNER, For.COMPLAINT, For.NOBODY}


@pytest.mark.parametrize("relation", sorted(NETWORK))
@pytest.mark.parametrize("klass", list(Klass))
def test_who_stands_beside_a_child_reads_of_its_safety_only_what_the_child_says_yes_to(
    relation: Relation, klass: Klass
) -> None:
    """B47: without a part in it nobody gets anything of it, in no case that the law knows."""
    assert not rules_for(relation, Section.SAFETY, klass, frozenset(Case) - {Case.SAFETY_PART})
    for rule in rules_for(relation, Section.SAFETY, klass, frozenset(Case)):
        for verb in (Verb.KNOW, Verb.READ):
            assert rule.answers(verb) <= {Answer.ASKS, Answer.WROTE}
