"""J3, up to "it stands": Noor names Karim, the conditions are looked at, he begins; she may choose otherwise."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
SAID = "Bij Karim mag ik gewoon mezelf zijn."


def noor_names_karim(page: Page, clean: Clean) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("iemand kiezen", re.IGNORECASE)).first.click()
    clean(page)
    page.get_by_label(re.compile("Karim")).check()
    page.get_by_label(re.compile("Vertrouwenspersoon in de jeugdhulp")).check()
    page.get_by_label("In je eigen woorden").fill(SAID)
    expect(page.get_by_text("Dit kunnen lezen: jij, Lotte en wie jij kiest.")).to_be_visible()
    page.get_by_role("button", name="Zet het erbij").click()
    expect(page.get_by_text("Het staat er.")).to_be_visible()
    expect(page.get_by_text(SAID)).to_be_visible()
    clean(page)


def karims_page(page: Page) -> None:
    """From Lotte's home to what is still to be asked about Karim."""
    page.goto("/children/")
    page.get_by_role("link", name=re.compile("Noor")).first.click()
    page.goto(re.sub(r"(.*/d/[^/]+/).*", r"\1beside/", page.url))
    karim = page.get_by_role("article").filter(has_text="Karim").filter(has_text="vertrouwenspersoon")
    karim.get_by_role("link", name="Wat is er nog te vragen?").click()


def karim_said_yes(page: Page, clean: Clean) -> None:
    """Noor asked him herself, and Lotte writes down what he said: nobody serves who never said yes."""
    page.get_by_role("link", name=re.compile("Karim zei ja$", re.IGNORECASE)).click()
    expect(page.get_by_role("radio", name=re.compile("^ja$", re.IGNORECASE))).to_be_checked()
    page.get_by_role("radio", name="Noor zelf").check()
    page.get_by_role("radio", name="langsgaan").check()
    clean(page)
    page.get_by_role("button", name="Zet het antwoord erbij").click()
    expect(page.get_by_text("Geef het mee.")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_noor_names_karim_and_it_stands(visit: Visit, clean: Clean, width: int) -> None:
    noor, lotte = visit("noor", width=width), visit("lotte", width=width)
    noor_names_karim(noor, clean)
    karims_page(lotte)
    expect(lotte.get_by_text("Dat staat.").first).to_be_visible()
    expect(lotte.get_by_text("nu al welkom als steunfiguur")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("button", name="Ja, 18 of ouder").click()
    lotte.get_by_role("button", name="Nee, werkt niet mee").click()
    begin = lotte.get_by_role("button", name=re.compile("begint als vertrouwenspersoon"))
    expect(begin).to_have_count(0)
    lotte.get_by_role("button", name="Bekeken, er staat niets op").click()
    clean(lotte)
    expect(begin).to_have_count(0)
    karim_said_yes(lotte, clean)
    begin.click()
    expect(lotte.get_by_text("begon als vertrouwenspersoon op")).to_be_visible()
    expect(lotte.get_by_text("beroepsgeheim").first).to_be_visible()
    clean(lotte)
    noor.reload()
    expect(noor.get_by_text("beroepsgeheim").first).to_be_visible()
    for word in ("uittreksel", "596", "afwijzen", "weigeren", "goedkeuren"):
        expect(noor.get_by_text(word)).to_have_count(0)


def test_ann_finds_nothing_to_say_no_with(visit: Visit, clean: Clean) -> None:
    noor, ann = visit("noor"), visit("ann")
    noor_names_karim(noor, clean)
    for page in ("beside/", "wish/"):
        answer = ann.goto(re.sub(r"(.*/d/[^/]+/).*", rf"\1{page}", noor.url))
        assert answer is not None
        assert answer.status == 404


def test_choosing_otherwise_and_taking_that_back_are_one_tap_each(visit: Visit, clean: Clean) -> None:
    noor = visit("noor", width=390)
    noor_names_karim(noor, clean)
    karim = noor.get_by_role("article").filter(has_text="Karim")
    karim.get_by_role("button", name="Ik kies toch anders").first.click()
    expect(noor.get_by_text("Anders gekozen op").first).to_be_visible()
    clean(noor)
    noor.get_by_role("button", name=re.compile("Toch weer kiezen.*Karim")).first.click()
    expect(noor.get_by_role("article").filter(has_text="Karim").first).to_be_visible()


def test_nothing_is_lost_when_something_is_missing(visit: Visit, clean: Clean) -> None:
    noor = visit("noor", width=390)
    noor.goto("/")
    noor.get_by_role("link", name=re.compile("iemand kiezen", re.IGNORECASE)).first.click()
    noor.get_by_label("iemand anders").check()
    noor.get_by_label("Iemand die hier nog niet staat").fill("tante Fatma")
    noor.get_by_label("In je eigen woorden").fill(SAID)
    noor.get_by_role("button", name="Zet het erbij").click()
    expect(noor.get_by_text("We konden dit nog niet bewaren")).to_be_visible()
    expect(noor.get_by_label("In je eigen woorden")).to_have_value(SAID)
    expect(noor.get_by_label("Iemand die hier nog niet staat")).to_have_value("tante Fatma")
    clean(noor)
