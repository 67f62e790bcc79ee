"""How long a place to turn to may go without somebody looking at it."""

from datetime import date

import pytest

from kring.law.access import Relation
from kring.law.support import WHOSE, For, is_old


@pytest.mark.parametrize(
    ("looked_on", "old"), [(date(2025, 11, 29), True), (date(2025, 11, 30), False), (date(2026, 11, 29), False)]
)
def test_a_place_is_old_a_year_after_somebody_looked(looked_on: date, *, old: bool) -> None:
    assert is_old(looked_on, on=date(2026, 11, 29)) is old


def test_who_works_here_has_no_list_of_its_own() -> None:
    assert Relation.WORKER not in WHOSE
    assert set(WHOSE.values()) == set(For) - {For.EVERYONE}
