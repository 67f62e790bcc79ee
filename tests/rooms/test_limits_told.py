"""That something is limited: Noor reads it on her first page, and who leads the team sees a number (brief 1.3, R15)."""

from datetime import date

import pytest
from django.urls import reverse

from kring.access.asking import everything
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Section
from kring.law.time import months_later
from kring.rights.models import Limit
from tests.family import Family
from tests.rooms.test_decided import limit
from tests.rooms.test_serving import all_seen, serve

ON_HER_PAGE = "mag pastor Johan iets niet"


@pytest.fixture
def limited(family: Family) -> Family:
    """Johan serves; Lotte told Noor, and limited something for a week."""
    all_seen(family)
    serve(family)
    assert limit(family).status_code == 302
    return family


def lead(family: Family, who: str = "hilde") -> str:
    return family.browser(who).get(reverse("portals:lead")).content.decode()


def test_noor_reads_it_on_her_first_page_with_the_way_to_the_judge(limited: Family) -> None:
    page = limited.page("portals:child", seen_by="noor")
    for words in (ON_HER_PAGE, "jeugdrechter", "blijft jouw keuze", limited.url("rights:decided")):
        assert words in page
    assert "geweld aan de poort" not in page


def test_before_anybody_told_her_there_is_none_and_her_page_is_silent(family: Family) -> None:
    all_seen(family)
    serve(family)
    assert limit(family, knows="").status_code == 200
    assert "iets niet" not in family.page("portals:child", seen_by="noor")


def test_who_leads_the_team_sees_a_number_and_nothing_of_it(limited: Family) -> None:
    page = lead(limited)
    assert "Bij 1 kind is nu iets beperkt" in page
    for hidden in (">Noor<", "Noor ", "Johan", "geweld aan de poort", "komt deze week niet mee"):
        assert hidden not in page
    assert limited.browser("hilde").get(limited.url("rights:decided")).status_code == 404


@pytest.mark.parametrize("over", ["ended today", "its last day is past"])
def test_what_is_over_stands_on_neither_page(limited: Family, over: str) -> None:
    rows = limited.door("lotte", Section.DECIDED).within(Limit.objects.all())
    for row in rows:
        row.ended_on = clock.today() if over == "ended today" else None
        row.from_on, row.until_on = (
            (date(2020, 1, 1), date(2020, 1, 8)) if row.ended_on is None else (row.from_on, row.until_on)
        )
        with everything():
            row.save(update_fields=["ended_on", "from_on", "until_on"])
    assert ON_HER_PAGE not in limited.page("portals:child", seen_by="noor")
    assert "iets beperkt" not in lead(limited)


@pytest.mark.parametrize("who", ["wilma", "lotte", "bram"])
def test_on_the_pages_of_others_nothing_of_it_is_said_there(limited: Family, who: str) -> None:
    assert ON_HER_PAGE not in limited.browser(who).get(limited.url("portals:child")).content.decode()


def test_a_child_of_nine_reads_it_in_few_words(limited: Family) -> None:
    born = months_later(clock.today(), -12 * 9).isoformat()
    Dossier.objects.filter(pk=limited.noor.dossier).update(born_on=born)
    page = limited.page("portals:child", seen_by="noor")
    assert ON_HER_PAGE in page
    assert limited.url("rights:say") in page
