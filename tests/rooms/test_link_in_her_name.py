"""Who made a link that Noor did not make herself: on her page of who comes in, and on her first one until she read it.

As other things that are written in her name (R7, R9).
"""

from html import unescape

import pytest

from kring.access.acts import LetIn, end_way, let_in
from kring.access.models import Given
from kring.access.writing import ITSELF
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from tests.family import Family
from tests.links import give
from tests.rooms.small import read, where

NEWS = "Iemand gaf Wilma een link, in jouw naam"


def home(family: Family) -> str:
    return unescape(family.page("portals:child", seen_by="noor"))


def ways(family: Family, who: str = "noor") -> str:
    return unescape(family.page("rights:ways", seen_by=who))


def test_the_link_of_lotte_stands_on_her_first_page_until_she_read_it(family: Family) -> None:
    assert NEWS not in home(family)
    give(family, by="lotte", expressed="said")
    for _time in range(2):
        page = home(family)
        assert NEWS in page
        assert "Lotte maakte die link, op" in page
        assert "jij zei ja (gezegd)" in page
        assert family.url("rights:ways") in page
    assert NEWS in family.page("portals:known", seen_by="noor")
    assert NEWS not in home(family)
    assert "Lotte maakte deze link, op" in ways(family), "that stays"
    assert "Lotte maakte deze link, op" in ways(family, "lotte")


def test_of_her_own_link_nothing_is_told(family: Family) -> None:
    give(family)
    assert NEWS not in home(family)
    assert "maakte deze link" not in ways(family)
    assert "maakte deze link" not in ways(family, "lotte")


def test_a_new_link_in_place_of_her_own_is_of_who_made_it(family: Family) -> None:
    """Also where she stopped the first: her yes of before makes it not hers."""
    row = Given.objects.get(pk=give(family).given)
    end_way(family.door("noor", Section.RIGHTS), row, once=None)
    give(family, by="lotte", expressed=ITSELF)
    page = home(family)
    assert page.count(NEWS) == 1
    assert "jij zei ja" not in page
    assert "Lotte maakte deze link" in ways(family)


def test_what_she_stopped_before_she_read_it_is_no_news(family: Family) -> None:
    row = Given.objects.get(pk=give(family, by="lotte", expressed="said").given)
    end_way(family.door("noor", Section.RIGHTS), row, once=None)
    assert NEWS not in home(family)


@pytest.mark.parametrize("who", ["lotte", "ann", "karim", "rita"])
def test_nobody_else_is_told_so_on_a_home(family: Family, who: str) -> None:
    give(family, by="lotte", expressed="said")
    page = "portals:child" if who == "lotte" else "portals:home"
    assert "in jouw naam" not in family.page(page, seen_by=who)
    assert NEWS in home(family), "and who looks does not read it for her"


def test_sem_reads_it_with_pictures_and_says_it_to_somebody(family: Family) -> None:
    tante = family.member("sem_mama")
    new = LetIn(name="mama", relation=Relation.SUPPORTER, kind=WayKind.LINK, member=tante, expressed="pointed")
    let_in(family.door("lotte", Section.RIGHTS, child="sem"), new, once=None)
    page = read(family.browser("sem"), where(family, "portals:child"))
    assert "een link, in jouw naam" in page
    told = page.partition("een link, in jouw naam")[2].partition("</aside>")[0]
    assert where(family, "rights:say") in told
