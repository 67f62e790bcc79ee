"""Lotte taps *Morgen* on a talk: it is out of her day until then, and goes on since when it waits (A31)."""

from datetime import date, timedelta

import pytest

from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.days import day_of
from tests.family import Family
from tests.rooms.test_moments import explained, send, since
from tests.rooms.test_moments_passed import PAGE, ask

TODAY = clock.today()
CAME = TODAY - timedelta(days=20)
LATE = "Bij 1 van"
TALK = "Praat met Sem over wie ernaast mag staan."


@pytest.fixture
def waits(family: Family) -> date:
    """Nobody talked with Sem since he came, twenty days ago."""
    Dossier.objects.filter(pk=family.sem.dossier).update(opened_on=CAME)
    return CAME


def at(patch: pytest.MonkeyPatch, days: int) -> None:
    """So many days later."""
    patch.setattr(clock, "today", lambda: TODAY + timedelta(days=days))


def today(family: Family) -> str:
    return family.browser("lotte").get("/today/?all=1").content.decode()


def counted(family: Family) -> bool:
    """Whether who leads the team reads that a talk with Sem waits too long."""
    page = family.browser("hilde").get(PAGE).content.decode()
    assert ("Sem" in page) is (LATE in page)
    return LATE in page


def morning(family: Family) -> None:
    assert send(family, "moments:tomorrow").status_code == 302


def test_today_it_is_out_of_her_day_and_the_lead_counts_on(family: Family, waits: date) -> None:
    assert (TALK in today(family), counted(family)) == (True, True)
    morning(family)
    assert (TALK in today(family), counted(family)) == (False, True)
    assert TALK not in family.page("portals:child", seen_by="lotte", child="sem")
    assert "Het gesprek wacht tot" in family.page("moments:moments", seen_by="lotte", child="sem")


def test_tomorrow_it_is_there_again_since_when_it_waits_however_often(
    family: Family, waits: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (0, 1, 2):
        at(monkeypatch, days)
        morning(family)
        assert since(family) == TODAY + timedelta(days=days + 1)
        at(monkeypatch, days + 1)
        assert f"{TALK} Dat wacht sinds {day_of(CAME)}." in today(family)
        assert "Het is tijd om erover te praten" in family.page("moments:moments", seen_by="lotte", child="sem")
        assert counted(family)


def test_later_with_a_reason_waits_anew_and_a_tomorrow_after_it_since_that_day(
    family: Family, waits: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = TODAY + timedelta(days=3)
    assert send(family, "moments:later", until=day.isoformat(), why="absent").status_code == 302
    assert not counted(family)
    at(monkeypatch, 4)
    morning(family)
    at(monkeypatch, 5)
    assert since(family) == day
    assert not counted(family)


def test_that_the_lead_asks_after_it_stands_there_at_once(family: Family, waits: date) -> None:
    morning(family)
    assert ask(family, "hilde") == 302
    assert f"{TALK} Dat wacht sinds {day_of(CAME)}." in today(family)


def test_a_talk_answers_it_and_nothing_of_the_tomorrow_is_left(
    family: Family, waits: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning(family)
    assert explained(family).status_code == 302
    at(monkeypatch, 1)
    assert TALK not in today(family)
    assert not counted(family)
