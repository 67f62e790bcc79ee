"""Sem, nine, alone on a phone: he points out who Ann is, lets her know something for a week, and says no to Lotte."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]


def to_who_may_know(page: Page) -> None:
    """From his first page, by one tap."""
    page.goto("/")
    page.get_by_role("link", name="Wie mag wat weten?").tap()
    expect(page.get_by_role("heading", name="Wie mag wat weten?")).to_be_visible()


def test_sem_says_who_ann_is_lets_her_know_for_a_week_and_stops_it(visit: Visit, clean: Clean) -> None:
    page = visit("sem", width=390, touch=True)
    to_who_may_know(page)
    clean(page)
    page.get_by_role("link", name=re.compile("^Ann")).tap()
    expect(page.get_by_role("heading", name="Wie is Ann in jouw kring?")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="mama").tap()
    expect(page.get_by_role("heading", name="Wat mag mama weten?")).to_be_visible()
    expect(page.get_by_text("Jij zei: Ann is mama")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="school", exact=True).tap()
    expect(page.get_by_role("heading", name="Mag mama iets weten over school?")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Ja, één week").tap()
    expect(page.get_by_text("Je begeleider kijkt nog na wie mama is. Daarna begint het.")).to_be_visible()
    expect(page.get_by_text("Dit mag straks", exact=True)).to_be_visible()
    expect(page.get_by_text("tot en met")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Stop.*school")).tap()
    expect(page.get_by_role("heading", name="Mag mama dit niet meer weten?")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Ja, stop dit").tap()
    expect(page.get_by_text("Jij zei nog nergens ja tegen mama.")).to_be_visible()
    clean(page)


def test_sem_says_no_to_lotte_and_takes_it_back_with_his_own_way_in(visit: Visit, clean: Clean) -> None:
    page = visit("sem", width=390, touch=True)
    to_who_may_know(page)
    page.get_by_role("link", name="Wat mag Lotte niet weten?").tap()
    expect(page.get_by_role("heading", name="Wie is Lotte in jouw kring?")).to_be_visible()
    page.get_by_role("button", name="Staat er nog niet in").tap()
    page.get_by_role("link", name="thuis en waar ik woon", exact=True).tap()
    page.get_by_role("button", name="Nee", exact=True).tap()
    expect(page.get_by_text("Dit mag niet, of nog niet")).to_be_visible()
    clean(page)
    page.get_by_role("link", name=re.compile("^Haal weg.*thuis")).tap()
    page.get_by_role("button", name="Ja, haal weg").tap()
    expect(page.get_by_text("Dit mag niet, of nog niet")).to_have_count(0)


def test_sem_reads_from_his_first_page_what_stands_there_about_him(visit: Visit, clean: Clean) -> None:
    page = visit("sem", width=390, touch=True)
    page.goto("/")
    clean(page)
    page.get_by_role("link", name="Wat staat er over mij?").tap()
    expect(page.get_by_text("Ik wil dat Rex mee mag.")).to_be_visible()
