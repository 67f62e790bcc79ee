"""Taking over: the last word holds, and nobody writes over what somebody took itself (C54)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kring.law.taking_over import Said, Voiced, is_in_own_hands, may_be_written_for, stands

DAY = date(2026, 11, 29)
WORDS = some.builds(Voiced, said=some.sampled_from(Said), on=some.just(DAY), by_itself=some.booleans())


def test_before_anything_was_said_nothing_is_taken_and_a_worker_may_write_it_down() -> None:
    assert stands([]) is None
    assert may_be_written_for(None)
    assert not is_in_own_hands(None)


@given(said=some.lists(WORDS, min_size=1))
def test_the_last_word_holds_whatever_was_said_before(said: list[Voiced]) -> None:
    now = stands(said)
    assert now == said[-1]
    assert may_be_written_for(now) is not is_in_own_hands(now)


@pytest.mark.parametrize(
    ("said", "by_itself", "own"),
    [(Said.YES, True, True), (Said.YES, False, False), (Said.NOT_YET, True, False), (Said.NOT_YET, False, False)],
)
def test_in_its_own_hands_is_only_what_it_took_itself(said: Said, by_itself: bool, own: bool) -> None:
    assert is_in_own_hands(Voiced(said=said, on=DAY, by_itself=by_itself)) is own
