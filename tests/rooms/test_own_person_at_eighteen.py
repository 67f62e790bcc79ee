"""Noor is 18: Ann still reads whom she brought along and lets go of it; she names nobody, and nobody waits (R15)."""

from html import unescape
from uuid import UUID

import pytest

from kring.kit import clock
from tests.family import Family
from tests.rooms.test_before_eighteen import becomes_eighteen
from tests.rooms.test_own_person import asked, name, post, row, step

SAID = "Ik ga graag met je mee."


@pytest.fixture
def brought(family: Family) -> UUID:
    """Ann named tante Fien, who said yes in her own words; then Noor became 18."""
    name(family)
    own: UUID = row(family).pk
    asked(family, own, reply="yes", words=SAID)
    becomes_eighteen(family, clock.today())
    return own


def reads(family: Family, who: str = "ann") -> str:
    return unescape(family.browser(who).get(family.url("rights:own_person")).content.decode())


def test_she_reads_it_and_ending_it_erases_what_tante_fien_said(family: Family, brought: UUID) -> None:
    there = family.url("rights:own_person")
    assert there in family.page("portals:home", seen_by="ann")
    assert "tante Fien" in reads(family)
    assert SAID in reads(family) or row(family).words == SAID
    assert post(family, "rights:own_person_ending", brought, by="ann").status_code == 302
    assert (row(family).ended_on, row(family).words) == (clock.today(), "")
    assert there not in family.page("portals:home", seen_by="ann")


def test_she_names_nobody_any_more_and_writes_no_step(family: Family, brought: UUID) -> None:
    assert "Je kind is 18." in reads(family)
    assert "Ik kies deze persoon" not in reads(family)
    name(family, called="oom Jef")
    assert row(family).called == "tante Fien"
    assert step(family, brought, "paused").status_code == 404
    assert family.browser("tarik").get(family.url("rights:own_person")).status_code == 404, "he named nobody"


def test_nobody_waits_for_her_in_the_day_of_lotte(family: Family, brought: UUID) -> None:
    assert "Een ouder van Noor wacht op jou" not in unescape(family.browser("lotte").get("/today/").content.decode())
    assert "tante Fien" not in family.page("endings:due", seen_by="lotte")


def test_before_that_birthday_she_does(family: Family) -> None:
    name(family)
    assert "Een ouder van Noor wacht op jou" in unescape(family.browser("lotte").get("/today/").content.decode())
