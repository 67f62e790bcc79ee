"""The pictures of the manual, taken from the cast at two widths.

They are put in docs/manual/pictures/ when one is missing there, and all of them anew with KRING_PICTURES=1.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.sources import ROOT

PICTURES = ROOT / "docs" / "manual" / "pictures"
Visit = Callable[..., Page]
MOST = 1750
"""No picture is taller than a page of paper holds, and the folder stays light."""


@dataclass(frozen=True)
class Camera:
    """Takes pictures into a folder; those of a phone carry it in their name."""

    folder: Path
    ending: str

    def take(self, page: Page, name: str, *, whole: bool = False) -> None:
        usual = page.viewport_size
        assert usual
        if whole:  # a taller window, so that what sticks to its edge stays there
            tall = min(MOST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({**usual, "height": tall})
            page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=self.folder / f"{name}{self.ending}.png", animations="disabled")
        page.set_viewport_size(usual)


@pytest.mark.parametrize(("width", "ending"), [(1280, ""), (390, "-phone")], ids=["wide", "phone"])
def test_the_manual_shows_what_there_is(visit: Visit, tmp_path: Path, width: int, ending: str) -> None:
    camera = Camera(tmp_path, ending)
    lotte = visit("lotte", width=width)
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    noor = re.sub(r".*(/d/[^/]+/).*", r"\1", lotte.url)
    # On a phone Noor sits alone with it, and at the table Lotte sits beside her.
    _see_the_circle(visit("noor", width=width) if ending else lotte, noor, camera)
    _close_the_day(lotte, noor, camera)
    _keep(tmp_path)


def _see_the_circle(page: Page, noor: str, camera: Camera) -> None:
    page.goto(f"{noor}circle/")
    expect(page.locator("svg .person").first).to_be_attached()
    camera.take(page, "circle", whole=True)
    page.goto(f"{noor}circle/list/")
    camera.take(page, "list")
    _look_together(page, noor)
    camera.take(page, "who-session")
    _choose_karim(page, noor, camera)
    page.goto(f"{noor}wish/pictures/")
    camera.take(page, "pictures")


def _look_together(page: Page, noor: str) -> None:
    page.goto(f"{noor}session/")
    with page.expect_navigation():  # until its scripts are there: before that the line is a plain form
        page.get_by_role("button", name="We beginnen").click()
    line = page.get_by_label("Typ een naam en druk op Enter")
    line.fill("buurvrouw An")
    line.press("Enter")
    expect(page.locator(".tray .chip", has_text="An").first).to_be_visible()


def _choose_karim(page: Page, noor: str, camera: Camera) -> None:
    page.goto(f"{noor}wish/")
    page.get_by_label(re.compile("Karim")).check()
    page.get_by_label(re.compile("Vertrouwenspersoon in de jeugdhulp")).check()
    page.get_by_label("In je eigen woorden").fill("Bij Karim mag ik gewoon mezelf zijn.")
    camera.take(page, "wish", whole=True)
    page.get_by_role("button", name="Zet het erbij").click()


def _close_the_day(page: Page, noor: str, camera: Camera) -> None:
    page.goto(f"{noor}beside/")
    page.get_by_role("link", name="Wat is er nog te vragen?").click()
    page.get_by_role("button", name="Ja").first.click()
    expect(page.get_by_text("bekeken op").first).to_be_visible()
    camera.take(page, "conditions", whole=True)
    page.goto(f"{noor}day/")
    camera.take(page, "copy", whole=True)
    page.goto("/today/")
    camera.take(page, "today")


def _keep(taken: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in taken.glob("*.png"):
        kept = PICTURES / picture.name
        if os.environ.get("KRING_PICTURES") or not kept.exists():
            kept.write_bytes(picture.read_bytes())
