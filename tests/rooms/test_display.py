"""How pages are shown: chosen by whoever reads, kept by the browser alone, and saying nothing."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from kring.config.environment import languages
from kring.kit.display import COOKIE, THIRTY_DAYS
from kring.kit.pages import not_found_bytes
from tests.family import Family

CHOSEN = {"letters": "largest", "theme": "dark", "aloud": "no"}


def choose(browser: Client, **other: str) -> HttpResponse:
    return browser.post(reverse("ways:display"), {**CHOSEN, **other})


def top(browser: Client, where: str = "/") -> str:
    found = re.search(r"<html[^>]*>", browser.get(where, follow=True).content.decode())
    assert found
    return found[0]


@pytest.mark.parametrize("who", ["noor", "ann", "lotte", None])
def test_everyone_chooses_and_every_page_follows(family: Family, who: str | None) -> None:
    browser = family.browser(who)
    assert top(browser) == '<html lang="nl-BE">'
    assert choose(browser).status_code == 302
    assert top(browser) == '<html lang="nl-BE" data-theme="dark" data-letters="largest" data-quiet>'
    assert '<meta name="color-scheme" content="dark">' in browser.get("/", follow=True).content.decode()
    choose(browser, letters="plain", theme="device", aloud="yes")
    assert top(browser) == '<html lang="nl-BE">'


@pytest.mark.parametrize("who", ["noor", "ann", "wilma", "lotte", "sem"])
def test_who_chose_reading_aloud_finds_one_button_at_home(family: Family, who: str) -> None:
    browser = family.browser(who)
    choose(browser, aloud="yes")
    page = browser.get("/today/", follow=True).content.decode()
    assert page.count("<kring-speak") == 1
    assert ('<kring-speak data-of="main"' in page) == (who != "sem"), "a page with a text of its own reads that"
    choose(browser)
    assert '<kring-speak data-of="main"' not in browser.get("/today/", follow=True).content.decode()


def test_the_cookie_says_nothing_and_goes_with_the_browser(db: None) -> None:
    browser = Client()
    choose(browser)
    cookie = browser.cookies[COOKIE]
    assert cookie.value == "largest.dark.quiet"
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
    choose(browser, kept="on")
    assert browser.cookies[COOKIE]["max-age"] == THIRTY_DAYS


@pytest.mark.parametrize("forged", ["", "x", "large.large", '"><script>', "dark" * 500])
def test_a_cookie_of_somebody_else_changes_nothing_else(db: None, forged: str) -> None:
    browser = Client()
    browser.cookies[COOKIE] = forged
    assert top(browser) in {'<html lang="nl-BE">', '<html lang="nl-BE" data-letters="large">'}


@pytest.mark.parametrize(
    ("said", "goes_to"),
    [("/card/", "/card/"), ("https://elders.example/", "/"), ("//elders.example", "/"), ("javascript:alert(1)", "/")],
)
def test_afterwards_one_is_where_one_was(db: None, said: str, goes_to: str) -> None:
    assert choose(Client(), next=said)["Location"] == goes_to


def test_the_page_knows_where_one_came_from(db: None) -> None:
    shown = Client().get(reverse("ways:display"), headers={"referer": "http://testserver/card/"}).content.decode()
    assert '<input type="hidden" name="next" value="/card/">' in shown


def test_every_page_leads_there(family: Family) -> None:
    for who, name in ((None, "account_login"), ("noor", "portals:today"), ("lotte", "portals:today")):
        assert (
            f'href="{reverse("ways:display")}"' in family.browser(who).get(reverse(name), follow=True).content.decode()
        )


def test_what_is_not_there_looks_the_same_for_everyone(family: Family) -> None:
    browser = family.browser("noor")
    choose(browser)
    assert browser.get("/nothing/").content == not_found_bytes()


def test_a_language_is_there_when_it_has_texts(tmp_path: Path) -> None:
    assert languages(tmp_path) == [("nl-be", "Nederlands")]
    catalogue = tmp_path / "fr" / "LC_MESSAGES" / "django.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    assert languages(tmp_path) == [("nl-be", "Nederlands"), ("fr", "Français")]


def test_with_one_language_there_is_nothing_to_choose(db: None) -> None:
    where = reverse("ways:display")
    assert 'name="language"' not in Client().get(where).content.decode()
    with override_settings(LANGUAGES=[("nl-be", "Nederlands"), ("fr", "Français")]):
        assert 'name="language"' in Client().get(where).content.decode()
        browser = Client()
        choose(browser, language="fr")
        assert browser.cookies["kring-words"].value == "fr"
        assert top(browser).startswith('<html lang="fr"')
