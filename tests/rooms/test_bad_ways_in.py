"""Forged, late, used, forwarded and of somebody else; a clock an hour off; cookies switched off.

For each way in: a plain sentence, a line in the log, and nobody is in.  What is of one way alone stands in its own
file: cards in test_code_card.py, pictures in test_picture_code.py, providers in test_openid.py, stays in test_lock.py,
pages of somebody else in test_two_tabs.py, digits of a new colleague in test_beginning.py.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import Handed
from kring.audit.events import Event
from kring.kit import clock
from kring.people import welcome
from kring.people.models import Attempts, Device, Way
from tests.family import Family
from tests.links import PHONE, give, link, tap
from tests.rooms.staying import SENTENCE, account, sign_in, with_a_password
from tests.rooms.test_code_card import CARD, CHOOSE, MINE, OWN, PIN, choose, come_in, make, type_over
from tests.rooms.test_picture_code import DOOR, register
from tests.rooms.test_picture_code import choose as choose_pictures
from tests.rooms.test_picture_code import tap as tap_pictures

OVER = "Deze link werkt niet meer"
HOUR = timedelta(hours=1)


def is_in(browser: Client) -> bool:
    return browser.get(reverse("portals:today")).status_code == 200


@pytest.fixture
def turn(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Set the clock of the server on or back."""
    real = clock.now

    def set_it(by: timedelta) -> None:
        monkeypatch.setattr(clock, "now", lambda: real() + by)

    return set_it


# -- the link to choose a password -----------------------------------------------------------------------------------


def forged(family: Family) -> str:
    return welcome.link_for(account(family))[:-3] + "00/"


def foreign(family: Family) -> str:
    """The key that was made for Bram, with the number of Lotte."""
    lotte, bram = (welcome.link_for(account(family, who)).strip("/").rpartition("/") for who in ("lotte", "bram"))
    return f"/{lotte[0]}/{lotte[2].partition('-')[0]}-{bram[2].partition('-')[2]}/"


def used(family: Family) -> str:
    where = welcome.link_for(account(family))
    page = Client().get(where, follow=True)
    browser = page.client
    browser.post(page.redirect_chain[-1][0], {"password1": SENTENCE, "password2": SENTENCE})
    return where


def late(family: Family) -> str:
    """Made four days ago: as the library would have made it then."""
    user = account(family)
    then = default_token_generator._num_seconds(default_token_generator._now()) - 4 * 24 * 60 * 60
    key = default_token_generator._make_token_with_timestamp(user, then, default_token_generator.secret)
    return welcome.link_for(user).partition("-")[0] + f"-{key}/"


@pytest.mark.parametrize("bad", [forged, foreign, used, late])
def test_a_link_to_choose_a_password_that_does_not_hold(family: Family, bad: Callable[[Family], str]) -> None:
    where, before = bad(family), family.log(Event.WAY_REFUSED)
    browser = Client()
    page = browser.get(where, follow=True)
    assert OVER in page.content.decode()
    assert "Lotte" not in page.content.decode()
    assert not is_in(browser)
    assert family.log(Event.WAY_REFUSED) == before + 1


def test_what_is_forwarded_after_it_was_opened_changes_no_password(family: Family) -> None:
    """The page that stands open carries nothing that another browser could use."""
    page = Client().get(welcome.link_for(account(family)), follow=True)
    stranger = Client()
    stranger.post(page.redirect_chain[-1][0], {"password1": SENTENCE, "password2": SENTENCE})
    assert not is_in(stranger)
    assert not account(family).has_usable_password()


# -- a link for who stands beside a child ------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", ["forged", "late", "other device", "digits of another link"])
def test_a_link_that_does_not_hold(family: Family, bad: str) -> None:
    mine, other = give(family), give(family, "karim")
    if bad == "late":
        Way.objects.filter(given=mine.given).update(until_at=clock.now() - timedelta(seconds=1))
    if bad == "other device":
        tap(mine)
    sent = {
        "forged": lambda: Client().post(reverse("ways:link", args=["x" * 32]), {"pin": mine.pin}),
        "late": lambda: tap(mine)[1],
        "other device": lambda: tap(mine)[1],
        "digits of another link": lambda: tap(mine, pin=other.pin)[1],
    }[bad]()
    assert sent.status_code == 200
    assert not any(name in sent.content.decode() for name in ("Noor", "Wilma", "Karim"))
    assert not is_in(sent.client)
    assert family.log(Event.WAY_REFUSED) == 1


# -- a clock an hour off -----------------------------------------------------------------------------------------------


def by_link(_family: Family, handed: Handed, _code: str) -> HttpResponse:
    return tap(handed)[1]


def by_card(_family: Family, _handed: Handed, code: str) -> HttpResponse:
    browser, carried = type_over(code)
    return choose(browser, carried)


@pytest.mark.parametrize("way", [by_link, by_card])
@pytest.mark.parametrize("hours", [-1, 1])
def test_with_a_clock_an_hour_off_what_holds_opens_and_what_is_over_does_not(
    family: Family,
    turn: Callable[[timedelta], None],
    way: Callable[[Family, Handed, str], HttpResponse],
    hours: int,
) -> None:
    handed, code = give(family), make(family)
    Way.objects.update(until_at=clock.now() - 2 * HOUR)
    turn(hours * HOUR)
    over = way(family, handed, code)
    assert not is_in(over.client)
    Way.objects.update(until_at=clock.now() + 2 * HOUR)
    assert way(family, handed, code).status_code == 302


@pytest.mark.parametrize("hours", [-1, -25])
def test_a_clock_that_goes_back_gives_no_tries(family: Family, turn: Callable[[timedelta], None], hours: int) -> None:
    with_a_password(family)
    for _ in range(5):
        Client().post(reverse("account_login"), {"login": "lotte@kring.example", "password": "iets heel anders"})
    turn(hours * HOUR)
    browser = Client()
    sign_in(browser)
    assert not is_in(browser), "who guesses waits, whatever the clock says"
    assert Attempts.objects.exists()


# -- cookies switched off ----------------------------------------------------------------------------------------------


def by_own_phone(family: Family) -> tuple[str, dict[str, str]]:
    come_in(make(family)).post(MINE, {"yes": "1"})
    assert Device.objects.filter(own=True).exists()
    return OWN, {"pin": PIN}


def by_pictures(family: Family) -> tuple[str, dict[str, str]]:
    tablet = register(family, "lotte")
    choose_pictures(family)
    assert tap_pictures(tablet).status_code == 302
    return DOOR, {"figure": "fox", "row": "moon-car-house", "tap": "apple"}


def by_a_card(family: Family) -> tuple[str, dict[str, str]]:
    return CHOOSE, {**type_over(make(family))[1], "pin": PIN, "again": PIN}


def by_a_link(family: Family) -> tuple[str, dict[str, str]]:
    handed = give(family)
    return link(handed), {"pin": handed.pin}


def by_digits_of_a_colleague(family: Family) -> tuple[str, dict[str, str]]:
    user = account(family, "an")
    return welcome.closed_link_for(user), {"pin": welcome.digits_for(user)}


def by_password(family: Family) -> tuple[str, dict[str, str]]:
    with_a_password(family)
    return reverse("account_login"), {"login": "lotte@kring.example", "password": SENTENCE}


def by_provider(_family: Family) -> tuple[str, dict[str, str]]:
    return "/accounts/openid/acm/", {}


WAYS = [by_own_phone, by_pictures, by_a_card, by_a_link, by_digits_of_a_colleague, by_password, by_provider]


@pytest.mark.parametrize("way", WAYS)
def test_with_cookies_switched_off_nobody_is_in(
    family: Family, way: Callable[[Family], tuple[str, dict[str, str]]]
) -> None:
    where, sent = way(family)
    strict = Client(enforce_csrf_checks=True, headers={"User-Agent": PHONE})
    strict.get(where)
    strict.cookies.clear()
    answer = strict.post(where, sent)
    assert answer.status_code == 403
    assert "of je browser cookies toelaat" in answer.content.decode()
    assert not is_in(strict)


def test_the_first_page_of_each_says_that_cookies_are_needed(family: Family) -> None:
    for where in (CARD, link(give(family))):
        assert "cookies" in Client().get(where).content.decode(), where
