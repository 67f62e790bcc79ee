"""J9: Hilde sees that nobody talked with Sem yet, and asks; Lotte explains it; Hilde reads nothing of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]
WORDS = "Mag oma dan mee?"


@pytest.mark.parametrize("width", [390, 1280])
def test_hilde_asks_and_lotte_explains(visit: Visit, clean: Clean, width: int) -> None:
    hilde = visit("hilde", width=width)
    hilde.goto("/")
    hilde.get_by_role("link", name=re.compile("Is het uitgelegd")).click()
    expect(hilde.get_by_text("Sem", exact=True)).to_be_visible()
    clean(hilde)
    hilde.get_by_role("button", name=re.compile("Vraag ernaar")).click()
    expect(hilde.get_by_text("De begeleider ziet het meteen.")).to_be_visible()

    lotte = visit("lotte", width=width)
    lotte.goto("/")
    lotte.get_by_role("link", name=re.compile("Bekijk")).first.click()
    expect(lotte.get_by_text("Hilde vroeg ernaar")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("link", name="Uitgelegd", exact=True).click()
    lotte.get_by_label("In de woorden van het kind").fill(WORDS)
    clean(lotte)
    lotte.get_by_role("button", name="Wil iemand, of wil samen zoeken").click()
    expect(lotte.get_by_text(WORDS)).to_be_visible()
    expect(lotte.get_by_text("Nu hoeft er niets")).to_be_visible()

    hilde.goto("/explaining/passed/")
    expect(hilde.get_by_text("Overal is al gepraat")).to_be_visible()
    assert WORDS not in hilde.content()
    clean(hilde)


@pytest.mark.parametrize("where", ["/explaining/", "/explaining/child/"])
def test_how_to_explain_reads_well(visit: Visit, clean: Clean, where: str) -> None:
    lotte = visit("lotte", width=390)
    lotte.goto(where)
    expect(lotte.locator("h1")).to_have_count(1)
    clean(lotte)


def test_noor_reads_her_right(visit: Visit, clean: Clean) -> None:
    noor = visit("noor", width=390)
    noor.goto("/")
    noor.get_by_role("link", name=re.compile("Mijn recht")).click()
    expect(noor.get_by_text("Jij kiest wie.", exact=False).first).to_be_visible()
    clean(noor)
