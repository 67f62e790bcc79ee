"""Noor said who Lotte is in her circle, and nobody looked: of her yes to her own worker she reads what is so (R7)."""

from html import unescape

from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import point, pointed_before
from tests.rooms.test_handing_over import an, give  # noqa: F401  # a fixture

LATER = "Daarna begint het."


def says(family: Family, member: str, word: str) -> str:
    where = family.url("portals:question", member=family.member(member), topic=number(Topic.SAFETY))
    sent = {"word": word, "until": "stop", "once": family.once()}
    return " ".join(unescape(family.browser("noor").post(where, sent, follow=True).content.decode()).split())


def is_shut(family: Family, who: str) -> bool:
    return Topic.SAFETY in family.door(who, Section.SAFETY).answers.no_topics


def test_her_yes_after_her_no_begins_at_once_and_says_so(family: Family) -> None:
    pointed_before(family, "lotte", "els")
    assert "Dit mag niet, of nog niet" in says(family, "els", "no")
    assert is_shut(family, "lotte")
    page = says(family, "els", "yes")
    assert not is_shut(family, "lotte")
    assert (LATER in page, "Dit mag straks" in page, ">Dit mag<" in page) == (False, False, True)
    assert "Lotte werkt met jou en leest al wat daarbij hoort." in page
    assert "Dat begint pas daarna." not in page


def test_a_no_to_who_worked_before_still_binds_and_then_it_is_later(family: Family, an: str) -> None:  # noqa: F811
    pointed_before(family, "lotte", "els")
    says(family, "els", "no")
    assert give(family, an) == 302
    pointed_before(family, "an", "johan")
    page = says(family, "johan", "yes")
    assert is_shut(family, "an")
    assert (LATER in page, "Dit mag straks" in page) == (True, True)


def test_of_a_parent_it_is_later(family: Family) -> None:
    point(family, "ann", "mama")
    where = family.url("portals:question", member=family.member("mama"), topic=number(Topic.SCHOOL))
    sent = {"word": "yes", "until": "stop", "once": family.once()}
    page = family.browser("noor").post(where, sent, follow=True).content.decode()
    assert (LATER in page, "Dit mag straks" in page, "Dat begint pas daarna." in page) == (True, True, True)
