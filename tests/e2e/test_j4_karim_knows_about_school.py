"""J4: Noor lets Karim know about school, not about her father; looks along, takes it back, reads what he read.

And what is not hers to decide: Lotte tells Karim one thing in an emergency, which Noor reads, and writes down that
contact is restricted, after which Karim finds nothing at all.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from kring.kit import clock
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
    expect(noor.get_by_text("is nu dicht")).to_be_visible()
    expect(noor.get_by_text("Wat trainer Karim zag, blijft geweten. Ook als je stopt.")).to_be_visible()


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


def tells_in_an_emergency(lotte: Page, words: str, clean: Clean) -> None:
    """By hand, with a name and a reason; without one it is not told."""
    lotte.get_by_role("article").filter(has_text=words).get_by_role("link", name="Wie mag dit lezen?").first.click()
    lotte.get_by_role("link", name="In een noodgeval doorgeven").click()
    clean(lotte)
    lotte.locator(".names label", has_text="Karim").click()
    lotte.get_by_role("button", name="Geef dit door").click()
    expect(lotte.get_by_text("Schrijf kort op waarom.", exact=True)).to_be_visible()
    lotte.get_by_label("Waarom kan dit niet wachten?").fill("Hij haalt haar straks op.")
    lotte.get_by_label("Wist iemand het niet vooraf?").fill("Er was geen tijd.")
    lotte.get_by_role("button", name="Geef dit door").click()
    expect(lotte.get_by_text("Hij haalt haar straks op.")).to_have_count(0)


def restricts(lotte: Page, place: str, clean: Clean) -> None:
    """Contact with Karim, from today: who decided it, and when it is looked at again; no paper."""
    lotte.goto(place)
    lotte.get_by_role("link", name="Contactbeperking").click()
    clean(lotte)
    lotte.locator("label", has_text="Karim").first.click()
    lotte.get_by_label("de jeugdrechter").check()
    lotte.get_by_label("Wanneer kijken jullie dit opnieuw na?").fill((clock.today() + timedelta(days=30)).isoformat())
    lotte.get_by_role("button", name="Schrijf het op").click()
    expect(lotte.get_by_role("link", name="Nakijken")).to_be_visible()
    clean(lotte)


def test_lotte_tells_one_thing_and_then_contact_is_restricted(visit: Visit, clean: Clean) -> None:
    noor, karim, lotte = (visit(key, width=390) for key in ("noor", "karim", "lotte"))
    home = karim.url
    expect(karim.get_by_text("Nog niets.")).to_be_visible()
    lotte.goto(home.replace("home/", ""))
    place = lotte.url
    lotte.get_by_role("link", name="Notities").first.click()
    tells_in_an_emergency(lotte, SCHOOL, clean)

    karim.goto(f"{place}notes/")
    expect(karim.get_by_text(SCHOOL)).to_be_visible()
    expect(karim.get_by_text(FATHER)).to_have_count(0)
    noor.get_by_role("link", name=re.compile("Wie mag wat weten")).click()
    expect(noor.get_by_text("Lotte gaf dit door aan trainer Karim")).to_be_visible()

    restricts(lotte, place, clean)
    answer = karim.goto(f"{place}notes/")
    assert answer is not None
    assert answer.status == 404
    clean(karim)
    karim.goto(home)
    expect(karim.get_by_text(SCHOOL)).to_have_count(0)
    expect(karim.get_by_text("rechter")).to_have_count(0)
