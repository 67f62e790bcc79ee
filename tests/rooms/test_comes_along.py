"""Wherever it says that a trust person comes along to every talk, it says what a youth judge may do."""

from tests.family import Family
from tests.rooms.test_told_first import karim_serves

JUDGE = "Een jeugdrechter kan heel soms nee zeggen"


def test_wherever_it_says_that_karim_comes_along_it_says_what_a_judge_may_do(family: Family) -> None:
    karim_serves(family)
    assert JUDGE in family.page("portals:ahead", seen_by="noor")
    assert JUDGE in family.page("rights:wish", seen_by="noor")
    assert "Die kan je enkel bij uitzondering weigeren" in family.page("portals:home", seen_by="karim")
    assert "Die kan je enkel bij uitzondering weigeren" not in family.page("portals:home", seen_by="wilma")
