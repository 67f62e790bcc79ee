"""The four conditions of a legal trust person.  Names are of the cast: Noor chose Karim; Lotte is her worker."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, timedelta
from inspect import signature
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.trust_person import CONDITIONS, ENTRY, MINIMUM_AGE, Named, adult, may_serve

TODAY = date(2026, 11, 21)
KARIM = Named(
    adult=True,
    designated_by_the_child=True,
    directly_involved_in_the_care=False,
    extract_looked_at_on=date(2026, 11, 20),
    extract_has_an_entry=False,
)
JUST_NAMED = Named(
    adult=None, designated_by_the_child=True, directly_involved_in_the_care=None, extract_looked_at_on=None
)
MAYBE = st.sampled_from([True, False, None])
ANYONE = st.builds(
    Named,
    adult=MAYBE,
    designated_by_the_child=st.booleans(),
    directly_involved_in_the_care=MAYBE,
    extract_looked_at_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    extract_has_an_entry=MAYBE,
    director_agrees=MAYBE,
)


def missing(named: Named) -> list[str]:
    return [ground.code for ground in may_serve(named, on=TODAY).missing]


def against(named: Named) -> list[str]:
    return [ground.code for ground in may_serve(named, on=TODAY).against]


def test_karim_may_serve() -> None:
    assert may_serve(KARIM, on=TODAY).allowed


def test_just_named_is_a_list_of_questions_and_no_refusal() -> None:
    assert missing(JUST_NAMED) == ["trust-person.adult", "trust-person.independent", "trust-person.extract", ENTRY]
    assert against(JUST_NAMED) == []
    assert not may_serve(JUST_NAMED, on=TODAY).allowed


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"adult": False}, "trust-person.adult"),
        ({"directly_involved_in_the_care": True}, "trust-person.independent"),
        ({"designated_by_the_child": False}, "trust-person.designated"),
    ],
)
def test_one_fact_against_is_enough_and_is_named(change: dict[str, Any], code: str) -> None:
    person = replace(KARIM, **change)
    assert against(person) == [code]
    assert missing(person) == []


def test_the_day_of_the_extract_itself_counts_and_the_day_before_it_does_not() -> None:
    on = KARIM.extract_looked_at_on
    assert on is not None
    assert may_serve(KARIM, on=on).allowed
    early = may_serve(KARIM, on=on - timedelta(days=1))
    assert [ground.code for ground in early.missing] == ["trust-person.extract", ENTRY]


@pytest.mark.parametrize(
    ("entry", "director", "settled"),
    [
        (False, None, True),
        (None, None, None),
        (True, None, None),
        (True, True, True),
        (True, False, False),
        (None, True, None),
    ],
)
def test_an_entry_is_decided_by_a_human_and_never_by_itself(
    entry: bool | None, director: bool | None, settled: bool | None
) -> None:
    person = replace(KARIM, extract_has_an_entry=entry, director_agrees=director)
    weighed = {ground.code: ground.holds for ground in may_serve(person, on=TODAY).grounds}
    assert weighed[ENTRY] is settled
    assert weighed["trust-person.extract"] is True


def test_a_kept_decision_does_not_tell_who_had_an_entry() -> None:
    agreed = replace(KARIM, extract_has_an_entry=True, director_agrees=True)
    assert may_serve(agreed, on=TODAY).as_kept() == may_serve(KARIM, on=TODAY).as_kept()


def test_four_conditions_of_the_decree_and_what_to_do_with_an_entry() -> None:
    weighed = {ground.code for ground in may_serve(KARIM, on=TODAY).grounds}
    assert weighed == {*CONDITIONS, ENTRY}
    assert len(CONDITIONS) == 4


def test_nothing_about_the_child_and_nothing_that_could_veto_is_ever_asked() -> None:
    assert {field.name for field in fields(Named)} == {
        "adult",
        "designated_by_the_child",
        "directly_involved_in_the_care",
        "extract_looked_at_on",
        "extract_has_an_entry",
        "director_agrees",
    }
    assert list(signature(may_serve).parameters) == ["named", "on"]


@pytest.mark.parametrize(
    ("born", "answer"),
    [(None, None), (date(2008, 11, 21), True), (date(2008, 11, 22), False), (date(1970, 1, 1), True)],
)
def test_adult_by_a_date_of_birth(born: date | None, answer: bool | None) -> None:
    assert adult(born, on=TODAY) is answer


def test_the_minimum_age_is_18_since_the_four_conditions() -> None:
    assert list(MINIMUM_AGE) == [(date(2014, 3, 1), 18)]


def test_facts_that_are_left_out_are_not_known() -> None:
    looked_at = Named(
        adult=True,
        designated_by_the_child=True,
        directly_involved_in_the_care=False,
        extract_looked_at_on=TODAY,
    )
    assert missing(looked_at) == [ENTRY]
    assert missing(replace(looked_at, extract_has_an_entry=True)) == [ENTRY]


def test_facts_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        KARIM.adult = None  # type: ignore[misc]


def test_adult_when_born_on_29_february() -> None:
    assert adult(date(2008, 2, 29), on=date(2026, 2, 28)) is False
    assert adult(date(2008, 2, 29), on=date(2026, 3, 1)) is True


@given(ANYONE)
def test_learning_more_never_turns_an_open_question_into_a_refusal_unless_the_fact_says_so(named: Named) -> None:
    before = {ground.code: ground.holds for ground in may_serve(named, on=TODAY).grounds}
    good_news = replace(
        named,
        adult=True if named.adult is None else named.adult,
        directly_involved_in_the_care=named.directly_involved_in_the_care or False,
        extract_looked_at_on=named.extract_looked_at_on or TODAY,
        extract_has_an_entry=named.extract_has_an_entry or False,
    )
    after = {ground.code: ground.holds for ground in may_serve(good_news, on=TODAY).grounds}
    for code, holds in before.items():
        said_no_before_anyone_looked = code == ENTRY and named.director_agrees is False
        assert after[code] is not False or holds is False or said_no_before_anyone_looked


@given(ANYONE, st.sampled_from(["adult", "directly_involved_in_the_care", "extract_has_an_entry", "director_agrees"]))
def test_a_fact_moves_its_own_ground_only(named: Named, name: str) -> None:
    own = {
        "adult": "trust-person.adult",
        "directly_involved_in_the_care": "trust-person.independent",
        "extract_has_an_entry": ENTRY,
        "director_agrees": ENTRY,
    }[name]
    answers: list[dict[str, Any]] = [{name: True}, {name: False}, {name: None}]
    seen = [may_serve(replace(named, **answer), on=TODAY).grounds for answer in answers]
    for grounds in zip(*seen, strict=True):
        if grounds[0].code != own:
            assert len(set(grounds)) == 1


@given(ANYONE, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_serving_begins_only_with_every_fact_known_and_good(named: Named, day: date) -> None:
    facts = (
        named.adult is True,
        named.directly_involved_in_the_care is False,
        named.designated_by_the_child,
        named.extract_looked_at_on is not None and named.extract_looked_at_on <= day,
        named.extract_has_an_entry is False or (named.extract_has_an_entry is True and named.director_agrees is True),
    )
    assert may_serve(named, on=day).allowed == all(facts)


@given(ANYONE)
def test_time_going_by_takes_nothing_away(named: Named) -> None:
    for later in range(0, 800, 100):
        first = may_serve(named, on=TODAY)
        if first.allowed:
            assert may_serve(named, on=TODAY + timedelta(days=later)).allowed
