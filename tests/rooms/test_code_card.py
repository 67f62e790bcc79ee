"""Noor comes in with a printed card and a PIN of her own, later with her own phone; and what a thief finds."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import open_dossier
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.people import seals
from kring.people.models import Attempts, Device, Pin, Post, Stay, Way, WayEnd
from tests.family import Family

PIN, OTHER = "738261", "604917"
CARD, CHOOSE, MINE, OWN = "/in/card/", "/in/card/pin/", "/in/mine/", "/in/own/"
HIDDEN = re.compile(r'name="(card|once)" value="([^"]+)"')


@pytest.fixture
def code(family: Family) -> str:
    """Lotte makes a card; what stands on it."""
    return make(family)


def make(family: Family, *, anew: bool = False, place: UUID | None = None) -> str:
    where = reverse("rights:own_card", args=[place or family.noor.dossier])
    sent = {"once": family.once(), **({"anew": "on"} if anew else {})}
    return code_on(family.browser("lotte").post(where, sent).content.decode())


def code_on(page: str) -> str:
    """What stands on the card that this page shows."""
    (shown,) = set(re.findall(r"(?<![-\w])[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![-\w])", page))
    return shown


def type_over(code: str, browser: Client | None = None) -> tuple[Client, dict[str, str]]:
    """Type a code, and get the page that asks a PIN: what it carries, or nothing."""
    browser = browser or Client(headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130"})
    page = browser.post(CARD, {"code": code}).content.decode()
    return browser, dict(HIDDEN.findall(page))


def choose(browser: Client, carried: dict[str, str], pin: str = PIN) -> HttpResponse:
    return browser.post(CHOOSE, {**carried, "pin": pin, "again": pin})


def come_in(code: str, pin: str = PIN) -> Client:
    browser, carried = type_over(code)
    assert choose(browser, carried, pin)["Location"] == MINE
    return browser


def is_in(family: Family, browser: Client) -> bool:
    return browser.get(family.url("portals:child")).status_code == 200


def noors_way() -> Way:
    return Way.objects.filter(kind="card").latest("made_at")


# -- coming in ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}\n"])
def test_she_types_the_code_chooses_a_pin_and_sees_her_circle(
    family: Family, code: str, typed: Callable[[str], str]
) -> None:
    browser = come_in(typed(code))
    assert is_in(family, browser)
    assert Stay.objects.latest("began_at").kind == "home"
    assert [family.log(event) for event in (Event.WAY_GIVEN, Event.WAY_OPENED, Event.PIN_CHOSEN)] == [1, 1, 1]
    assert code.replace("-", "") not in {noors_way().secret, noors_way().pin}
    assert noors_way().person_id == family.person("noor")


def test_a_card_works_once(family: Family, code: str) -> None:
    come_in(code)
    _, carried = type_over(code)
    assert not carried
    assert family.log(Event.WAY_OPENED) == 1


@pytest.mark.parametrize("wrong", ["late", "stopped", "replaced", "forged", "empty"])
def test_whatever_does_not_open_gets_one_answer(family: Family, code: str, wrong: str) -> None:
    if wrong == "late":
        Way.objects.filter(pk=noors_way().pk).update(until_at=clock.now() - timedelta(seconds=1))
    elif wrong == "stopped":
        family.browser("lotte").post(family.url("rights:own_ending"), {"once": family.once()})
    elif wrong == "replaced":
        make(family)
    page = Client().post(CARD, {"code": "AAAA-AAAA-AAAA" if wrong == "forged" else code if wrong != "empty" else "?"})
    assert "Met deze code kom je niet binnen." in page.content.decode()
    assert not re.search(r"Noor|Lotte", page.content.decode())
    assert Pin.objects.count() == 0


@pytest.mark.parametrize("easy", ["123456", "121212", "777777", "140711", "110714", "201107", "072011", "12345", "abc"])
def test_easy_digits_and_birthdays_are_refused(family: Family, code: str, easy: str) -> None:
    browser, carried = type_over(code)
    assert choose(browser, carried, easy).status_code == 200
    assert not Pin.objects.exists()
    assert choose(browser, carried)["Location"] == MINE  # the card is not used up by a refusal


def test_what_the_page_carries_is_of_one_card_and_does_not_last(family: Family, code: str) -> None:
    browser, carried = type_over(code)
    forged = {**carried, "card": carried["card"][:-1] + "x"}
    assert choose(browser, forged)["Location"] == CARD
    assert choose(browser, carried)["Location"] == MINE
    assert choose(Client(), carried)["Location"] == CARD  # used up


def test_of_two_tabs_with_two_people_the_last_one_is_in(family: Family, code: str) -> None:
    browser = family.browser("lotte")
    browser.get("/today/")
    before = Stay.objects.latest("began_at")
    _, carried = type_over(code, browser)
    choose(browser, carried)
    before.refresh_from_db()
    assert before.ended_at is not None
    assert browser.get("/children/").status_code == 404  # a page of colleagues, in the tab that stood open
    assert is_in(family, browser)


def test_without_cookies_nothing_opens_and_the_page_says_so(code: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert "cookies" in strict.get(CARD).content.decode()
    strict.cookies.clear()
    assert strict.post(CARD, {"code": code}).status_code == 403
    assert noors_way().ended_at is None


def test_who_never_came_in_becomes_someone_with_the_first_card(family: Family) -> None:
    team = Post.objects.get(person=family.person("lotte")).team
    assert team
    place = open_dossier(family.actor("lotte"), call_name="Yara", team=team, once=None).pk
    Dossier.objects.filter(pk=place).update(born_on="2012-07-31")
    browser, carried = type_over(make(family, place=place))
    assert "Deze cijfers raadt iemand snel" in choose(browser, carried, "073112").content.decode()
    choose(browser, carried)
    assert browser.get(reverse("portals:child", args=[place])).status_code == 200
    assert browser.get(family.url("portals:child")).status_code == 404


# -- the PIN of every next time ----------------------------------------------------------------------------------------


def test_with_the_next_card_the_pin_is_asked_and_a_thief_ends_it(family: Family, code: str) -> None:
    come_in(code)
    thief, carried = type_over(make(family))
    for guess in range(5):
        assert thief.post(CHOOSE, {**carried, "pin": f"60491{guess}"}).status_code == 200
    assert thief.post(CHOOSE, {**carried, "pin": PIN}).status_code == 200  # has to wait, also with the right one
    assert noors_way().wrong == 5
    Way.objects.filter(pk=noors_way().pk).update(wrong=9)
    Attempts.objects.all().delete()
    thief.post(CHOOSE, {**carried, "pin": OTHER})
    assert noors_way().ended_for == WayEnd.GUESSED
    assert "te vaak verkeerde cijfers" in family.page("rights:own", seen_by="lotte")
    assert family.log(Event.WAY_REFUSED) >= 1


def test_forgotten_digits_are_chosen_again_with_a_card_made_for_it(family: Family, code: str) -> None:
    come_in(code)
    again = make(family, anew=True)
    assert "kiest nieuwe cijfers" in family.page("rights:own", seen_by="noor")
    come_in(again, OTHER)
    assert family.log(Event.PIN_CHOSEN) == 2
    browser, carried = type_over(make(family))
    assert browser.post(CHOOSE, {**carried, "pin": PIN}).status_code == 200
    assert browser.post(CHOOSE, {**carried, "pin": OTHER})["Location"] == MINE


# -- the own phone -----------------------------------------------------------------------------------------------------


@pytest.fixture
def phone(family: Family, code: str) -> Client:
    """Noor said that this is her own phone, and left."""
    browser = come_in(code)
    browser.post(MINE, {"yes": "1"})
    browser.post(reverse("account_logout"))
    return browser


def test_on_her_own_phone_the_pin_is_enough(family: Family, phone: Client) -> None:
    assert "eigen gsm" in phone.get("/in/").content.decode()
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/today/"
    assert is_in(family, phone)
    assert family.log(Event.DEVICE_KNOWN) == 1
    stranger = Client()
    assert "eigen gsm" not in stranger.get("/in/").content.decode()
    assert stranger.post(OWN, {"pin": PIN})["Location"] == "/in/"


def test_who_says_no_leaves_nothing(family: Family, code: str) -> None:
    browser = come_in(code)
    browser.post(MINE, {"no": "1"})
    assert not Device.objects.filter(own=True).exists()
    assert is_in(family, browser)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_a_lost_phone_is_ended_by_her_or_by_lotte(family: Family, phone: Client, who: str) -> None:
    phone.post(OWN, {"pin": PIN})
    device = Device.objects.get(own=True)
    lost = family.url("rights:own_phone", device=device.pk)
    assert family.browser("bram").post(lost, {"once": family.once()}).status_code == 404
    family.browser(who).post(lost, {"once": family.once()})
    assert not is_in(family, phone)
    assert phone.get(OWN)["Location"] == "/in/"
    assert family.log(Event.DEVICE_FORGOTTEN) == 1


def test_who_found_the_phone_and_guesses_loses_it(family: Family, phone: Client) -> None:
    Device.objects.filter(own=True).update(wrong=9)
    assert "Dat klopt niet." in phone.post(OWN, {"pin": OTHER}).content.decode()
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/in/"
    assert family.log(Event.DEVICE_FORGOTTEN) == 1


def test_a_colleague_never_gets_in_with_only_a_pin(family: Family, phone: Client) -> None:
    """A browser in which somebody signs in by password is known, and opens nothing by itself."""
    Device.objects.filter(own=True).update(own=False)
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/in/"


# -- another PIN -------------------------------------------------------------------------------------------------------


def test_another_pin_asks_the_one_before_and_is_no_birthday(family: Family, code: str) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="2010-12-31")
    browser, mine = come_in(code), reverse("ways:pin")
    assert 'name="old"' in browser.get(mine).content.decode()

    def status(pin: str, old: str = PIN) -> int:
        return browser.post(mine, {"old": old, "pin": pin, "again": pin, "once": family.once()}).status_code

    refused = {"wrong": (OTHER, "111222"), "none": (OTHER, ""), "day first": ("311210",), "year first": ("101231",)}
    refused |= {"month first": ("123110",), "year and day first": ("103112",)}
    assert {why for why, said in refused.items() if status(*said) != 200} == set()
    assert seals.fits(PIN, Pin.objects.get().code)
    assert status(OTHER) == 302
    assert seals.fits(OTHER, Pin.objects.get().code)


# -- making it ---------------------------------------------------------------------------------------------------------


def test_the_pdf_is_made_of_the_code_that_the_page_shows_and_of_no_other(family: Family, code: str) -> None:
    lotte, where = family.browser("lotte"), family.url("rights:own_card_pdf")
    made = lotte.post(where, {"code": code})
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")
    assert b"Noor" not in made.content
    assert lotte.post(where, {"code": "AAAA-AAAA-AAAA"}).status_code == 404
    come_in(code)
    assert lotte.post(where, {"code": code}).status_code == 404


def test_noor_sees_who_made_what_for_her_and_makes_none_herself(family: Family, code: str) -> None:
    assert "Lotte maakte het op" in family.page("rights:own", seen_by="noor")
    noor = family.browser("noor")
    assert noor.post(family.url("rights:own_card"), {"once": family.once()}).status_code == 404
    assert noor.get(family.url("rights:own_pictures")).status_code == 404
    assert code not in family.page("rights:own", seen_by="lotte")
