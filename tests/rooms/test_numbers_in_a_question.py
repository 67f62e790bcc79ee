"""A question names the telephone number that a yes opens, as the page and the look along do (R7, R20)."""

from html import unescape

from kring.law.access import Topic
from kring.law.parts import Part
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.test_journal_plan import add
from tests.rooms.there_for import says_what_for


def test_of_a_line_of_the_plan_the_number_stands_in_the_question(family: Family) -> None:
    says_what_for(family, "rita", Part.SAFETY)
    assert add(family, "noor", kind="number", words="tante Mia", number="+32 470/00.00-07").status_code == 302
    asked = {"member": family.member("rita"), "topic": number(Topic.SAFETY)}
    told = unescape(family.page("portals:question", seen_by="noor", **asked))
    assert "tante Mia +32" in told
    assert "tante Mia None" not in told
