"""Lotte finds back the places that closed, and on whom who stands beside the child falls back since (C139, C199)."""

import re
from datetime import timedelta

import pytest

from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.endings import shut
from kring.kit import clock
from kring.people.models import Organisation, Post
from tests.family import Family
from tests.rooms.test_going import close

MINE, TEAM = "/children/closed/", "/handing/closed/"
EMPTY = "Geen enkele plek is gesloten"


def reads(family: Family, who: str = "lotte", where: str = MINE, **sent: str) -> str:
    browser = family.browser(who)
    return (browser.post(where, sent) if sent else browser.get(where)).content.decode()


@pytest.fixture
def house(family: Family) -> Organisation:
    Organisation.objects.update(
        lasting="Greet blijft een jaar bereikbaar.", contact=family.person("greet"), contact_phone="0470 11 22 33"
    )
    return Organisation.objects.get(contact=family.person("greet"))


@pytest.mark.parametrize(("who", "where"), [("lotte", MINE), ("hilde", TEAM)])
def test_before_anything_closed_it_says_so_and_who_can_be_called(
    family: Family, house: Organisation, who: str, where: str
) -> None:
    seen = reads(family, who, where)
    assert EMPTY in seen
    assert "Greet blijft een jaar bereikbaar." in seen
    assert 'href="tel:0470112233"' in seen


@pytest.mark.parametrize(("who", "where"), [("lotte", MINE), ("hilde", TEAM)])
def test_a_place_that_closed_stands_there_by_name_and_day(family: Family, who: str, where: str) -> None:
    close(family)
    seen = reads(family, who, where)
    assert "Noor" in seen
    assert "De hulp stopte op" in seen
    assert ("Weer openen" in seen) is (who == "hilde")
    assert (family.url("endings:close") in seen) is (who == "lotte")
    assert "Noor" in reads(family, who, where, q="nóo")
    assert "Niemand met deze naam" in reads(family, who, where, q="Zita")
    assert "/children/closed/" in reads(family, "lotte", "/children/")


@pytest.mark.parametrize("who", ["an", "greet", "bram", "mo", "saar", "hilde"])
def test_of_a_place_of_others_no_name_stands_there(family: Family, who: str) -> None:
    close(family)
    assert "Noor" in reads(family)
    assert "Noor" not in reads(family, who)


@pytest.mark.parametrize("who", ["noor", "ann", "wilma"])
def test_to_who_does_not_work_here_there_is_no_such_page(family: Family, who: str) -> None:
    close(family)
    assert family.browser(who).get(MINE).status_code == 404


def test_a_page_holds_fifty_and_the_log_has_the_list_of_whom_it_showed(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shut, "A_PAGE", 1)
    close(family)
    today = clock.today()
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=today - timedelta(days=1))
    first = reads(family)
    assert ("Noor" in first, "Sem" in first) == (True, False)
    assert "Blad 1 van 2" in first
    second = family.browser("lotte").get(MINE, {"page": "2"}).content.decode()
    assert ("Noor" in second, "Sem" in second) == (False, True)
    assert family.log(Event.DESK_VISITED) == 2, "each page names one child"


def test_a_gap_is_said_and_no_number_of_who_left_stands_there(family: Family, house: Organisation) -> None:
    Organisation.objects.filter(pk=house.pk).update(contact=None, deputy=None)
    seen = reads(family)
    assert "Niemand om te bellen" in seen
    assert "0470" not in seen


def test_who_goes_next_week_is_called_until_the_last_day_and_who_left_is_not(
    family: Family, house: Organisation
) -> None:
    greet = Post.objects.filter(person=family.person("greet"))
    greet.update(from_on=clock.today() - timedelta(days=90), until_on=clock.today() + timedelta(days=7))
    assert 'href="tel:0470112233"' in reads(family)
    greet.update(until_on=clock.today() - timedelta(days=1))
    assert "0470112233" not in reads(family)


def test_in_a_closed_place_her_page_of_the_child_offers_nothing_that_is_not_there(family: Family) -> None:
    def dead() -> list[str]:
        page = family.page("portals:child", seen_by="lotte")
        there = set(re.findall(r'href="(/d/[^"#]*)"', page))
        return sorted(one for one in there if family.browser("lotte").get(one).status_code == 404)

    assert dead() == []
    session = family.url("circle:session")
    assert session in family.page("portals:child", seen_by="lotte")
    close(family)
    assert dead() == []
    assert session not in family.page("portals:child", seen_by="lotte")
