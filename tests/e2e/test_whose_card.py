"""Lotte prints another card and somebody uses it: Noor reads of it on her own phone, and puts them out in two taps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, Visit
from tests.e2e.sitting import dossier

PIN, OTHER = "738261", "604917"
SCREEN = {"width": 390, "height": 844}
Opens = Callable[[], Page]


@pytest.fixture
def another(browser: Browser, server: Server) -> Opens:
    """One more phone, on which nobody came in yet."""

    def open_it() -> Page:
        made = browser.new_context(base_url=server.address, viewport=SCREEN, has_touch=True, locale="nl-BE")
        return made.new_page()

    return open_it


def card(lotte: Page, *, anew: bool = False) -> str:
    lotte.goto(f"{dossier(lotte)}ways/own/")
    if anew:
        lotte.get_by_label("Pincode vergeten").check()
    lotte.get_by_role("button", name="Maak een kaartje").click()
    return lotte.locator("main .code.groups").inner_text()


def come_in(phone: Page, code: str, pin: str, *, own: bool) -> None:
    phone.goto("/in/card/")
    phone.get_by_label("De code op je kaartje").fill(code)
    phone.get_by_role("button", name="Verder").tap()
    for field in ("Zes cijfers", "Nog eens dezelfde"):
        phone.get_by_role("textbox", name=field).fill(pin)
    phone.get_by_role("button", name="Dit worden ze").tap()
    phone.get_by_role("button", name="Ja, onthoud dit toestel" if own else "Nee").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()


def test_noor_reads_that_a_card_was_used_and_puts_them_out(
    visit: Visit, another: Opens, clean: Callable[[Page], None]
) -> None:
    lotte, phone, thief = visit("lotte"), another(), another()
    come_in(phone, card(lotte), PIN, own=True)
    come_in(thief, card(lotte, anew=True), OTHER, own=False)
    clean(lotte)
    expect(thief.get_by_text("We weten nog niet zeker dat jij het bent.")).to_be_visible()
    clean(thief)

    phone.goto("/in/own/")  # the first card ended when the second was made; her own digits still open her own phone
    phone.get_by_role("textbox", name="Je zes cijfers").fill(PIN)
    phone.get_by_role("button", name="Kom binnen").tap()
    told = phone.locator(".notice", has_text="Wie het gebruikte, koos nieuwe cijfers.")
    expect(told).to_be_visible()
    clean(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]
    told.get_by_role("link", name="Was jij dat niet?").tap()
    expect(phone.get_by_role("heading", name="Was jij dat niet?")).to_be_visible()
    clean(phone)
    phone.get_by_role("button", name="Dat was ik niet: stop het").tap()
    expect(phone.get_by_text("Wie ermee binnen was, is eruit.")).to_be_visible()
    thief.reload()
    expect(thief.get_by_role("heading", name="Je bent weg")).to_be_visible()
