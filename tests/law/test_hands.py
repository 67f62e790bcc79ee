"""Beside the table: who may break a "no", who may close a text to the worker too, and who finds pages of figures."""

from datetime import date

import pytest

from kring.law.access import Relation
from kring.law.hands import HOLDS_CLOSE, IS_TOLD, NOT_TO_A_PARENT, PASSES_ON, has_small_pages

SEM = date(2017, 11, 30)


def test_who_passes_something_on_in_an_emergency_and_to_whom() -> None:
    """By hand, from R8 and C222b: what the JIM and the trust person hear, they can carry to somebody."""
    assert {"worker", "jim", "trust_person"} == PASSES_ON
    assert {"worker", "trust_person", "jim", "supporter", "parent", "upbringer", "parents_trust_person"} == IS_TOLD


def test_what_no_emergency_carries_to_a_parent() -> None:
    """By hand, from R7: who stands in the circle, and whom the child wants to choose or chose."""
    assert {"circle", "rights"} == NOT_TO_A_PARENT


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
