"""Noor asks a pause with Wilma: a person tells her, and only then her own pages say so (R15); nothing ends by it."""

from uuid import UUID

import pytest
from django.utils.formats import date_format

from kring.kit import clock
from kring.law.access import Section
from kring.rights.models import Taken
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_own_pause import ON, RESTS, on_again
from tests.rooms.test_steps import send
from tests.rooms.test_today import see
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture

HERS = ("portals:home", "endings:itself", "agreements:all")
TO_DO = "iets om opnieuw te bekijken rond wie naast Noor staat"
TO_TELL = "Noor wil even pauze met Wilma. Wie vertelt het Wilma?"


@pytest.fixture
def paused(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    """They agreed on something, and Noor asked a pause; nobody told Wilma yet.  The wish."""
    agreed(family)
    assert send(family, "paused", wilma, by="noor", voice="child", expressed="said").status_code == 302
    return wilma


def reads_it(family: Family) -> list[bool]:
    return [RESTS in family.page(one, seen_by="wilma") for one in HERS]


def tells(family: Family, who: str = "lotte") -> int:
    facts = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    where = family.url("endings:pass_on", member=family.member("wilma"))
    return int(family.browser(who).post(where, facts).status_code)


def to_tell(family: Family) -> tuple[bool, bool]:
    """On her day, and on the page to which that leads."""
    return TO_DO in see(family, "lotte"), TO_TELL in family.page("endings:due", seen_by="lotte")


def test_lotte_is_asked_who_tells_her_and_until_then_wilma_reads_nothing(family: Family, paused: UUID) -> None:
    assert to_tell(family) == (True, True)
    assert reads_it(family) == [False, False, False]
    form = family.page("endings:pass_on", seen_by="lotte", member=family.member("wilma"))
    assert "Noor wil even pauze: wie vertelt het Wilma?" in form
    assert "koos anders" not in form


def test_once_a_person_told_her_each_of_her_pages_says_since_when(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert to_tell(family) == (False, False)
    assert reads_it(family) == [True, True, True]
    home = family.page("portals:home", seen_by="wilma")
    assert f"{RESTS} {date_format(clock.today(), 'j F')}" in home
    assert "Noor vroeg de pauze, en zegt wanneer het verder gaat." in home
    assert "Op pauze" in family.page("rights:beside", seen_by="noor")
    assert tells(family) == 404, "there is nothing to tell any more"


def test_noor_says_when_it_goes_on_and_wilma_does_not(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    for page in HERS:
        assert f">{ON}<" not in family.page(page, seen_by="wilma")
    assert on_again(family) in {200, 404}
    assert not family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="resumed")).exists()
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert reads_it(family) == [False, False, False]


def test_it_goes_on_before_she_was_told_and_nothing_is_left_to_tell(family: Family, paused: UUID) -> None:
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert to_tell(family) == (False, False)
    assert tells(family) == 404
    assert reads_it(family) == [False, False, False]


def test_who_noor_lets_go_is_told_that_and_not_the_pause(family: Family, paused: UUID) -> None:
    left = {"once": family.once()}
    assert family.browser("noor").post(family.url("rights:withdraw", wish=paused), left).status_code == 302
    due = family.page("endings:due", seen_by="lotte")
    assert "Noor koos anders: wie vertelt het Wilma?" in due
    assert TO_TELL not in due


@pytest.mark.parametrize("who", ["noor", "wilma", "karim", "ann", "bram", "hilde"])
def test_nobody_else_writes_down_that_she_was_told(family: Family, paused: UUID, who: str) -> None:
    assert tells(family, who) == 404
    assert reads_it(family) == [False, False, False]
    assert tells(family) == 302


def test_who_was_told_may_stop_all_the_same(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert "Wil je toch stoppen?" in family.page("endings:itself", seen_by="wilma")
    assert herself(family).status_code == 302
    assert "Je zei: ik stop" in family.page("endings:itself", seen_by="wilma")
