"""Sem, nine, was told by a person that oma Rita cannot be his trust person for now: then his page says so (R15, R2)."""

from html import unescape

import pytest

from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.rights.acts import conditions
from kring.rights.acts.conditions import Finding
from tests.family import Family
from tests.rooms.test_small_ahead import RITA, chosen  # noqa: F401  # a fixture

TOLD = "kan nu geen vertrouwenspersoon zijn."
FOR_YOU = "Er voor jou zijn mag wel. Wil je er iets over zeggen? Doe dat."
HARD = ("uittreksel", "strafregister", "directie", "te kort geleden")


@pytest.fixture
def refused(family: Family, chosen: None) -> Family:  # noqa: F811
    """Everything was looked at, something stood on the extract, and Mo said no."""
    today, rita = clock.today(), family.member(RITA)
    lotte = family.door("lotte", Section.CONDITIONS, child="sem")
    seen = [Finding(code=one, holds=True) for one in (ADULT, INDEPENDENT, EXTRACT)]
    conditions.look(lotte, rita, [*seen, Finding(code=ENTRY, holds=None)], act=uuid7(), on=today)
    mo = family.door("mo", Section.CONDITIONS, child="sem")
    no = Finding(code=ENTRY, holds=False, ground="Het is nog te kort geleden.")
    conditions.decide(mo, rita, no, act=uuid7(), on=today)
    return family


def reads(family: Family) -> str:
    return unescape(family.page("portals:ahead", seen_by="sem", child="sem"))


def tells(family: Family) -> None:
    lotte = family.door("lotte", Section.CONDITIONS, child="sem")
    conditions.tell(lotte, family.member(RITA), "Hij was stil.", act=uuid7(), on=clock.today())


def test_until_a_person_told_it_his_page_says_nothing_of_it(refused: Family) -> None:
    assert TOLD not in reads(refused)
    assert "Wie vraagt het?" in reads(refused)


def test_once_lotte_told_it_he_reads_what_is_so_and_what_stays(refused: Family) -> None:
    tells(refused)
    page = reads(refused)
    assert f"Oma Rita {TOLD} {FOR_YOU}" in page
    assert "Wie vraagt het?" not in page
    assert "Alles is nagekeken" not in page
    assert [word for word in HARD if word in page] == []


def test_taken_back_the_same_day_it_is_not_there_any_more(refused: Family) -> None:
    tells(refused)
    lotte = refused.door("lotte", Section.CONDITIONS, child="sem")
    conditions.take_back(lotte, refused.member(RITA), act=uuid7(), on=clock.today())
    assert TOLD not in reads(refused)
