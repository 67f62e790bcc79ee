"""Noor was still typing when the page was left: her words wait for her and are shown; nothing is done with them."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.kit import clock
from kring.people.models import Stay
from tests.family import Family
from tests.rooms.test_words_too_late import AGAIN, with_a_card

CLOSE, ENDED = reverse("ways:close"), reverse("ways:ended")
OUT = reverse("account_logout")


def in_here(family: Family, child: str = "noor") -> Client:
    browser = Client()
    with_a_card(family, browser, child)
    return browser


def half_a_wish(family: Family, **more: object) -> dict[str, object]:
    wish = {"person": family.member("wilma"), "words": "zij luistert", "once": family.once()} | more
    fields = [(name, str(value)) for name, value in wish.items()]
    return {"path": family.url("rights:wish"), "fields": fields, "typed": ["words"]}


def is_left(browser: Client, told: object) -> HttpResponse:
    """The page goes away by itself, and tells what was typed in it."""
    return browser.post(CLOSE, {"unsent": json.dumps(told)}, headers={"Accept": "application/json"})


@pytest.mark.parametrize("over", [False, True])
def test_words_that_were_never_sent_are_given_back_and_not_done(family: Family, *, over: bool) -> None:
    browser = in_here(family)
    if over:
        Stay.objects.update(ended_at=clock.now())
    assert is_left(browser, half_a_wish(family)).json() == {"ended": ENDED + "?waits=yes"}
    assert "zij luistert" not in browser.get(ENDED + "?waits=yes").content.decode()
    with_a_card(family, browser, "noor")
    assert browser.get(reverse("portals:today"))["Location"] == AGAIN
    shown = browser.get(AGAIN)
    assert "<blockquote>zij luistert</blockquote>" in shown.content.decode()
    whole = dict(shown.context["kept"].fields) | {"meaning": "supporter", "how": "said", "resumed": "1"}
    page = browser.post(shown.context["kept"].path, whole).content.decode()
    assert "zij luistert" in page
    assert "Hier was je gebleven" in page
    assert "zij luistert" not in family.page("rights:beside", seen_by="noor")


def test_nobody_else_finds_them(family: Family) -> None:
    browser = in_here(family)
    is_left(browser, half_a_wish(family))
    with_a_card(family, browser, "sem")
    assert browser.get(AGAIN)["Location"] == "/"


@pytest.mark.parametrize(
    "told",
    [
        "words",
        [],
        {"path": "/"},
        {"path": "//elsewhere.example/", "fields": [("words", "x")], "typed": ["words"]},
        {"path": "https://elsewhere.example/", "fields": [("words", "x")], "typed": ["words"]},
        {"path": "/", "fields": [("password", "x")], "typed": ["password"]},
        {"path": "/", "fields": [("words", "x" * 200_001)], "typed": ["words"]},
        {"path": "/", "fields": ["x"], "typed": 3},
    ],
)
def test_a_secret_another_address_or_what_is_no_form_is_not_kept(family: Family, told: object) -> None:
    assert is_left(in_here(family), told).json() == {"ended": ENDED}


def test_at_work_nothing_is_taken_along_the_page_stays(family: Family) -> None:
    assert is_left(family.browser("lotte"), half_a_wish(family)).status_code == 204


# -- signed out in another tab ----------------------------------------------------------------------------------------


def signed_out_in_another_tab(family: Family) -> Client:
    browser = in_here(family)
    browser.get(family.url("rights:wish"))
    browser.post(OUT)
    return browser


def test_what_was_typed_before_signing_out_in_another_tab_waits(family: Family) -> None:
    browser = signed_out_in_another_tab(family)
    ended = is_left(browser, half_a_wish(family)).json()["ended"]
    assert ended == ENDED + "?waits=out"
    assert "in een ander tabblad" in browser.get(ended).content.decode()
    with_a_card(family, browser, "noor")
    assert "zij luistert" in browser.get(AGAIN).content.decode()


def test_what_is_sent_after_signing_out_in_another_tab_waits(family: Family) -> None:
    browser = signed_out_in_another_tab(family)
    wish = {"person": family.member("wilma"), "meaning": "supporter", "words": "zij luistert", "how": "said"}
    sent = browser.post(family.url("rights:wish"), wish | {"once": family.once()})
    assert sent["Location"] == ENDED + "?waits=out"
    with_a_card(family, browser, "sem")
    assert browser.get(AGAIN)["Location"] == "/"


def test_leaving_by_the_way_out_keeps_nothing(family: Family) -> None:
    browser = in_here(family)
    browser.get(family.url("rights:wish"))
    browser.post(reverse("ways:leave"))
    assert is_left(browser, half_a_wish(family)).json() == {"ended": ENDED}
