"""One browser, two tabs, two persons: Lotte's page still stands open when Noor comes in with her card."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from tests.family import Family
from tests.rooms.staying import sign_in, with_a_password
from tests.rooms.test_code_card import MINE, PIN, make

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
OTHER = "In deze browser is nu iemand anders aangemeld"


def token(browser: Client, page: str) -> str:
    found = TOKEN.search(browser.get(page).content.decode())
    assert found
    return found[1]


@pytest.fixture
def browser(family: Family) -> Client:
    """Lotte is in."""
    with_a_password(family)
    one = Client(enforce_csrf_checks=True)
    one.post(
        reverse("account_login"),
        {"login": "lotte@kring.example", "password": "vier paarden in de wei"}
        | {"csrfmiddlewaretoken": token(one, reverse("account_login"))},
    )
    return one


@pytest.fixture
def old(family: Family, browser: Client) -> str:
    """What her page signs its form with; after that Noor comes in, in another tab."""
    signed = token(browser, family.url("circle:list"))
    code = make(family)
    page = browser.post("/in/card/", {"code": code, "csrfmiddlewaretoken": token(browser, "/in/card/")})
    carried = dict(re.findall(r'name="(card|once|csrfmiddlewaretoken)" value="([^"]+)"', page.content.decode()))
    assert browser.post("/in/card/pin/", {**carried, "pin": PIN, "again": PIN})["Location"] == MINE
    return signed


def send(family: Family, browser: Client, signed: str) -> HttpResponse:
    told = {"names": "nonkel Jan", "layer": "child", "once": family.once(), "csrfmiddlewaretoken": signed}
    return browser.post(family.url("circle:add"), told)


def out(browser: Client, page: str) -> None:
    browser.post(reverse("account_logout"), {"csrfmiddlewaretoken": token(browser, page)})


def test_it_says_that_somebody_else_is_in_and_shows_nothing(family: Family, browser: Client, old: str) -> None:
    refused = send(family, browser, old)
    told = refused.content.decode()
    assert refused.status_code == 403
    assert OTHER in told
    assert not re.search(r"Noor|Lotte|nonkel", told)
    assert family.log(Event.WAY_REFUSED) == 1
    assert family.log(Event.PEOPLE_ADDED) == 0
    assert browser.get(reverse("ways:again"))["Location"] == "/", "Noor finds nothing of it"


def test_what_lotte_sent_waits_for_lotte(family: Family, browser: Client, old: str) -> None:
    send(family, browser, old)
    out(browser, family.url("portals:child"))
    again = Client()
    again.cookies = browser.cookies
    assert sign_in(again)["Location"] == reverse("ways:again")
    shown = again.get(reverse("ways:again"))
    again.post(shown.context["kept"].path, dict(shown.context["kept"].fields))
    assert "nonkel Jan" in family.page("circle:list", seen_by="lotte")


def test_and_for_nobody_else(family: Family, browser: Client, old: str) -> None:
    with_a_password(family, "bram")
    send(family, browser, old)
    out(browser, family.url("portals:child"))
    again = Client()
    again.cookies = browser.cookies
    assert sign_in(again, "bram")["Location"] != reverse("ways:again")
    assert again.get(reverse("ways:again"))["Location"] == "/"


@pytest.mark.parametrize("forged", ["", "x" * 64, "a" * 20])
def test_a_forged_form_is_kept_for_nobody(family: Family, browser: Client, old: str, forged: str) -> None:
    assert send(family, browser, forged).status_code == 403
    out(browser, family.url("portals:child"))
    again = Client()
    again.cookies = browser.cookies
    assert sign_in(again)["Location"] != reverse("ways:again")


def test_who_is_not_signed_in_reads_that_the_page_stood_open_too_long(family: Family) -> None:
    stranger = Client(enforce_csrf_checks=True)
    told = stranger.post("/in/card/", {"code": "AAAA", "csrfmiddlewaretoken": "x" * 64}).content.decode()
    assert "te lang open" in told
    assert OTHER not in told
