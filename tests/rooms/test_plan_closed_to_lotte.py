"""Noor closed her plan to Lotte: the page says that, and not that there is none."""

from html import unescape

from kring.access.models import Word
from tests.family import Family
from tests.rooms.test_no_binds_who_stands_in import PLAN, planned, says  # noqa: F401  # a fixture


def test_lottes_page_says_that_noor_closed_it(planned: Family) -> None:  # noqa: F811  # the fixture
    before = unescape(planned.page("journal:plan", seen_by="lotte"))
    assert PLAN in before
    assert "Dit plan is dicht voor jou" not in before
    says(planned, Word.NO, "lotte_member")
    told = unescape(planned.page("journal:plan", seen_by="lotte"))
    assert PLAN not in told
    assert "Dit plan is dicht voor jou" in told
    assert "Noor wil niet dat jij dit leest" in told
    assert "Hier staat nog niets" not in told
    assert "Dit plan is dicht" not in unescape(planned.page("journal:plan", seen_by="noor"))
