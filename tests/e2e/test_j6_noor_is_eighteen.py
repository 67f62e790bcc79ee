"""J6, the second half: Noor turns 18.  What Ann read falls by itself, Wilma stays, and Noor takes it over."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visit, manage

Clean = Callable[[Page], None]

HERS = "Op school gaat het beter."
EIGHTEEN = """
from datetime import timedelta
from kring.access.models import Say
from kring.access.scope import all_children
from kring.dossier.models import Dossier
from kring.kit import clock
day = clock.today()
with all_children():  # all that was said, was said some weeks before her birthday
    Say.objects.update(from_on=day - timedelta(weeks=4))
for one in Dossier.objects.all():
    if one.call_name == "Noor":
        one.born_on = f"{day.year - 18}-{day:%m}-{min(day.day, 28):02}"
        one.save(update_fields=["born_on"])
"""


def lets_know(noor: Page, who: str, called: str) -> None:
    """Noor says yes about school; of somebody not pointed out yet she says first who it is in her circle."""
    noor.goto(place(noor, "known"))
    noor.get_by_role("link", name=re.compile(f"^{who}")).click()
    who_is = noor.get_by_role("heading", name=f"Wie is {who} in je kring?")
    expect(who_is.or_(noor.get_by_role("heading", name=f"Wat mag {who} weten?"))).to_be_visible()
    if who_is.count():
        noor.get_by_role("radio", name=called, exact=True).check()
        noor.get_by_role("button", name="Dat is het").click()
    noor.locator(".topics").get_by_role("link", name="school", exact=True).click()
    noor.locator(".answer label", has_text="Ja").click()
    noor.get_by_role("button", name="Bewaar").click()
    expect(noor.get_by_text("Bewaard.")).to_be_visible()


def place(noor: Page, page: str) -> str:
    """The address of a page of Noor's place."""
    return re.sub(r"(/d/[^/]+/).*", rf"\1{page}/", noor.url)


def falls_and_stays(ann: Page, wilma: Page, home: str, clean: Clean) -> None:
    """On the page that each had open, at the next request; and at home in a calm sentence."""
    for page, still in ((ann, 0), (wilma, 1)):
        page.reload()
        expect(page.get_by_text(HERS)).to_have_count(still)
        page.goto(home)
    expect(ann.get_by_text("Noor is volwassen")).to_be_visible()
    expect(ann.get_by_role("link", name="Zeg het")).to_be_visible()
    expect(wilma.get_by_text("stopt niet op een verjaardag")).to_be_visible()
    for page in (ann, wilma):
        clean(page)


def takes_it_over(noor: Page, clean: Clean) -> None:
    """Who reads what now; not yet; and then yes."""
    noor.goto("/today/")
    noor.get_by_role("link", name="Wat is van mij?").click()
    expect(noor.get_by_role("heading", name="Neem je dit over?")).to_be_visible()
    expect(noor.get_by_role("link", name=re.compile("^Wilma.*Mag weten:", re.DOTALL))).to_be_visible()
    expect(noor.get_by_role("link", name=re.compile("^mama.*Dat is dicht sinds je 18de", re.DOTALL))).to_be_visible()
    clean(noor)
    noor.get_by_role("button", name="Nog niet").click()
    expect(noor.get_by_text("zei je: nog niet")).to_be_visible()
    noor.get_by_role("button", name="Ja, ik neem het over").click()
    expect(noor.get_by_role("heading", name="Dit is van jou")).to_be_visible()
    clean(noor)


@pytest.mark.parametrize("width", [390, 1280])
def test_ann_reads_no_more_wilma_stays_and_noor_takes_it_over(
    server: Server, visit: Visit, clean: Clean, width: int
) -> None:
    noor, ann, wilma, lotte = (visit(who, width=width) for who in ("noor", "ann", "wilma", "lotte"))
    home = place(noor, "home")
    for who, called in (("Ann", "mama"), ("Wilma", "Wilma")):
        lets_know(noor, who, called)
    lotte.goto(place(noor, "known"))  # who mama is, Noor said; her yes begins once Lotte looked
    lotte.get_by_role("button", name="Ja, dat klopt").click()
    expect(lotte.get_by_text("Goed. Dat staat er nu.")).to_be_visible()
    for page in (ann, wilma):
        page.goto(home)
        page.get_by_role("link", name="Notities").click()
        expect(page.get_by_text(HERS)).to_be_visible()

    manage(server.data, EIGHTEEN)  # the morning of her birthday
    falls_and_stays(ann, wilma, home, clean)
    takes_it_over(noor, clean)
    lotte.goto(place(noor, "yours"))
    expect(lotte.get_by_text("Noor nam het zelf over")).to_be_visible()
    expect(lotte.get_by_role("button", name="Schrijf het op")).to_have_count(0)
    clean(lotte)
