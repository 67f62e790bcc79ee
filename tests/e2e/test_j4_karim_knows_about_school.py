"""J4: Noor lets Karim know about school, not about her father; looks along, takes it back, reads what he read."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
SCHOOL, FATHER = "Op school gaat het beter.", "elke zondag naar papa"


def answers(noor: Page, about: str, word: str, clean: Clean) -> None:
    """One question, one answer."""
    noor.locator(".topics").get_by_role("link", name=about, exact=True).click()
    clean(noor)
    noor.locator(".answer label", has_text=word).click()
    noor.get_by_role("button", name="Bewaar").click()
    expect(noor.get_by_text("Bewaard.")).to_be_visible()


def reads(karim: Page, home: str, clean: Clean) -> tuple[str, str]:
    """What Karim finds, and why; the addresses of both."""
    karim.goto(home)
    expect(karim.get_by_text("mag weten: school")).to_be_visible()
    karim.get_by_role("link", name="Notities").click()
    notes = karim.url
    expect(karim.get_by_text(SCHOOL)).to_be_visible()
    expect(karim.get_by_text(FATHER)).to_have_count(0)
    clean(karim)
    karim.get_by_role("link", name="Waarom zie ik dit?").first.click()
    expect(karim.get_by_text("Het kind beslist")).to_be_visible()
    clean(karim)
    return notes, karim.url


def takes_back(noor: Page, clean: Clean) -> None:
    """Two taps, and the honest sentence."""
    noor.get_by_role("link", name=re.compile("Stop.*school")).click()
    clean(noor)
    noor.get_by_role("button", name="Ja, stop dit").click()
    expect(noor.get_by_text("kan het nu nergens meer openen")).to_be_visible()
    expect(noor.get_by_text("Wat gelezen is, blijft geweten.")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_noor_allows_looks_along_and_takes_it_back(visit: Visit, clean: Clean, width: int) -> None:
    noor, karim = visit("noor", width=width), visit("karim", width=width)
    home = karim.url
    expect(karim.get_by_text("Nog niets.")).to_be_visible()

    noor.get_by_role("link", name=re.compile("Wie mag wat weten")).click()
    clean(noor)
    noor.get_by_role("link", name=re.compile("Karim")).first.click()
    clean(noor)
    answers(noor, "school", "Ja", clean)
    answers(noor, "mijn papa", "Nee", clean)

    noor.get_by_role("link", name=re.compile("Kijk wat")).click()
    clean(noor)
    expect(noor.get_by_text(SCHOOL)).to_be_visible()
    expect(noor.get_by_text(FATHER)).to_have_count(0)
    noor.go_back()

    notes, why = reads(karim, home, clean)

    noor.reload()
    expect(noor.get_by_role("listitem").filter(has_text=SCHOOL)).to_be_visible()
    takes_back(noor, clean)

    assert karim.goto(why).status == 404
    karim.goto(notes)
    expect(karim.get_by_text(SCHOOL)).to_have_count(0)
    karim.goto(f"{notes}print/")
    expect(karim.get_by_text(SCHOOL)).to_have_count(0)
