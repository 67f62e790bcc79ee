"""Wilma, who comes in by a link alone, says that she stops: her own page stays until Noor was told (R7, R15, J11)."""

from html import unescape

import pytest
from django.test import Client

from kring.law.access import Relation
from kring.law.meaning import Meaning
from tests.family import Family
from tests.links import actor, give, opens, tap
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_told_first import told

STOPS = {"step": "ended", "teller": "me", "picks_up": "yes"}
SAID, STAYS = "Je zei: ik stop", "Ik stop toch niet"


@pytest.fixture
def johan(family: Family) -> Client:
    """Pastor Johan is her JIM, and came in by the link that Noor gave; his telephone."""
    chooses(family, "johan", Meaning.JIM)
    browser, _ = tap(give(family, "johan", relation=Relation.JIM))
    assert browser.get(family.url("portals:home")).status_code == 200
    return browser


def says(family: Family, browser: Client, **facts: str) -> tuple[int, str]:
    answer = browser.post(family.url("endings:itself"), {"once": family.once(), **facts}, follow=True)
    return answer.status_code, unescape(answer.content.decode())


def says_so_with_an_account(family: Family) -> None:
    chooses(family, "wilma", Meaning.JIM)
    says(family, family.browser("wilma"), **STOPS)


def test_what_noor_shares_closes_at_once_and_the_own_page_stays(family: Family, johan: Client) -> None:
    there = family.url("agreements:all")
    assert johan.get(there).status_code == 200
    code, page = says(family, johan, **STOPS)
    assert code == 200
    assert SAID in page
    assert STAYS in page
    says_so_with_an_account(family)
    pages = ("portals:home", "endings:itself", "support:welcome", "support:mine", "rights:say", "agreements:all")
    found = {page: johan.get(family.url(page)).status_code for page in pages}
    assert found == {page: family.browser("wilma").get(family.url(page)).status_code for page in pages}
    assert found["portals:home"] == found["endings:itself"] == found["rights:say"] == 200
    assert "Hier is nu niets voor jou" not in unescape(johan.get("/today/", follow=True).content.decode())


def test_the_same_link_opens_it_on_another_telephone(family: Family) -> None:
    chooses(family, "johan", Meaning.JIM)
    handed = give(family, "johan", relation=Relation.JIM)
    first, _ = tap(handed)
    says(family, first, **STOPS)
    assert opens(actor(handed), family.noor.dossier) == {Relation.SUPPORTER.value}, "as less than before"
    assert SAID in unescape(first.get(family.url("endings:itself")).content.decode())


def test_one_tap_takes_it_back_as_with_an_account(family: Family, johan: Client) -> None:
    says(family, johan, **STOPS)
    code, page = says(family, johan, stays="yes")
    assert (code, "Fijn. Je stopt niet." in page) == (200, True)
    assert johan.get(family.url("agreements:all")).status_code == 200


def test_once_noor_was_told_nothing_is_left_to_take_back(family: Family, johan: Client) -> None:
    says(family, johan, **STOPS)
    told(family, "johan")
    code, _page = says(family, johan, stays="yes")
    assert code == 404
    assert johan.get(family.url("portals:home")).status_code == 200, "its own page, until its link ends"
