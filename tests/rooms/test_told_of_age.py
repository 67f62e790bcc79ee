"""Noor becomes eighteen: Lotte tells her and her parents, and writes down who told it, when, and to whom (R15)."""

from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from bench.measured.statements import noted
from kring.access.acts import turning
from kring.access.acts.turning import Telling
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, ToldOfAge
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_of_age import is_of_age
from tests.rooms.test_statements import AT_MOST
from tests.rooms.test_taking_over import take

LONG_AGO = timedelta(days=3000)


def becomes(family: Family, *, days: int) -> date:
    """In so many days; she is here since she was a child."""
    Dossier.objects.filter(pk=family.noor.dossier).update(opened_on=clock.today() - LONG_AGO)
    return is_of_age(family, days=-days)


def tell(family: Family, *to: str, by: str = "lotte", days: int = 0, who: str = "") -> HttpResponse:
    whom = [one if one == "child" else str(family.person(one)) for one in to]
    on = (clock.today() - timedelta(days=days)).isoformat()
    sent = {"to": whom, "on": on, "by": who, "once": family.once()}
    return family.browser(by).post(family.url("moments:turning"), sent)


def today(family: Family) -> str:
    return family.browser("lotte").get("/today/?all=1").content.decode()


def test_the_line_has_the_day_and_leads_to_the_sheet(family: Family) -> None:
    day = becomes(family, days=14)
    assert f"Noor wordt 18 op {day.day} " in today(family)
    shown = family.page("moments:turning", seen_by="lotte")
    assert "Je wordt 18. Wat verandert er?" in shown
    assert "Nog niets opgeschreven." in shown


@pytest.mark.parametrize("days", [14, 0, -40])
def test_the_line_goes_by_what_is_written_down_and_not_by_the_calendar(family: Family, days: int) -> None:
    becomes(family, days=days)
    line = "vertel wat er verandert" if days > 0 else "Wie vertelde wat er verandert?"
    assert line in today(family)
    assert tell(family, "ann", "tarik").status_code == 302
    assert line in today(family)  # the parents know, and she does not
    assert tell(family, "child", who="Hilde").status_code == 302
    assert line not in today(family)
    shown = family.page("moments:turning", seen_by="lotte")
    assert "Hilde vertelde het op" in shown
    assert "aan Noor." in shown
    assert "Lotte vertelde het op" in shown
    assert "Nog niet opgeschreven voor" not in shown
    assert "vertel zelf aan Noor" not in family.page("rights:deciding", seen_by="lotte")
    assert family.log(Event.TURNING_TOLD) == 2


def test_what_was_told_half_a_year_before_stands_there_and_comes_again(family: Family) -> None:
    becomes(family, days=20)
    assert tell(family, "child", days=120).status_code == 302
    assert "Lotte vertelde het op" in family.page("moments:turning", seen_by="lotte")
    assert "vertel wat er verandert" in today(family)


def test_of_whom_it_was_not_written_down_is_named(family: Family) -> None:
    becomes(family, days=14)
    tell(family, "child", "ann")
    assert "Nog niet opgeschreven voor: Tarik" in family.page("moments:turning", seen_by="lotte")


def test_nobody_a_day_to_come_and_one_of_long_ago_are_said(family: Family) -> None:
    becomes(family, days=14)
    assert "Dit is nog leeg." in tell(family).content.decode()
    assert "Die dag moet nog komen." in tell(family, "child", days=-1).content.decode()
    assert "Dat is te lang geleden" in tell(family, "child", days=400).content.decode()
    assert tell(family, "rita").status_code == 200
    assert not ToldOfAge.objects.exists()


def test_the_act_refuses_what_the_page_does_not_send(family: Family) -> None:
    becomes(family, days=14)
    door, now = family.door("lotte", Section.MOMENTS), clock.today()
    for wrong in (
        Telling(on=now, by="", child=False),
        Telling(on=now + timedelta(days=1), by="", child=True),
        Telling(on=now - timedelta(days=400), by="", child=True),
        Telling(on=now, by="", child=True, parents=frozenset({family.person("rita")})),
    ):
        with pytest.raises(NotAllowedError):
            turning.tell(door, wrong, once=uuid7())
    with pytest.raises(NotAllowedError):
        turning.tell(family.door("noor", Section.MOMENTS), Telling(on=now, by="", child=True), once=uuid7())
    assert not ToldOfAge.objects.exists()


def test_while_neither_birthday_is_known_nothing_is_written(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    door = family.door("lotte", Section.MOMENTS)
    assert turning.turn_of(door) is None
    with pytest.raises(NotAllowedError):
        turning.tell(door, Telling(on=clock.today(), by="Lotte", child=True), once=uuid7())
    assert not ToldOfAge.objects.exists()


def test_on_the_first_day_it_may_be_and_what_parents_heard_the_child_did_not(family: Family) -> None:
    becomes(family, days=14)
    door, now = family.door("lotte", Section.MOMENTS), clock.today()
    turn = turning.turn_of(door)
    assert turn is not None
    first = turning.first_day(door, turn)
    turning.tell(door, Telling(on=first, by="Lotte", child=True), once=uuid7())
    turning.tell(
        door, Telling(on=now, by="Lotte", child=False, parents=frozenset({family.person("ann")})), once=uuid7()
    )
    assert Dossier.objects.get(pk=family.noor.dossier).grown_told_on is None, "half a year before, and to her mother"
    told_to = ToldOfAge.objects.order_by("told_on").values_list("told_to", flat=True)
    assert list(told_to) == [None, family.person("ann")], "to her alone, and to her mother alone"
    turning.tell(door, Telling(on=now, by="Lotte", child=True), once=uuid7())
    assert Dossier.objects.get(pk=family.noor.dossier).grown_told_on == now


@pytest.mark.parametrize("who", ["noor", "ann", "tarik", "wilma", "hilde", "an"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    becomes(family, days=14)
    assert family.browser(who).get(family.url("moments:turning")).status_code == 404
    assert tell(family, "child", by=who).status_code == 404
    assert not ToldOfAge.objects.exists()


def test_while_no_birthday_is_near_there_is_nothing_to_write(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    assert "Er komt nu geen verjaardag" in family.page("moments:turning", seen_by="lotte")


def test_of_twelve_it_is_told_on_the_same_page_and_his_pages_are_in_words_then(family: Family) -> None:
    now = clock.today()
    place = Dossier.objects.filter(pk=family.sem.dossier)
    place.update(born_on=date(now.year - 12, now.month, min(now.day, 28)).isoformat(), opened_on=now - LONG_AGO)
    assert "Sem werd 12 op" in today(family)
    where = family.url("moments:turning", child="sem")
    sent = {"to": ["child"], "on": now.isoformat(), "by": "", "once": family.once()}
    assert family.browser("lotte").post(where, sent).status_code == 302
    assert place.get().words_from == now
    assert "Sem werd 12 op" not in today(family)


def test_lotte_reads_that_noor_took_it_over_for_two_weeks(family: Family) -> None:
    becomes(family, days=-20)
    tell(family, "child", days=10)
    assert "nam op" not in today(family)
    take(family)
    assert "Noor nam op" in today(family)
    take(family, said="not_yet")
    assert "Noor nam op" not in today(family)
    take(family)
    Dossier.objects.filter(pk=family.noor.dossier).update(own_since=clock.today() - timedelta(days=15))
    assert "Noor nam op" not in today(family)


def test_bram_who_guides_the_network_reads_no_line_of_it(family: Family) -> None:
    becomes(family, days=14)
    assert "wordt 18" in today(family)
    assert "wordt 18" not in family.browser("bram").get("/today/?all=1").content.decode()


def test_the_page_asks_little(family: Family) -> None:
    becomes(family, days=14)
    tell(family, "child", "ann", "tarik")
    browser = family.browser("lotte")
    browser.get(family.url("moments:turning"))
    with noted() as sent:
        assert browser.get(family.url("moments:turning")).status_code == 200
    assert len([one for one in sent if one.counts]) <= AT_MOST
