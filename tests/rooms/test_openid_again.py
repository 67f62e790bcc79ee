"""Showing once more who you are, for who signs in elsewhere: there, just now, and as the same person."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.people.models import Stay
from tests.family import Family
from tests.openid.rogue import Rogue
from tests.rooms.openid_round import account, back, begin, link, provider, round_trip, said
from tests.rooms.staying import PIN, pass_by, stay_of, with_a_password

__all__ = ["provider"]  # a fixture
AGAIN = "/accounts/openid/acm/again/"
LOCK = "/in/lock/"
NEW = {"call_name": "Yara", "email": "yara@kring.example", "role": "officer"}


def came_in_long_ago(family: Family, name: str = "mo") -> None:
    began = stay_of(family, name).began_at - timedelta(minutes=11)
    Stay.objects.filter(pk=stay_of(family, name).pk).update(began_at=began)


@pytest.fixture
def browser(family: Family, provider: Rogue) -> Client:
    """Mo may give roles, came in with the provider eleven minutes ago, and has nothing else to show."""
    link(family, provider, "mo")
    Stay.objects.all().delete()
    inside = Client()
    round_trip(inside, provider)
    inside.get(reverse("people:organisation"))
    came_in_long_ago(family)
    return inside


def add(browser: Client, family: Family) -> HttpResponse:
    """Give a role, as from the page that stood open."""
    return browser.post(reverse("people:colleague"), {**NEW, "once": family.once()})


def shows(browser: Client, provider: Rogue, **says: Any) -> HttpResponse:
    """The round: from the locked screen to the provider, and back."""
    asked = begin(browser, AGAIN, next=reverse("ways:again"))
    provider.says = {"nonce": asked["nonce"], **says}
    return back(browser, asked)


def is_open(browser: Client) -> bool:
    return browser.get(reverse("people:organisation")).status_code == 200


def test_a_role_is_given_after_signing_in_anew_at_the_provider(
    family: Family, provider: Rogue, browser: Client
) -> None:
    asked = add(browser, family)
    assert asked["Location"].startswith(LOCK)
    page = browser.get(asked["Location"])
    assert said(page) == "Ben jij het nog?"
    assert "Toon het bij ACM/IDM" in page.content.decode()
    assert not is_open(browser)
    assert family.log(Event.COLLEAGUE_ADDED) == 0

    stay = stay_of(family, "mo")
    assert shows(browser, provider)["Location"] == reverse("ways:again")
    assert 'value="yara@kring.example"' in browser.get(reverse("ways:again")).content.decode(), "nothing was lost"
    assert add(browser, family).status_code == 200
    assert family.log(Event.COLLEAGUE_ADDED) == 1
    assert stay_of(family, "mo") == stay, "the same stay goes on"


def test_it_asks_the_provider_to_sign_in_anew(family: Family, browser: Client) -> None:
    asked = begin(browser, AGAIN)
    assert (asked["prompt"], asked["max_age"], asked["scope"]) == ("login", "0", "openid")


NOW = int(time.time())
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "of an hour ago": ({"auth_time": NOW - 3600}, "Meld je daar opnieuw aan"),
    "of two minutes ago": ({"auth_time": NOW - 120}, "Meld je daar opnieuw aan"),
    "still to come": ({"auth_time": NOW + 3600}, "Meld je daar opnieuw aan"),
    "no moment at all": ({"auth_time": None}, "Dit antwoord is niet genoeg"),
    "a moment that is none": ({"auth_time": True}, "Aanmelden is niet gelukt"),
    "somebody that nobody knows": ({"sub": "wie dan ook"}, "Dat is iemand anders"),
    "a colleague": ({"sub": "lotte-at-acm"}, "Dat is iemand anders"),
}


@pytest.mark.parametrize("which", REFUSED)
def test_an_answer_that_does_not_show_it_changes_nothing(
    family: Family, provider: Rogue, browser: Client, which: str
) -> None:
    says, sentence = REFUSED[which]
    link(family, provider, "lotte", "lotte-at-acm-and-nobody-else")
    mine = {"sub": "lotte-at-acm"} if which != "a colleague" else {"sub": "lotte-at-acm-and-nobody-else"}
    add(browser, family)
    page = shows(browser, provider, **{**mine, **says} if which != "a colleague" else mine)
    assert (page.status_code, said(page)) == (403, sentence)
    assert not is_open(browser), "still locked"
    assert family.log(Event.WAY_REFUSED) == 1
    assert family.log(Event.STAY_UNLOCKED) == 0


def test_the_same_answer_twice_opens_once(family: Family, provider: Rogue, browser: Client) -> None:
    add(browser, family)
    asked = begin(browser, AGAIN)
    provider.says = {"nonce": asked["nonce"]}
    assert back(browser, asked).status_code == 302
    browser.post(reverse("ways:close"))
    assert not is_open(browser)
    assert said(back(browser, asked)) == "Aanmelden is niet gelukt", "used up"
    assert said(back(browser, begin(browser, AGAIN))) == "Aanmelden is niet gelukt", "an old token, in a new round"
    assert not is_open(browser)


def test_what_was_begun_before_the_lock_does_not_open_it(family: Family, provider: Rogue, browser: Client) -> None:
    """A sign-in that somebody left half done is no way around the screen that locked itself since."""
    asked = begin(browser)
    pass_by(family, "mo", minutes=16)
    provider.says = {"nonce": asked["nonce"]}
    assert said(back(browser, asked)) == "Aanmelden is niet gelukt"
    assert not is_open(browser)


def test_after_lunch_the_provider_opens_the_screen_too(family: Family, provider: Rogue, browser: Client) -> None:
    pass_by(family, "mo", minutes=16)
    page = browser.get(LOCK).content.decode()
    assert "Even op slot" in page
    assert "Toon het bij ACM/IDM" in page
    assert shows(browser, provider).status_code == 302
    assert is_open(browser)
    assert family.log(Event.STAY_UNLOCKED) == 1


def test_who_has_a_pin_shows_that_and_loses_nothing(family: Family) -> None:
    """The same road for who has a PIN only: what was being sent waits."""
    with_a_password(family, "mo").set_unusable_password()
    user = account(family, "mo")
    user.set_unusable_password()
    user.save()
    browser = family.browser("mo")
    browser.get(reverse("people:organisation"))
    came_in_long_ago(family)
    asked = add(browser, family)
    opened = browser.post(asked["Location"], {"code": PIN, "next": reverse("ways:again")})
    assert opened["Location"] == reverse("ways:again")
    assert 'value="yara@kring.example"' in browser.get(reverse("ways:again")).content.decode()


# -- coming in --------------------------------------------------------------------------------------------------------


def test_a_sign_in_that_was_still_open_over_there_brings_nobody_in(family: Family, provider: Rogue) -> None:
    link(family, provider, "mo")
    browser = Client()
    assert said(round_trip(browser, provider, auth_time=NOW - 3600)) == "Meld je daar opnieuw aan"
    assert not is_open(browser)


def test_who_came_in_without_a_moment_has_not_shown_it(family: Family, provider: Rogue) -> None:
    """Not every provider says when: then one comes in, and is asked at the first thing that is grave."""
    link(family, provider, "mo")
    browser = Client()
    provider.drops = ("auth_time",)
    round_trip(browser, provider)
    assert is_open(browser)
    assert add(browser, family)["Location"].startswith(LOCK)
    assert family.log(Event.COLLEAGUE_ADDED) == 0


def test_nor_does_it_stand_for_the_password_of_who_has_one(family: Family, provider: Rogue) -> None:
    link(family, provider, "mo")
    with_a_password(family, "mo")
    browser = Client()
    provider.drops = ("auth_time",)
    round_trip(browser, provider)
    assert add(browser, family)["Location"].startswith(reverse("account_reauthenticate"))


def test_nobody_is_sent_off_who_is_not_here(family: Family, provider: Rogue) -> None:
    assert Client().post(AGAIN)["Location"].startswith(reverse("account_login"))
    assert Client().get(AGAIN).status_code == 405
