"""Lotte goes: of whom Noor chose, only who was asked and said yes counts as somebody who stays (A170)."""

from datetime import date

import pytest

from kring.law.meaning import Meaning
from kring.law.steps import Answered
from tests import answered
from tests.family import Family
from tests.rooms.test_departing import MINE, going
from tests.rooms.test_today import choose_karim

__all__ = ["going"]


@pytest.mark.parametrize("reply", [None, *Answered])
def test_only_who_said_yes_counts_as_somebody_who_stays(family: Family, going: date, reply: Answered | None) -> None:
    choose_karim(family, Meaning.JIM)
    if reply is not None:
        answered.said(family, "karim", Meaning.JIM, reply)
    seen = family.browser("lotte").get(MINE).content.decode()
    assert ("Er staat niemand naast Noor die blijft" in seen) is (reply is not Answered.YES)
