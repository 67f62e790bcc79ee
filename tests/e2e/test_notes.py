"""Noor writes something that Lotte does not read, and chooses who does; Lotte writes a note in two pieces."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
CLOSE = "Zondag is zwaar."


@pytest.mark.parametrize(("width", "scripts"), [(390, True), (1280, False)], ids=["phone", "without scripts"])
def test_noor_writes_and_chooses_who_may_know(visit: Visit, clean: Clean, width: int, scripts: bool) -> None:
    noor = visit("noor", width=width, scripts=scripts)
    noor.get_by_role("link", name=re.compile("Wat is er opgeschreven")).click()
    if scripts:
        clean(noor)
    noor.get_by_role("link", name="Schrijf iets op").click()
    expect(noor.get_by_text("Dit lezen straks:")).to_contain_text("jij, Lotte")
    noor.get_by_label("Wat wil je opschrijven?").fill(CLOSE)
    noor.get_by_label("Niet delen").check()
    noor.get_by_label("Wilma").check()
    noor.get_by_role("button", name="Bewaar").click()
    expect(noor.get_by_text("Dit lezen straks:")).to_contain_text("jij, Wilma")
    if scripts:
        clean(noor)
    noor.get_by_role("button", name="Bewaar").click()
    expect(noor.get_by_text(CLOSE)).to_be_visible()

    wilma, lotte = visit("wilma", width=width), visit("lotte", width=width)
    wilma.get_by_role("link", name="Notities", exact=True).click()
    expect(wilma.get_by_text(CLOSE)).to_be_visible()
    clean(wilma)
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    lotte.get_by_role("link", name="Notities").click()
    expect(lotte.get_by_role("heading", name="Notities bij Noor")).to_be_visible()
    expect(lotte.get_by_text(CLOSE)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_lotte_writes_in_two_pieces(visit: Visit, clean: Clean, width: int) -> None:
    lotte = visit("lotte", width=width)
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    lotte.get_by_role("link", name="Als het niet veilig is").click()
    clean(lotte)
    lotte.go_back()
    lotte.get_by_role("link", name="Notities").click()
    lotte.get_by_role("link", name="Schrijf iets op").click()
    clean(lotte)
    lotte.get_by_label("Wat wil je opschrijven?").fill("We gingen samen naar school.")
    lotte.get_by_role("button", name="Ander stuk").click()
    lotte.get_by_label("Het andere stuk").fill("De juf is verhuisd.")
    lotte.get_by_text("Alleen over iemand anders").nth(1).click()
    lotte.get_by_label("Of: waarom (nog) niet besproken?").fill("Dat doen we morgen.")
    lotte.get_by_role("button", name="Bewaar").click()
    expect(lotte.get_by_text("Dit lezen straks:")).to_have_count(2)
    clean(lotte)
    lotte.get_by_role("button", name="Bewaar").click()
    expect(lotte.get_by_text("De juf is verhuisd.")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("link", name="Apart bewaren").click()
    clean(lotte)
