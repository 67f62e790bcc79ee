"""No place closes over news that nobody told Noor; after the help she still reads who told what, and the farewell."""

from html import unescape
from uuid import UUID

import pytest

from kring.endings.acts import closing as ending
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_going import close, is_closed
from tests.rooms.test_told_first import herself, stops, told, wilma  # noqa: F401  # a fixture

NOT_YET = "Deze plek sluit nog niet"
WENT = "Wie stopte, en wie vertelde het mij?"


def last(family: Family) -> str:
    return unescape(family.page("endings:close", seen_by="lotte"))


def farewell(family: Family) -> str:
    page = family.browser("noor").get(family.url("endings:endings"))
    return unescape(page.content.decode()) if page.status_code == 200 else ""


@pytest.mark.usefixtures("wilma")
def test_over_the_own_stop_of_wilma_nothing_closes_before_noor_was_told(family: Family) -> None:
    assert NOT_YET not in last(family)
    assert herself(family).status_code == 302
    page = last(family)
    assert NOT_YET in page
    assert "Sluit deze plek" not in page
    assert family.url("endings:endings") in page
    close(family)
    assert not is_closed(family)
    told(family)
    assert NOT_YET not in last(family)
    close(family)
    assert is_closed(family)


@pytest.mark.usefixtures("wilma")
def test_the_act_refuses_it_too(family: Family) -> None:
    herself(family)
    door = family.door("lotte", Section.RIGHTS)
    day = ending.Last(day=clock.today(), told_on=clock.today(), told_by="Lotte")
    with pytest.raises(ending.NewsError):
        ending.close(door, day, once=uuid7())
    assert not is_closed(family)


def test_what_a_worker_wrote_and_wilma_did_not_answer_holds_no_place_open(family: Family, wilma: UUID) -> None:  # noqa: F811
    """Nothing is to be told of it yet, and nobody could ever close."""
    stops(family, wilma)
    assert NOT_YET not in last(family)
    close(family)
    assert is_closed(family)


@pytest.mark.usefixtures("wilma")
def test_after_the_help_noor_reads_who_told_it_and_how_they_say_goodbye(family: Family) -> None:
    herself(family)
    told(family)
    assert "Verteld door Lotte" in farewell(family)
    close(family)
    assert WENT in unescape(family.page("portals:child", seen_by="noor"))
    page = farewell(family)
    assert "Wilma" in page
    assert "Verteld door Lotte" in page
    assert "Ik wil iets zeggen" not in page.split("<main")[1]
    assert "Jammer." in page


@pytest.mark.parametrize("who", ["wilma", "ann", "bram", "hilde", "karim", "lotte"])
@pytest.mark.usefixtures("wilma")
def test_nobody_beside_her_reads_that_after_the_help(family: Family, who: str) -> None:
    herself(family)
    told(family)
    close(family)
    assert family.browser("noor").get(family.url("endings:endings")).status_code == 200
    assert family.browser(who).get(family.url("endings:endings")).status_code == 404
