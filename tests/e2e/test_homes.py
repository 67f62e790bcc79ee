"""Every home on a phone, with the keyboard alone and without faults for a screen reader; and words that arrive."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
WORDS = "Mag ik minder bellen met papa?"


@pytest.mark.parametrize("who", ["noor", "sem", "ann", "wilma", "karim", "lotte", "hilde", "mo", "saar", "nadia"])
def test_a_home_reads_well(visit: Visit, clean: Clean, who: str) -> None:
    page = visit(who, width=390)
    page.goto("/")
    expect(page.locator("h1")).to_have_count(1)
    clean(page)


def test_noor_says_something_with_the_keyboard_and_lotte_answers(visit: Visit, clean: Clean) -> None:
    noor = visit("noor", width=390)
    noor.goto("/")
    noor.get_by_role("link", name=re.compile("Ik wil iets zeggen")).focus()
    noor.keyboard.press("Enter")
    expect(noor.get_by_text("Lotte", exact=True)).to_be_visible()
    clean(noor)
    noor.get_by_label("Wat wil je zeggen?").focus()
    noor.keyboard.type(WORDS)
    noor.keyboard.press("Tab")
    noor.keyboard.press("Enter")
    expect(noor.get_by_text("Nog niet gelezen.")).to_be_visible()
    said_at = noor.url

    lotte = visit("lotte", width=390)
    lotte.goto("/")
    lotte.get_by_role("link", name=re.compile("^Lees")).first.click()
    expect(lotte.get_by_text(WORDS).first).to_be_visible()
    clean(lotte)
    lotte.get_by_role("textbox").first.fill("Ik kom woensdag langs.")
    lotte.get_by_role("button", name="Gelezen").first.click()

    noor = visit("noor", width=390)
    noor.goto(said_at)
    expect(noor.get_by_text("Gelezen door Lotte op")).to_be_visible()
    expect(noor.get_by_text("Ik kom woensdag langs.")).to_be_visible()
    clean(noor)


@pytest.mark.parametrize("page_of_hers", ["known/", "stop/", "next/"])
def test_the_other_pages_of_noor_read_well(visit: Visit, clean: Clean, page_of_hers: str) -> None:
    page = visit("noor", width=390)
    page.goto("/")
    page.goto(page.url + page_of_hers)
    expect(page.locator("h1")).to_have_count(1)
    clean(page)
