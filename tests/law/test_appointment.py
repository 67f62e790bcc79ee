"""Appointment by the institution: both grounds, four talks, director and attest; never because of an age."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.appointment import Consulted, Proposed, may_appoint

TODAY = date(2026, 11, 21)
READY = Proposed(
    child_cannot_designate=True,
    interests_conflict=True,
    adult=True,
    directly_involved_in_the_care=False,
    consulted=frozenset(Consulted),
    director_decided=True,
    attest_filled_in_on=TODAY,
    proposed_said_yes=True,
    workers_named=2,
    earlier_choices_answered=True,
    a_choice_of_the_child_stands=False,
    someone_the_child_chose_serves=False,
)


def test_everything_in_place() -> None:
    assert may_appoint(READY, on=TODAY).allowed


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"child_cannot_designate": False}, "appointment.cannot-designate"),
        ({"interests_conflict": False}, "appointment.conflict"),
        ({"adult": False}, "appointment.adult"),
        ({"directly_involved_in_the_care": True}, "appointment.independent"),
        ({"proposed_said_yes": False}, "appointment.proposed-agrees"),
        ({"director_decided": False}, "appointment.director"),
        ({"a_choice_of_the_child_stands": True}, "appointment.nobody-designated"),
        ({"someone_the_child_chose_serves": True}, "appointment.nobody-chosen"),
    ],
)
def test_each_of_these_alone_stops_the_institution(change: dict[str, Any], code: str) -> None:
    decision = may_appoint(replace(READY, **change), on=TODAY)
    assert [ground.code for ground in decision.against] == [code]
    assert not decision.allowed


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("child_cannot_designate", "appointment.cannot-designate"),
        ("interests_conflict", "appointment.conflict"),
        ("adult", "appointment.adult"),
        ("directly_involved_in_the_care", "appointment.independent"),
        ("proposed_said_yes", "appointment.proposed-agrees"),
        ("director_decided", "appointment.director"),
        ("attest_filled_in_on", "appointment.attest"),
        ("earlier_choices_answered", "appointment.earlier-answered"),
    ],
)
def test_what_nobody_asked_is_still_to_be_asked(name: str, code: str) -> None:
    unknown: dict[str, Any] = {name: None}
    decision = may_appoint(replace(READY, **unknown), on=TODAY)
    assert [ground.code for ground in decision.missing] == [code]
    assert decision.against == ()


@given(st.sets(st.sampled_from(Consulted)))
def test_all_four_are_heard_first(heard: set[Consulted]) -> None:
    decision = may_appoint(replace(READY, consulted=frozenset(heard)), on=TODAY)
    assert decision.allowed == (heard == set(Consulted))
    assert {ground.code for ground in decision.missing} == {who.value for who in Consulted} - {
        who.value for who in heard
    }


@pytest.mark.parametrize("named", [0, 1])
def test_a_day_is_no_talk_with_two_workers_without_their_two_names(named: int) -> None:
    decision = may_appoint(replace(READY, workers_named=named), on=TODAY)
    assert [ground.code for ground in decision.missing] == ["appointment.two-workers-consulted"]


def test_an_attest_of_tomorrow_is_no_attest_today() -> None:
    decision = may_appoint(replace(READY, attest_filled_in_on=TODAY + timedelta(days=1)), on=TODAY)
    assert [ground.code for ground in decision.missing] == ["appointment.attest"]


def test_no_age_and_no_capacity_of_the_child_is_asked() -> None:
    names = {field.name for field in fields(Proposed)}
    assert not {name for name in names if "born" in name or "age" in name.split("_") or "capable" in name}
