"""Noor wrote whom she wants beside her, and the sign-in ended meanwhile: her words are given back, to her alone."""

from django.test import Client
from django.urls import reverse

from kring.kit import clock
from kring.people.models import Stay
from tests.family import Family
from tests.rooms.test_code_card import choose, make, type_over

AGAIN = reverse("ways:again")


def with_a_card(family: Family, browser: Client, child: str) -> None:
    """With a card and a PIN, as a child comes in."""
    code = make(family, place=family.seeded.dossiers[child])
    assert choose(browser, type_over(code, browser)[1]).status_code == 302


def a_wish_too_late(family: Family) -> Client:
    browser = Client()
    with_a_card(family, browser, "noor")
    Stay.objects.update(ended_at=clock.now())
    wish = {"person": family.member("wilma"), "meaning": "supporter", "words": "zij luistert", "how": "said"}
    ended = browser.post(family.url("rights:wish"), wish | {"once": family.once()})
    assert ended["Location"] == reverse("ways:ended") + "?waits=yes"
    assert "wacht een uur" in browser.get(ended["Location"]).content.decode()
    return browser


def test_words_that_met_the_end_of_a_stay_are_given_back(family: Family) -> None:
    browser = a_wish_too_late(family)
    with_a_card(family, browser, "noor")
    assert browser.get(reverse("portals:today"))["Location"] == AGAIN
    shown = browser.get(AGAIN)
    assert "zij luistert" in shown.content.decode()
    browser.post(shown.context["kept"].path, dict(shown.context["kept"].fields))
    assert "zij luistert" in family.page("rights:beside", seen_by="noor")
    assert browser.get(reverse("portals:today")).get("Location") != AGAIN


def test_and_to_nobody_else_who_comes_in_on_that_device(family: Family) -> None:
    browser = a_wish_too_late(family)
    with_a_card(family, browser, "sem")
    assert browser.get(AGAIN)["Location"] == "/"
    Stay.objects.update(ended_at=clock.now())
    with_a_card(family, browser, "noor")
    assert browser.get(AGAIN)["Location"] == "/"
