"""Nobody yet: an order without a lock, calm for three months, and never an end (A148, A182, A186, B31, C117)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.seeking import (
    ASKED_BY,
    FOLLOWS,
    FOLLOWS_HERE,
    NEXT_AFTER,
    OVER,
    STUDY_DAYS,
    Stage,
    elapsed,
    may_be_chosen,
    may_be_referred,
    may_be_shown,
    may_follow,
)

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(("days", "calm"), [(0, True), (33, True), (89, True), (90, False), (400, False)])
def test_before_three_months_it_is_calm(days: int, calm: bool) -> None:
    told = elapsed(DAY, on=DAY + timedelta(days=days))
    assert (told.days, told.calm) == (days, calm)


def test_three_months_of_thirty_november_end_in_february() -> None:
    assert elapsed(DAY, on=date(2027, 2, 27)).calm
    assert not elapsed(DAY, on=date(2027, 2, 28)).calm


@pytest.mark.parametrize(("said", "allowed"), [(True, True), (False, False), (None, False)])
def test_lus_is_asked_with_the_yes_of_the_child_alone(said: bool | None, allowed: bool) -> None:
    assert may_be_referred(said, on=DAY).allowed is allowed


@pytest.mark.parametrize(("looked", "allowed"), [(DAY, True), (None, False), (DAY + timedelta(days=1), False)])
def test_a_volunteer_is_shown_when_its_extract_was_looked_at(looked: date | None, allowed: bool) -> None:
    assert may_be_shown(looked, on=DAY).allowed is allowed


@given(st.lists(st.sampled_from(Stage), max_size=12))
def test_whatever_is_tried_the_child_can_stop_and_somebody_can_look_on(tried: list[Stage]) -> None:
    before: list[tuple[Stage, date]] = []
    for stage in tried:
        if may_follow(stage, before, DAY, on=DAY).allowed:
            before.append((stage, DAY))
    if before and before[-1][0] is not Stage.STOPPED:
        assert may_follow(Stage.STOPPED, before, DAY, on=DAY).allowed
    assert not before or before[0][0] is Stage.WANTED


def test_a_search_that_begins_tomorrow_took_no_day_yet() -> None:
    assert elapsed(DAY, on=DAY - timedelta(days=1)).days == 0


def test_the_figures_that_a_page_names() -> None:
    """The study of the files of 200 youths; and three weeks, a choice of Kring (A182)."""
    assert (33, timedelta(days=21)) == (STUDY_DAYS, NEXT_AFTER)


def test_from_tomorrow_on_somebody_still_has_to_ask_lus() -> None:
    """Most do so at once: not on the day of the sheet itself, and no day later than the next."""
    assert date(2026, 12, 1) == DAY + ASKED_BY


def test_chosen_is_what_a_child_does_and_nobody_writes_in_its_place() -> None:
    assert may_be_chosen(True, on=DAY).allowed
    assert [one.code for one in may_be_chosen(False, on=DAY).against] == ["seeking.child-chose"]


def test_after_not_chosen_somebody_looks_on() -> None:
    assert {Stage.SEARCHING, Stage.PROPOSED} <= FOLLOWS[Stage.NOT_CHOSEN]


@pytest.mark.parametrize("day", [DAY + timedelta(days=1), DAY - timedelta(days=2)])
def test_a_day_that_cannot_be_is_said(day: date) -> None:
    decision = may_follow(Stage.SEARCHING, [(Stage.ASKED, DAY - timedelta(days=1))], day, on=DAY)
    assert [one.code for one in decision.against] == ["seeking.day"]


@pytest.mark.parametrize("day", [DAY, DAY - timedelta(days=1)])
def test_today_can_be_and_so_can_the_day_of_the_step_before(day: date) -> None:
    assert may_follow(Stage.SEARCHING, [(Stage.ASKED, DAY - timedelta(days=1))], day, on=DAY).allowed
    assert may_follow(Stage.WANTED, [], day, on=DAY).allowed


AFTER = {
    "wanted": {"asked", "searching"},
    "asked": {"searching", "proposed"},
    "searching": {"proposed"},
    "proposed": {"met", "not_chosen", "searching"},
    "met": {"chosen", "not_chosen"},
    "not_chosen": {"searching", "proposed"},
    "chosen": set[str](),
}


@pytest.mark.parametrize("stage", list(FOLLOWS))
def test_what_comes_after_what(stage: Stage) -> None:
    """Asked, searching, proposed, met, chosen or not; the child stops it at any step, and then it is over."""
    met = {one.value for one in Stage if may_follow(one, [(stage, DAY)], DAY, on=DAY).allowed}
    assert met == (AFTER[stage.value] | {"stopped"} if stage is not Stage.STOPPED else set())
    assert {one for one in Stage if may_follow(one, [], DAY, on=DAY).allowed} == {Stage.WANTED}


HERE = {
    "wanted": {"asked", "stopped"},
    "asked": {"agreed", "declined", "stopped"},
    "agreed": {"met", "declined", "stopped"},
    "met": {"chosen", "not_chosen", "declined", "stopped"},
    "chosen": {"stopped"},
    "declined": set[str](),
    "not_chosen": set[str](),
    "stopped": set[str](),
}


@pytest.mark.parametrize("stage", list(FOLLOWS_HERE))
def test_what_comes_after_what_with_a_volunteer_of_the_house(stage: Stage) -> None:
    """Wanted, asked, a yes or a no, met, chosen or not; it may say no until the child chose, the child always stops."""
    then = {one.value for one in Stage if may_follow(one, [(stage, DAY)], DAY, on=DAY, here=True).allowed}
    assert then == HERE[stage.value]
    assert (stage in OVER) is (not then)
    assert {one for one in Stage if may_follow(one, [], DAY, on=DAY, here=True).allowed} == {Stage.WANTED}
    assert not may_follow(Stage.SEARCHING, [(stage, DAY)], DAY, on=DAY, here=True).allowed
