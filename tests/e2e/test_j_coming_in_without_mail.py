"""Noor comes in with a card on her phone, chooses a PIN and comes back with it; Sem by pictures on the tablet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, Visit
from tests.e2e.sitting import dossier

PIN, BIRTHDAY = "738261", "140711"
ROW = ("maan", "auto", "huis", "appel")


@pytest.fixture
def at(clean: Callable[[Page], None]) -> Callable[[Page, str], None]:
    """The page with this heading stands there, and axe finds nothing on it."""

    def look(page: Page, heading: str) -> None:
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        clean(page)

    return look


def code_of(lotte: Page, at: Callable[[Page, str], None]) -> str:
    """Lotte makes a card for Noor."""
    lotte.goto(f"{dossier(lotte)}ways/own/")
    at(lotte, "Zelf binnenkomen")
    lotte.get_by_role("button", name="Maak een kaartje").click()
    at(lotte, "Het kaartje is klaar")
    return lotte.locator("main .code.groups").inner_text()


def choose(phone: Page, pin: str) -> None:
    """Six digits, and the same again."""
    for field in ("Zes cijfers", "Nog eens dezelfde"):
        phone.get_by_role("textbox", name=field).fill(pin)
    phone.get_by_role("button", name="Dit worden ze").tap()


def test_noor_comes_in_with_a_card_and_later_with_her_pin(
    visit: Visit, server: Server, browser: Browser, at: Callable[[Page, str], None]
) -> None:
    code = code_of(visit("lotte"), at)
    screen = {"width": 390, "height": 844}
    phone = browser.new_context(base_url=server.address, viewport=screen, has_touch=True, locale="nl-BE").new_page()
    phone.goto("/")
    phone.get_by_role("link", name="Kom binnen").tap()
    at(phone, "Hoe kom je binnen?")
    phone.get_by_role("link", name="Ik heb een kaartje").tap()
    at(phone, "Ik heb een kaartje")
    phone.get_by_label("De code op je kaartje").fill(code.lower())
    phone.get_by_role("button", name="Verder").tap()
    at(phone, "Kies zes cijfers")
    choose(phone, BIRTHDAY)
    expect(phone.get_by_text("Deze cijfers raadt iemand snel").first).to_be_visible()
    choose(phone, PIN)
    at(phone, "Is dit jouw eigen gsm?")
    phone.get_by_role("button", name="Ja, onthoud dit toestel").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()
    expect(phone.get_by_role("link", name="Mijn kring")).to_be_visible()
    assert phone.title() == "Kring"


def test_on_her_own_phone_her_pin_is_enough(
    visit: Visit, server: Server, browser: Browser, at: Callable[[Page, str], None]
) -> None:
    code = code_of(visit("lotte"), at)
    screen = {"width": 390, "height": 844}
    phone = browser.new_context(base_url=server.address, viewport=screen, has_touch=True, locale="nl-BE").new_page()
    phone.goto("/in/card/")
    phone.get_by_label("De code op je kaartje").fill(code)
    phone.get_by_role("button", name="Verder").tap()
    choose(phone, PIN)
    phone.get_by_role("button", name="Ja, onthoud dit toestel").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()
    phone.context.clear_cookies(name="kring")
    phone.goto("/in/")
    phone.get_by_role("link", name="Dit is mijn eigen gsm").tap()
    at(phone, "Typ je zes cijfers")
    phone.get_by_role("textbox", name="Je zes cijfers").fill(PIN)
    phone.get_by_role("button", name="Kom binnen").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()


def tap(page: Page, word: str) -> None:
    """One picture; the page that comes after it stands there."""
    with page.expect_navigation():
        page.get_by_role("button", name=word, exact=True).tap()


def test_sem_comes_in_by_pictures_on_the_tablet_of_the_house(visit: Visit, at: Callable[[Page, str], None]) -> None:
    tablet = visit("lotte", width=820, touch=True)
    tablet.goto("/house/devices/")
    tablet.get_by_label("Hoe noem je dit toestel?").fill("de tablet in de living")
    tablet.get_by_role("button", name="Ja, voeg dit toestel toe").tap()
    at(tablet, "de tablet in de living")
    tablet.goto(f"{dossier(tablet, 'Sem')}ways/own/")
    tablet.get_by_role("link", name="Kies samen prenten").tap()
    at(tablet, "Kies een dier. Dat ben jij.")
    tap(tablet, "vos")
    for _ in ("once", "again"):
        for word in ROW:
            tap(tablet, word)
    at(tablet, "Klaar. Zo kom jij binnen.")
    tablet.context.clear_cookies(name="kring")
    tablet.goto("/in/")
    tablet.get_by_role("link", name="Met mijn prenten").tap()
    at(tablet, "Welk dier ben jij?")
    tap(tablet, "vos")
    for word in reversed(ROW):
        tap(tablet, word)
    at(tablet, "Dat was het nog niet. Probeer nog eens.")
    tablet.go_back()
    at(tablet, "Welk dier ben jij?")  # and no question of the browser to send something once more
    tap(tablet, "vos")
    for word in ROW:
        tap(tablet, word)
    at(tablet, "Dag Sem")
