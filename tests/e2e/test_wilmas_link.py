"""Noor gives Wilma a link, Wilma comes in on her own phone, and Noor lets her out again."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, Visit

A_PHONE = {"width": 390, "height": 844}


def given_by_noor(noor: Page) -> tuple[str, str]:
    """The link and the digits, as Noor sees them this once."""
    noor.goto(re.sub(r"(/d/[\w-]+/).*", r"\1ways/", noor.url))
    noor.get_by_role("link", name="Geef iemand een link").tap()
    noor.get_by_role("radio", name="Wilma").check()
    noor.get_by_role("button", name="Maak de link").tap()
    address = noor.get_by_label("De link", exact=True).input_value()
    return address, noor.locator(".card .code").inner_text()


def wilmas_phone(server: Server, browser: Browser) -> Page:
    """A phone of her own: touch, and small."""
    return browser.new_context(base_url=server.address, viewport=A_PHONE, has_touch=True, locale="nl-BE").new_page()


def types(wilma: Page, pin: str, *, then: str) -> None:
    """Type the digits, open, and read the first line of what comes."""
    wilma.get_by_label("De zes cijfers").fill(pin)
    wilma.get_by_role("button", name="Open").tap()
    expect(wilma.get_by_role("heading", level=1)).to_have_text(then)


def lets_out(noor: Page, clean: Callable[[Page], None]) -> None:
    """Two taps, no reason."""
    noor.get_by_role("link", name="Klaar").tap()
    expect(noor.get_by_text("al geopend")).to_be_visible()
    clean(noor)
    noor.get_by_role("link", name="Stop dit").tap()
    expect(noor.get_by_role("heading", level=1)).to_have_text("Wilma niet meer binnenlaten?")
    clean(noor)
    noor.get_by_role("button", name="Ja, stop dit").tap()
    expect(noor.get_by_text("Wilma kan dit vanaf nu niet meer openen.")).to_be_visible()


def test_wilma_comes_in_and_is_let_out(
    server: Server, browser: Browser, visit: Visit, clean: Callable[[Page], None]
) -> None:
    noor = visit("noor", width=390, touch=True)
    address, pin = given_by_noor(noor)
    clean(noor)

    wilma = wilmas_phone(server, browser)
    wilma.goto(address)
    expect(wilma).to_have_title("Kring")
    clean(wilma)
    types(wilma, pin, then="Dag Wilma")
    expect(wilma.get_by_text("Noor laat je hier binnen.")).to_be_visible()
    clean(wilma)
    wilma.get_by_role("link", name="Ga verder").tap()
    wilma.wait_for_url(re.compile("/(today|welcome|with|d)/"))

    lets_out(noor, clean)
    wilma.reload()
    wilma.wait_for_url("**/in/ended/")
    wilma.goto(address)
    types(wilma, pin, then="Deze link werkt niet meer")
    clean(wilma)
