"""An agreement made: Noor writes it down with short questions, Karim reads it and says yes, and then it holds."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
THERE, CALLS, MOON = "Karim luistert als ik boos ben.", "Bellen mag altijd.", "Ik stuur een bal."
PAGES = 12


def begins(noor: Page, clean: Clean) -> None:
    """With Karim; her worker reads the practical part."""
    noor.get_by_role("link", name=re.compile("Mijn afspraken")).click()
    expect(noor.get_by_role("link", name=re.compile("Wilma"))).to_contain_text("afgesproken")
    clean(noor)
    noor.get_by_role("link", name="trainer Karim").click()
    clean(noor)
    noor.get_by_role("button", name="Begin").click()


def types(noor: Page, clean: Clean) -> None:
    """Twelve short pages, most of them skipped; what was typed is there when she comes back."""
    noor.get_by_label(re.compile("Wat betekent het dat trainer Karim er voor jou is")).fill(THERE)
    for number in range(1, PAGES + 1):
        expect(noor.get_by_text(f"Blad {number} van {PAGES}")).to_be_visible()
        clean(noor)
        if number == 5:
            noor.locator("label", has_text="Bellen").click()
            noor.get_by_label(re.compile("Wat spreken jullie af")).fill(CALLS)
        if number == 6:
            noor.get_by_label(re.compile("Wat spreken jullie af")).fill(MOON)
            noor.get_by_label(re.compile("Welk nummer")).fill("0470 00 00 13")
            noor.get_by_role("button", name="Terug").click()
            expect(noor.get_by_text(CALLS)).to_be_visible()
            noor.get_by_role("button", name="Verder").click()
            expect(noor.get_by_text(MOON)).to_be_visible()
        noor.get_by_role("button", name="Verder").click()


def makes(noor: Page, clean: Clean) -> None:
    """All of it once more, with who reads it by name; then her own yes, by a tap."""
    expect(noor.get_by_role("heading", name="Is het zo goed?")).to_be_visible()
    expect(noor.locator(".readers").last).to_contain_text("Lotte")
    clean(noor)
    noor.get_by_role("button", name="Zo is het goed").click()
    expect(noor.get_by_text("Het geldt nog niet.")).to_be_visible()
    expect(noor.get_by_text("nog niet afgesproken")).to_be_visible()
    clean(noor)
    noor.get_by_role("button", name="Ja, dat spreken we af").click()
    expect(noor.get_by_text("Jouw ja staat erbij.")).to_be_visible()
    expect(noor.get_by_role("heading", name="weten?")).to_be_visible()
    expect(noor.get_by_text("nog niet: het geldt nog niet")).to_be_visible()
    clean(noor)
    noor.get_by_role("link", name="Nu niet").click()
    expect(noor.get_by_text("nog niet afgesproken")).to_be_visible()


def agrees(karim: Page, home: str, clean: Clean) -> None:
    """He finds it at home, and says yes."""
    karim.goto(home)
    clean(karim)
    karim.get_by_role("link", name="Bekijk de afspraken").click()
    expect(karim.get_by_text(THERE)).to_be_visible()
    clean(karim)
    karim.get_by_role("button", name="Ja, dat spreken we af").click()
    expect(karim.get_by_text("nog niet afgesproken")).to_have_count(0)
    karim.get_by_role("link", name="Zeg wat jij verwacht").click()
    clean(karim)


@pytest.mark.parametrize("width", [390, 1280])
def test_noor_and_karim_agree(visit: Visit, clean: Clean, width: int) -> None:
    karim, noor, lotte = visit("karim", width=width), visit("noor", width=width), visit("lotte", width=width)
    home = karim.url
    expect(karim.get_by_text("Jouw afspraken met Noor")).to_have_count(0)

    begins(noor, clean)
    types(noor, clean)
    makes(noor, clean)

    agrees(karim, home, clean)

    where = noor.url
    noor.reload()
    expect(noor.get_by_text("nog niet afgesproken")).to_have_count(0)
    noor.get_by_role("link", name="Het gaat nu niet zo goed").click()
    expect(noor.get_by_text(MOON)).to_be_visible()
    expect(noor.get_by_role("link", name="Bel trainer Karim")).to_have_attribute("href", "tel:0470000013")
    clean(noor)

    lotte.goto(where)
    expect(lotte.get_by_text(CALLS)).to_be_visible()
    expect(lotte.get_by_text(THERE)).to_have_count(0)
    clean(lotte)
