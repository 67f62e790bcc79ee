"""Which figure may be shown of a group of children."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.figures import SMALLEST, Says, Share


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (0, 0, Says.NOTHING),
        (4, 4, Says.NOTHING),
        (5, 5, Says.ALL),
        (0, 9, Says.FEW),
        (4, 9, Says.FEW),
        (5, 9, Says.NEARLY),
        (5, 10, Says.NUMBER),
        (8, 12, Says.NEARLY),
        (7, 12, Says.NUMBER),
    ],
)
def test_what_may_be_said(part: int, whole: int, says: Says) -> None:
    assert Share(part, whole).says is says


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_number_tells_of_fewer_than_five(one: int, other: int) -> None:
    share = Share(min(one, other), max(one, other))
    if share.says is Says.NUMBER:
        assert share.part >= SMALLEST
        assert share.whole - share.part >= SMALLEST
        assert 0 < share.percent < 100
        assert abs(share.percent * share.whole - 100 * share.part) <= share.whole / 2
    else:
        assert share.percent == 0


def test_five_of_ten_is_half_of_a_hundred() -> None:
    assert Share(5, 10).percent == 50
    assert Share(6, 18).percent == 33
