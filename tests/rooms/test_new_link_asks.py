"""A new link for who was let in before asks what a first one asks: is this whom contact is restricted with (R28)?"""

from html import unescape

import pytest

from kring.access.models import Given
from kring.audit.events import Event
from tests.family import Family
from tests.rooms.test_here_already import APART, HERE, NOT_NOW, link, parents_link, second
from tests.rooms.test_restrictions import member, person, record


def again(family: Family, *, by: str = "lotte", **answer: str) -> str:
    """One tap on "Geef een nieuwe link" of the last who was let in, or the answer to what it asks."""
    where = family.url("rights:way_again", way=Given.objects.latest("pk").pk)
    page = family.browser(by).post(where, {"once": family.once(), **answer}, follow=True).content.decode()
    return " ".join(unescape(page).split())


@pytest.fixture
def second_rita(family: Family) -> Family:
    """Another of that name has a link, and only then contact with Rita is restricted."""
    assert "De link voor Rita" in link(family, second(family, "Rita"))
    record(family, member(family, "rita"), none_of_them="on")
    return family


def test_lotte_is_asked_before_there_is_a_link(second_rita: Family) -> None:
    asked = again(second_rita)
    assert "Een nieuwe link voor Rita" in asked
    assert APART.format("Rita") in asked
    same = again(second_rita, is_same="same", asked_of="Rita")
    assert "Dan kan het niet. Zolang het contact beperkt is, komt die niet binnen." in same
    assert second_rita.log(Event.WAY_GIVEN) == 1
    assert "De link voor Rita" in again(second_rita, is_same="other", asked_of="Rita")
    assert second_rita.log(Event.WAY_GIVEN) == 2


def test_noor_reads_nothing_of_it_and_asks_her_worker(second_rita: Family) -> None:
    page = again(second_rita, by="noor")
    assert (NOT_NOW in page, "beperkt" in page) == (True, False)
    assert NOT_NOW in again(second_rita, by="noor", is_same="other", asked_of="Rita")
    assert second_rita.log(Event.WAY_GIVEN) == 1


def test_of_a_parent_too(family: Family) -> None:
    assert "De link voor papa Tarik" in parents_link(family, "papa Tarik", is_same="other", asked_of="Tarik")
    record(family, person(family, "tarik"))
    assert APART.format("Tarik") in again(family)
    assert "De link voor papa Tarik" in again(family, is_same="other", asked_of="Tarik")


def test_and_whether_it_is_a_parent_who_came_in_since(family: Family) -> None:
    assert "De link voor Els" in link(family, second(family, "Els"))
    assert "De link voor Els" in again(family)
    assert "De link voor Els" in parents_link(family, "Els", "upbringer")
    els = Given.objects.order_by("pk")[1]
    where = family.url("rights:way_again", way=els.pk)
    page = family.browser("lotte").post(where, {"once": family.once()}).content.decode()
    assert HERE.format("Els") in " ".join(unescape(page).split())


def test_who_is_itself_restricted_gets_none_and_nothing_is_asked(family: Family) -> None:
    assert "De link voor" in link(family, "rita")
    record(family, member(family, "rita"), none_of_them="on")
    page = again(family, is_same="other", asked_of="Rita")
    assert "De link voor" not in page
    assert family.log(Event.WAY_GIVEN) == 1
