"""What lasts until a day is over after it, and what has no last day never is, without a database."""

from datetime import timedelta

import pytest

from kring.access.disclosure import Disclosure
from kring.kit import clock


@pytest.mark.parametrize(("days", "is_past"), [(-1, True), (0, False), (1, False), (None, False)])
def test_it_is_past_from_the_day_after_its_last(days: int | None, *, is_past: bool) -> None:
    until = None if days is None else clock.today() + timedelta(days=days)
    assert Disclosure(until_on=until).is_past is is_past
