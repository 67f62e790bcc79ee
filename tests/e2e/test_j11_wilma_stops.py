"""J11: Wilma stops.  A person tells Noor, they say goodbye, someone steps in, and somebody looks after two weeks."""

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from kring.kit import clock
from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
HERS = "Ik wil nog één keer samen koken."


def the_page(page: Page, name: str) -> None:
    """Where it stands who stops, from the first page on."""
    page.goto("/children/" if name == "lotte" else "/")
    if name == "lotte":
        page.get_by_role("link", name=re.compile("Noor")).first.click()
    page.get_by_role("link", name="Bekijk alles").click()
    page.get_by_role("link", name=re.compile("[Ss]topt")).click()


def lotte_prepares(lotte: Page, clean: Clean) -> None:
    lotte.get_by_role("link", name="Iemand stopt").click()
    lotte.get_by_role("radio", name="Wilma").check()
    lotte.get_by_role("radio", name="Stopt ermee").check()
    lotte.get_by_label("Wie vertelt het aan het kind?").fill("Lotte")
    lotte.get_by_label("Hoe en waar?").fill("Aan de keukentafel, zonder haast.")
    clean(lotte)
    lotte.get_by_role("button", name="Schrijf het op").click()
    expect(lotte.get_by_text("Noor weet dit nog niet")).to_be_visible()
    clean(lotte)


def wilma_says_that_it_is_so(wilma: Page, clean: Clean) -> None:
    """Nobody but Wilma says it of Wilma: before that nobody marks it as told (R2)."""
    clean(wilma)
    wilma.get_by_role("link", name="Zeg of het klopt").click()
    expect(wilma.get_by_text("Lotte schreef op")).to_be_visible()
    clean(wilma)
    wilma.get_by_role("button", name="Ja, ik stop").click()
    expect(wilma.get_by_text("Het staat klaar voor de begeleiding.")).to_be_visible()


def lotte_told_her(lotte: Page, clean: Clean) -> None:
    lotte.get_by_role("link", name="Het is verteld").click()
    lotte.get_by_label("Wanneer is het verteld?").fill((clock.today() - timedelta(weeks=2)).isoformat())
    lotte.get_by_label("Door wie?").fill("Lotte")
    lotte.get_by_label("Wat zei het kind, in eigen woorden?").fill(HERS)
    lotte.get_by_role("checkbox", name="oma Rita").check()
    clean(lotte)
    lotte.get_by_role("button", name="Bewaar").click()


def rita_is_asked_first(lotte: Page, noor: Page, clean: Clean) -> None:
    """Nobody stands at Noor as there for her before she was asked and said yes."""
    noor.reload()
    expect(noor.get_by_text(HERS)).to_be_visible()
    expect(noor.get_by_text("oma Rita: dat wordt nog gevraagd.")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("button", name="oma Rita zei ja").click()
    expect(lotte.get_by_role("button", name="oma Rita zei ja")).to_have_count(0)


def test_a_person_tells_noor_and_somebody_looks_after_it(visit: Visit, clean: Clean) -> None:
    lotte, noor = visit("lotte", width=390), visit("noor", width=390)
    the_page(lotte, "lotte")
    lotte_prepares(lotte, clean)
    the_page(noor, "noor")
    expect(noor.get_by_text("Hier staat nog niets")).to_be_visible()  # from a person, never from a page (R15)
    expect(lotte.get_by_role("link", name="Het is verteld")).to_have_count(0)  # Wilma is asked first (R2)
    wilma_says_that_it_is_so(visit("wilma", width=390), clean)
    lotte.reload()
    lotte_told_her(lotte, clean)
    rita_is_asked_first(lotte, noor, clean)
    noor.reload()
    expect(noor.get_by_role("heading", name="Hier kan je nu terecht")).to_be_visible()
    expect(noor.get_by_text("oma Rita", exact=True)).to_be_visible()
    clean(noor)
    noor.goto(noor.url.replace("/stays/", "/beside/"))
    expect(noor.get_by_text("Wilma zei dat het stopt")).to_be_visible()  # and she stands beside Noor no more
    expect(noor.get_by_role("button", name="Ik kies toch anders: Wilma")).to_have_count(0)
    lotte.get_by_label("Hoe gaat het nu met Noor?").fill("Ze kookte met oma.")
    lotte.get_by_role("button", name="Bewaar").click()
    expect(lotte.get_by_text("Ze kookte met oma.")).to_be_visible()
    expect(lotte.get_by_text("vraagt Kring hoe het gaat")).to_be_visible()  # the look after six weeks
    clean(lotte)
