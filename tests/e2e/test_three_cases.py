"""The three cases of the seed reports, entered by hand as a new user would, printed, and read back."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.printed import printed


@dataclass(frozen=True, slots=True)
class Case:
    """Who is named in the session, who is chosen to stand beside the child, and in which words."""

    child: str
    people: tuple[str, ...]
    beside: str
    meaning: str
    words: str


CASES = {
    # C99-C106: the middle daughter of a new family in the street asks the neighbour; trial of three months, Wednesdays
    "the neighbour who became JIM": Case(
        "Sara",
        ("buurvrouw Wilma", "mama", "papa", "zus Lien"),
        "buurvrouw Wilma",
        "JIM",
        "elke woensdag eten bij Wilma",
    ),
    # B32: it seemed that nobody was there, until the church community came into view
    "the church community": Case(
        "Grace",
        ("pastor Johan", "zuster Maria van het koor", "mevrouw Adu van de kerk"),
        "pastor Johan",
        "Iemand voor mij",
        "hij kwam altijd langs",
    ),
    # A101: a network that seems very small; somebody of the past is somebody too
    "the network that seems very small": Case(
        "Jef",
        ("vroeger pleegmama Rosa",),
        "vroeger pleegmama Rosa",
        "Vertrouwenspersoon in de jeugdhulp",
        "zij weet alles van mij",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_by_hand_on_paper_and_back(case: Case, visit: Visit, clean: Callable[[Page], None]) -> None:
    page = visit("lotte")
    make_a_place(page, case)
    name_everyone(page, case)
    choose(page, case)
    clean(page)
    paper = on_paper(page)
    for name in (case.child, *(word for one in case.people for word in one.split()[-1:])):
        assert name in paper
    for never in ("geen netwerk", "te klein"):
        assert never not in page.content().lower()


def make_a_place(page: Page, case: Case) -> None:
    page.get_by_role("link", name="Nieuw kind").click()
    page.get_by_label("Roepnaam").fill(case.child)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(case.child)


def name_everyone(page: Page, case: Case) -> None:
    page.get_by_role("link", name="Samen kijken wie er is").first.click()
    page.get_by_role("button", name="We beginnen").click()
    line = page.get_by_label("Typ een naam en druk op Enter")
    for one in case.people:
        line.fill(one)
        line.press("Enter")
        expect(page.locator("[data-part=tray]")).to_contain_text(one)
        line.press("Enter")  # takes over the place that was proposed
        expect(page.get_by_role("button", name=f"{one}, ").first).to_be_visible()
    page.get_by_role("button", name=re.compile("stoppen")).first.click()
    expect(page.get_by_role("heading", name="Voor vandaag is het goed")).to_be_visible()
    expect(page.get_by_role("heading", name="Waar kunnen we nog kijken?")).to_be_visible()


def choose(page: Page, case: Case) -> None:
    page.get_by_role("link", name="Iemand kiezen die naast jou staat").click()
    page.get_by_role("radio", name=case.beside, exact=True).check()
    page.get_by_role("radio", name=re.compile(case.meaning)).check()
    page.get_by_label("In je eigen woorden").fill(case.words)
    page.get_by_role("button", name="Zet het erbij").click()
    expect(page.get_by_text(case.words).first).to_be_visible()
    expect(page.get_by_text(case.beside).first).to_be_visible()


def on_paper(page: Page) -> str:
    """The words on the sheet, as another program reads them."""
    dossier = re.search(r"/d/([0-9a-f-]+)/", page.url)
    assert dossier
    sheet = page.request.get(f"/d/{dossier[1]}/circle/picture.pdf?who=here&names=full")
    assert sheet.headers["content-type"] == "application/pdf"
    return printed(sheet.body())
