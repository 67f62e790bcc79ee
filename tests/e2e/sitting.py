"""What the journeys of the who-session have in common: beginning one, typing a name, seeing who stands where."""

import re

from playwright.sync_api import Locator, Page, expect


def dossier(page: Page, name: str = "Noor") -> str:
    """The address of a child's place, in the list of its worker."""
    page.goto("/children/")
    link = page.locator("a[href^='/d/']", has_text=name).first
    return re.search(r"/d/[0-9a-f-]+/", link.get_attribute("href") or "")[0]  # type: ignore[index]


def begin(page: Page, *, age: str = "12 tot 15 jaar", how: str = "Rustig, met vragen", scripts: bool = True) -> str:
    """From the first page to the first question."""
    place = dossier(page)
    page.goto(f"{place}session/")
    page.get_by_label(how).check()
    page.get_by_label(age).check()
    page.get_by_role("button", name="We beginnen").click()
    if scripts:
        ready(page)
    return place


def ready(page: Page) -> None:
    """All scripts of the page are at work: they come when a hand does."""
    board = page.locator(":is(kring-board, kring-crisis)")
    expect(board).to_have_count(1)
    board.dispatch_event("pointerover")
    parts = ":is(kring-board, kring-crisis, kring-circle)"
    expect(page.locator(f"{parts}:not(:defined)")).to_have_count(0)
    page.wait_for_load_state("networkidle")


def line(page: Page) -> Locator:
    return page.get_by_label("Typ een naam en druk op Enter")


def type_name(page: Page, text: str) -> None:
    line(page).press_sequentially(text)
    page.keyboard.press("Enter")


def in_circle(page: Page, name: str) -> Locator:
    """Someone in the drawing that is shown."""
    return page.locator(f".person[aria-label^='{name}']:visible")


def chip(page: Page, name: str) -> Locator:
    return page.locator("[data-part=tray]").get_by_role("button", name=re.compile(f"^{name}"))


def at(page: Page, name: str, ring: int, domain: str) -> None:
    """Someone stands in that cell."""
    shown = page.locator(f".person[data-ring='{ring}'][data-domain='{domain}'][aria-label^='{name}']:visible")
    expect(shown).to_be_visible(timeout=15_000)


def saved(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="Alles is bewaard")).to_be_visible(timeout=20_000)
