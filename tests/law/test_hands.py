"""Beside the table: who may break a "no", who may close a text to the worker too, and who finds pages of figures."""

from datetime import date

import pytest

from kring.law.access import Relation
from kring.law.hands import (
    HOLDS_CLOSE,
    IS_TOLD,
    NOT_TO_A_PARENT,
    PASSES_ON,
    WORDS_NOT_TO_A_PARENT,
    Known,
    has_small_pages,
    tells_of_twelve,
)

SEM = date(2017, 11, 30)


def test_who_passes_something_on_in_an_emergency_and_to_whom() -> None:
    """By hand, from R8 and C222b: what the JIM and the trust person hear, they can carry to somebody."""
    assert {"worker", "jim", "trust_person"} == PASSES_ON
    assert {"worker", "trust_person", "jim", "supporter", "parent", "upbringer", "parents_trust_person"} == IS_TOLD


def test_what_no_emergency_carries_to_a_parent() -> None:
    """By hand, from R7 and brief 10.10: who is there, whom the child chose, and what it said."""
    assert {"circle", "rights"} == NOT_TO_A_PARENT
    assert {"own_words"} == WORDS_NOT_TO_A_PARENT


def test_who_closes_a_text_to_the_worker_too() -> None:
    """R8: "on what the youth, the JIM or the trust person wrote"."""
    assert {"child", "jim", "trust_person"} == HOLDS_CLOSE
    assert Relation.PARENT not in HOLDS_CLOSE


@pytest.mark.parametrize(
    ("born", "on", "small"),
    [
        (SEM, date(2026, 11, 30), True),
        (SEM, date(2029, 11, 29), True),
        (SEM, date(2029, 11, 30), False),
        (None, date(2026, 11, 30), False),
    ],
)
def test_until_twelve_there_are_pages_of_figures(born: date | None, on: date, small: bool) -> None:
    assert has_small_pages(born, on=on) is small


@pytest.mark.parametrize(
    ("came", "told", "on", "small"),
    [
        (date(2026, 11, 10), None, date(2029, 11, 30), True),
        (date(2026, 11, 10), None, date(2031, 11, 30), True),
        (date(2026, 11, 10), date(2029, 12, 4), date(2029, 12, 3), True),
        (date(2026, 11, 10), date(2029, 12, 4), date(2029, 12, 4), False),
        (date(2026, 11, 10), date(2029, 11, 10), date(2029, 11, 29), True),
        (date(2026, 11, 10), date(2029, 11, 10), date(2029, 11, 30), False),
        (date(2029, 12, 1), None, date(2029, 12, 2), False),
        (date(2026, 11, 10), None, date(2035, 11, 30), False),
    ],
)
def test_who_knew_the_figures_keeps_them_until_a_person_told_what_changes(
    came: date, told: date | None, on: date, small: bool
) -> None:
    """R15: no screen tells it first; who came later never had them, and who is of age has words."""
    assert has_small_pages(SEM, on=on, known=Known(came, told)) is small


def test_a_talk_near_that_birthday_or_after_it_is_about_twelve() -> None:
    assert [tells_of_twelve(SEM, on=on) for on in (date(2029, 10, 29), date(2029, 10, 30), date(2030, 2, 1))] == [
        False,
        True,
        True,
    ]
    assert not tells_of_twelve(None, on=date(2029, 11, 30))
