"""J3, from a wish to a trial: the question made together, the answer, a trial, a pause; and whom Ann brings along."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]


def noor_names_rita(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("iemand kiezen", re.IGNORECASE)).first.click()
    page.get_by_label(re.compile("oma Rita")).check()
    page.get_by_label(re.compile("^JIM")).check()
    page.get_by_role("button", name="Zet het erbij").click()
    rita = page.get_by_role("article").filter(has_text="oma Rita")
    rita.get_by_role("link", name="Waar praten we over?").first.click()


def they_make_the_question(noor: Page, clean: Clean) -> None:
    noor.get_by_role("link", name="Maak samen de vraag").click()
    clean(noor)
    noor.get_by_role("radio", name="ik vraag het zelf").check()
    noor.get_by_role("radio", name="langsgaan").check()
    noor.get_by_label(re.compile("Met welke woorden")).fill("Wil jij mijn JIM zijn?")
    noor.get_by_role("button", name="Maak het blad").click()
    expect(noor.get_by_text("Wil jij mijn JIM zijn?").first).to_be_visible()
    clean(noor)


def it_is_asked_and_answered(noor: Page, clean: Clean) -> None:
    noor.get_by_role("link", name="Het is gevraagd").click()
    noor.get_by_role("radio", name="ik vraag het zelf").check()
    noor.get_by_role("radio", name="langsgaan").check()
    clean(noor)
    noor.get_by_role("button", name="Zet het erbij").click()
    noor.get_by_role("link", name="Schrijf het antwoord op").click()
    noor.get_by_role("radio", name=re.compile("^ja$", re.IGNORECASE)).check()
    clean(noor)
    noor.get_by_role("button", name="Zet het antwoord erbij").click()


@pytest.mark.parametrize("width", [390, 1280])
def test_noor_asks_rita_and_they_try_it(visit: Visit, clean: Clean, width: int) -> None:
    noor = visit("noor", width=width)
    noor_names_rita(noor)
    expect(noor.get_by_text("Je koos oma Rita, en dat staat.")).to_be_visible()
    clean(noor)
    they_make_the_question(noor, clean)
    it_is_asked_and_answered(noor, clean)
    noor.get_by_role("link", name="Spreek een proef af").click()
    clean(noor)
    noor.get_by_role("button", name="Spreek de proef af").click()
    expect(noor.get_by_text("Niets stopt vanzelf.")).to_be_visible()
    clean(noor)
    noor.get_by_role("link", name="Even pauze").click()
    noor.get_by_role("button", name="Zet het op pauze").click()
    expect(noor.get_by_text("Het staat op pauze.")).to_be_visible()
    clean(noor)


def test_ann_names_her_own_trust_person(visit: Visit, clean: Clean) -> None:
    ann = visit("ann", width=390)
    ann.get_by_role("link", name=re.compile("Noor")).first.click()
    ann.get_by_role("link", name="Kies wie je meebrengt").click()
    clean(ann)
    ann.get_by_label("Wie breng je mee?").fill("tante Fien")
    ann.get_by_role("button", name="Ik kies deze persoon").click()
    expect(ann.get_by_text("Nu al welkom bij een gesprek.")).to_be_visible()
    clean(ann)
