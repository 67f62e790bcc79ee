"""Noor says no to Lotte about a subject: how much Lotte wrote about it herself, and goes on reading (R7, R20)."""

from html import unescape

import pytest

from kring.journal.acts import plan
from kring.journal.models import PlanKind, PlanLine
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import pointed_before

MINE, LOTTES = "Ik bel oma.", "Ze gaat naar de buren."
WROTE = "Lotte schreef 6 dingen zelf."
"""Five stood there already."""


@pytest.fixture(autouse=True)
def els(family: Family) -> None:
    """Lotte stands in her circle as juf Els; one line of the plan Noor wrote, and one Lotte."""
    pointed_before(family, "lotte", "els")
    for who, words in (("noor", MINE), ("lotte", LOTTES)):
        plan.add(family.door(who, Section.SAFETY), plan.Line(kind=PlanKind.DO, words=words), act=uuid7())


def asked(family: Family) -> str:
    page = family.page("portals:question", seen_by="noor", member=family.member("els"), topic=number(Topic.SAFETY))
    return " ".join(unescape(page).split())


def says(family: Family, word: str, **thing: object) -> str:
    name = "question_thing" if thing else "question"
    where = thing or {"topic": number(Topic.SAFETY)}
    there = family.url(f"portals:{name}", member=family.member("els"), **where)
    sent = {"word": word, "until": "stop", "once": family.once()}
    return " ".join(unescape(family.browser("noor").post(there, sent, follow=True).content.decode()).split())


def test_before_she_says_no_she_reads_what_lotte_wrote_herself(family: Family) -> None:
    page = asked(family)
    assert MINE in page
    assert f"{WROTE}</b> Dat blijft Lotte lezen, ook als jij hier nee zegt." in page


def test_after_it_she_reads_that_it_stays_and_a_no_to_the_thing_closes_it(family: Family) -> None:
    said = says(family, "no")
    assert "Wat Lotte zelf schreef, blijft Lotte lezen (6)." in said
    assert "Wat schreef Lotte hierover zelf? Dat blijft open." in said
    page = family.page("journal:plan", seen_by="lotte")
    assert (LOTTES in page, MINE in page) == (True, False)
    lines = family.door("noor", Section.SAFETY).within(PlanLine.objects.order_by("pk"))
    (row,) = [one for one in lines if one.words == LOTTES]
    says(family, "no", item=row.item_id)
    assert LOTTES not in family.page("journal:plan", seen_by="lotte")
    assert "Lotte schreef 5 dingen zelf." in asked(family)


def test_where_lotte_wrote_nothing_of_it_nothing_is_said(family: Family) -> None:
    there = {"member": family.member("els"), "topic": number(Topic.MONEY)}
    assert "zelf.</b>" not in family.page("portals:question", seen_by="noor", **there)
    assert "blijft Lotte lezen (" not in says(family, "yes")


def test_to_mama_nothing_of_it_is_said(family: Family) -> None:
    there = {"member": family.member("mama"), "topic": number(Topic.SAFETY)}
    assert "zelf.</b>" not in family.page("portals:question", seen_by="noor", **there)
