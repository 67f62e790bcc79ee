"""Noor chose her cat: that stands, and nothing that is asked of a person is asked of it (R1, R3)."""

from html import unescape

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.circle import reading
from kring.circle.acts import people as circle_people
from kring.circle.domains import Kind, Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses, otherwise
from tests.rooms.test_conditions_page import ADULT, look

LAW = ("strafregister", "uittreksel", "18 jaar", "nog na te kijken", "te vragen", "Begin met het gesprek")


def person(family: Family, who: str, by: str) -> str:
    return unescape(family.page("rights:person", seen_by=by, member=family.member(who)))


def talks(family: Family, who: str) -> HttpResponse:
    facts = {"once": family.once(), "jim.adult": "yes"}
    return family.browser("lotte").post(family.url("rights:factor", member=family.member(who)), facts)


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize("meaning", Meaning)
def test_the_page_of_the_cat_asks_nothing_of_a_person(family: Family, meaning: Meaning, by: str) -> None:
    chooses(family, "minou", meaning)
    page = person(family, "minou", by)
    assert "Dat staat." in page
    assert [word for word in LAW if word in page] == []
    assert "Welkomstblad" not in page
    chooses(family, "wilma", meaning)
    assert "Dat staat. Er is niets na te kijken" not in person(family, "wilma", by)


def test_of_a_person_the_same_is_asked(family: Family) -> None:
    chooses(family, "johan", Meaning.TRUST_PERSON)
    page = person(family, "johan", "lotte")
    assert "uittreksel" in page
    assert look(family, ADULT, "yes", by="lotte").status_code == 302


def test_nothing_is_written_down_of_a_cat(family: Family) -> None:
    chooses(family, "minou", Meaning.TRUST_PERSON)
    chooses(family, "minou", Meaning.JIM)
    assert look(family, ADULT, "yes", by="lotte", person="minou").status_code == 404
    assert talks(family, "minou").status_code == 404
    chooses(family, "wilma", Meaning.JIM)
    assert talks(family, "wilma").status_code == 302


def test_it_is_no_work_on_the_day_and_nothing_is_to_be_looked_at_next(family: Family) -> None:
    chooses(family, "minou", Meaning.TRUST_PERSON)
    day = unescape(family.browser("lotte").get(reverse("portals:today")).content.decode())
    assert family.url("rights:person", member=family.member("minou")) not in day
    for page in ("portals:child", "portals:ahead"):
        assert "dingen open" not in unescape(family.page(page, seen_by="noor"))
        assert "Minou" in unescape(family.page(page, seen_by="noor"))
    chooses(family, "johan", Meaning.TRUST_PERSON)
    assert (
        family.url("rights:person", member=family.member("johan"))
        in family.browser("lotte").get(reverse("portals:today")).content.decode()
    )


def test_noor_chooses_otherwise_in_one_step(family: Family) -> None:
    wish = chooses(family, "minou", Meaning.TRUST_PERSON)
    assert family.url("rights:withdraw", wish=wish) in person(family, "minou", "noor")
    assert otherwise(family, wish).status_code == 200
    assert family.browser("noor").get(family.url("rights:person", member=family.member("minou"))).status_code == 404


def test_sem_reads_that_his_cat_is_his_and_nobody_asks_it_anything(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.POINTED, on=clock.today())
    sem = family.door("sem", Section.RIGHTS, child="sem")
    circle_people.add(sem, ["poes Pluis"], layer=Layer.CHILD, act=uuid7())
    cat = next(one for one in reading.people(sem, Layer.CHILD) if one.name == "poes Pluis")
    assert cat.kind is Kind.PET
    wishes.name(sem, cat.key, said, act=uuid7())
    page = unescape(family.page("portals:ahead", seen_by="sem", child="sem"))
    assert "Poes Pluis hoort bij jou." in page
    assert "vraagt het aan poes Pluis" not in page
