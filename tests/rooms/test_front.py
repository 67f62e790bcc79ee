"""The door of the house, for who has no account and for who has one."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.family import Family


def test_who_passes_by_reads_what_this_is(family: Family) -> None:
    page = Client().get(reverse("public:front"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "Wie is er voor jou?" in text
    assert reverse("ways:choose") in text
    assert "<title>Kring</title>" in text


def test_who_is_signed_in_goes_on_to_the_work(family: Family) -> None:
    assert family.browser("lotte").get("/")["Location"] == reverse("portals:today")


def test_a_child_comes_to_its_own_page(family: Family) -> None:
    answer = family.browser("noor").get("/", follow=True)
    assert answer.redirect_chain[-1][0] == family.url("portals:child")
    assert "Dag Noor" in answer.content.decode()


@pytest.mark.parametrize("other", ["dirk"])
def test_for_others_there_is_nothing_now_and_it_says_what_they_can_do(family: Family, other: str) -> None:
    page = family.browser(other).get("/", follow=True)
    assert page.status_code == 200
    assert "Hier is nu niets voor jou" in page.content.decode()
    assert "Noor" not in page.content.decode()


def test_search_engines_stay_out_and_a_finder_of_holes_finds_an_address(family: Family) -> None:
    assert "Disallow: /" in Client().get("/robots.txt").content.decode()
    told = Client().get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:" in told
    assert "Expires: 20" in told
