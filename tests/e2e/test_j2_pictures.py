"""J2: Sem, nine, points at pictures, also at who may come along when we talk about him; it is kept as pointed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]


def pictures(page: Page) -> None:
    """From where one comes in to the pictures of Sem."""
    page.goto("/")
    link = page.get_by_role("link", name=re.compile("prenten|Wie is er voor mij", re.IGNORECASE))
    if not link.count():
        page.get_by_role("link", name=re.compile("Sem")).first.click()
        page.goto(re.sub(r"(.*/d/[^/]+/).*", r"\1wish/", page.url))
    link.first.click()


def point(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=name).check(force=True)
    page.get_by_role("button", name="Verder").click()


@pytest.mark.parametrize(("who", "width"), [("sem", 390), ("lotte", 1024)])
def test_sem_points_and_that_counts(visit: Visit, clean: Clean, who: str, width: int) -> None:
    page = visit(who, width=width, touch=True)
    pictures(page)
    expect(page.get_by_role("heading", name="Wie maakt mij blij?")).to_be_visible()
    assert page.get_by_role("checkbox").count() <= 6
    clean(page)
    point(page, "oma Rita", "hond Rex")
    expect(page.get_by_role("heading", name="Wie zorgt goed voor mij?")).to_be_visible()
    point(page, "oma Rita")
    expect(page.get_by_role("heading", name="Wie ziet mij graag?")).to_be_visible()
    point(page)
    expect(page.get_by_role("heading", name="Mag oma Rita meekomen als we over jou praten?")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Ja").click()
    expect(page.get_by_role("heading", name="Jij koos deze mensen.")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Klaar").click()
    expect(page.get_by_text("oma Rita").first).to_be_visible()
    page.goto(page.url.rstrip("/") + "/beside/")
    expect(page.get_by_text("aangewezen op een prent").first).to_be_visible()
    expect(page.get_by_text("Mag oma Rita meekomen als we over jou praten?").first).to_be_visible()
    clean(page)


def test_going_back_keeps_what_was_pointed_at(visit: Visit) -> None:
    page = visit("sem", width=390)
    pictures(page)
    point(page, "hond Rex")
    page.get_by_role("button", name="Terug").click()
    expect(page.get_by_role("checkbox", name="hond Rex")).to_be_checked()


def test_saying_no_or_not_yet_is_an_answer_too(visit: Visit) -> None:
    page = visit("sem", width=390)
    pictures(page)
    point(page, "oma Rita", "juf Els")
    point(page)
    point(page)
    page.get_by_role("link", name="Nog niet").click()
    page.get_by_role("link", name="Nee").click()
    expect(page.get_by_role("link", name="Klaar")).to_be_visible()


def test_without_scripts_pointing_works_as_well(visit: Visit) -> None:
    page = visit("lotte", width=390, scripts=False)
    pictures(page)
    point(page, "oma Rita")
    point(page)
    point(page)
    page.get_by_role("button", name="Ja").click()
    expect(page.get_by_role("heading", name="Jij koos deze mensen.")).to_be_visible()


def test_somebody_who_is_not_in_the_pictures_is_added_with_a_name(visit: Visit) -> None:
    page = visit("lotte", width=390)
    pictures(page)
    page.get_by_role("link", name="Er ontbreekt iemand").click()
    page.get_by_label("Hoe heet die persoon?").fill("nonkel Jan")
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.get_by_role("checkbox", name="nonkel Jan")).to_be_visible()
