"""Somebody asks Wilma how it goes: when it suits her, on a day, at a rhythm; and what she keeps for herself."""

import re
from datetime import timedelta

import pytest
from django.db.models import Q
from django.http import HttpResponse

from kring.access.acts import protecting
from kring.access.desk import desk_of
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered
from kring.rights.acts import wishes
from kring.support.models import CheckIn, HowIAm
from tests.answered import said as answered
from tests.family import Family

OTHERS = ["noor", "ann", "tarik", "bram", "hilde", "mo", "saar", "an", "nadia", "karim", "rita"]


@pytest.fixture(autouse=True)
def jim(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("lotte", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered(family, "wilma", Meaning.JIM)


def send(family: Family, page: str, who: str, facts: dict[str, str], **parts: object) -> HttpResponse:
    return family.browser(who).post(family.url(page, **parts), {"once": family.once(), **facts})


def planned(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"suits": "na zes uur", "planned_on": clock.today().isoformat(), "weeks": "8", "by": "Greet"}
    return send(family, "support:plan", who, told | facts, member=family.member("wilma"))


def check(family: Family) -> CheckIn:
    row: CheckIn = family.door("lotte", Section.SUPPORT).within(CheckIn.objects.filter(held_on=None))[0]
    return row


def held(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"held_on": clock.today().isoformat(), "words": "Het lukt.", "follow_up": "Greet belt terug.", "again": "on"}
    return send(family, "support:held", who, told | facts, check=check(family).pk)


def test_what_is_planned_stands_on_the_day_of_lotte_and_for_wilma(family: Family) -> None:
    assert planned(family).status_code == 302
    seen = family.page("support:around", seen_by="lotte")
    assert "na zes uur" in seen
    assert "Greet" in seen
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.SUPPORT] == clock.today()
    assert "hoe het gaat met wie naast Noor staat" in family.page("portals:child", seen_by="lotte")
    assert clock.today().strftime("%Y") in family.page("support:mine", seen_by="wilma")
    assert family.log(Event.CHECK_PLANNED) == 1


def test_first_it_is_asked_when_it_suits(family: Family) -> None:
    assert planned(family, suits="").status_code == 200
    assert planned(family, planned_on=(clock.today() - timedelta(days=1)).isoformat()).status_code == 200
    assert family.log(Event.CHECK_PLANNED) == 0


def test_what_wilma_says_of_when_it_suits_stands_where_it_is_planned(family: Family) -> None:
    words = "Bel na <zes> uur, niet op maandag."
    assert send(family, "support:mine", "wilma", {"words": words}).status_code == 302
    page = family.page("support:plan", seen_by="lotte", member=family.member("wilma"))
    assert "Bel na &lt;zes&gt; uur" in page
    for other in ("karim", "rita"):
        assert "maandag" not in family.page("support:mine", seen_by=other)


def test_as_lotte_heard_it_stands_in_wilmas_own_field_until_she_says_it_herself(family: Family) -> None:
    heard = "Zo schreef wie het vroeg het op."
    assert heard not in family.page("support:mine", seen_by="wilma")
    planned(family)
    page = family.page("support:mine", seen_by="wilma")
    assert "Dit weten we: na zes uur" in page
    assert re.search(r'name="words" value="na zes uur"', page)
    assert heard in page
    for other in ("karim", "rita"):
        seen = family.page("support:mine", seen_by=other)
        assert "Dit weten we" not in seen
        assert 'value="na zes uur"' not in seen
    assert send(family, "support:mine", "wilma", {"words": "liefst op zaterdag"}).status_code == 302
    page = family.page("support:mine", seen_by="wilma")
    assert "liefst op zaterdag" in page
    assert re.search(r'name="words" value="liefst op zaterdag"', page)
    assert "Dit weten we: na zes uur" not in page
    assert heard not in page


def test_after_it_was_asked_the_next_one_stands_after_the_same_weeks(family: Family) -> None:
    planned(family)
    assert held(family).status_code == 302
    assert check(family).planned_on == clock.today() + timedelta(weeks=8)
    assert "Greet belt terug." in family.page("support:around", seen_by="lotte")
    assert "Het lukt." in family.page("support:mine", seen_by="wilma")


def test_asking_no_more_is_possible(family: Family) -> None:
    planned(family)
    assert held(family, again="").status_code == 302
    assert not family.door("lotte", Section.SUPPORT).within(CheckIn.objects.filter(held_on=None)).exists()


def test_another_day_moves_the_one_that_was_planned(family: Family) -> None:
    planned(family)
    day = clock.today() + timedelta(days=5)
    planned(family, planned_on=day.isoformat())
    assert check(family).planned_on == day
    assert family.door("lotte", Section.SUPPORT).within(CheckIn.objects.all()).count() == 1


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_reads_how_it_goes_with_wilma(family: Family, who: str) -> None:
    planned(family)
    held(family)
    for page in ("support:around", "support:mine"):
        assert "Het lukt." not in family.page(page, seen_by=who)
    assert planned(family, who).status_code == 404
    assert send(family, "support:held", who, {}, check=check(family).pk).status_code == 404


def test_what_wilma_keeps_for_herself_is_hers_alone(family: Family) -> None:
    words = "Soms lig ik er wakker van."
    assert send(family, "support:well", "wilma", {"answer": "heavy", "words": words}).status_code == 302
    seen = family.page("support:mine", seen_by="wilma")
    assert words in seen
    assert "Het weegt<br>" in seen
    for who in ("lotte", *OTHERS):
        for page in ("support:around", "support:mine", "support:rules", "portals:child"):
            assert words not in family.page(page, seen_by=who)
    row = family.door("wilma", Section.SUPPORT).within(HowIAm.objects.all())[0]
    for who in ("lotte", "karim", "noor", "an"):
        assert send(family, "support:erased", who, {}, state=row.pk).status_code == 404
    assert send(family, "support:erased", "wilma", {}, state=row.pk).status_code == 302
    assert words not in family.page("support:mine", seen_by="wilma")
    assert family.log(Event.OWN_STATE_ERASED) == 1


def test_a_restriction_closes_it_and_an_unknown_member_is_not_there(family: Family) -> None:
    assert family.browser("wilma").get(family.url("support:mine")).status_code == 200
    toward, door = [protecting.Toward(member=family.member("wilma"))], family.door("lotte", Section.RIGHTS)
    protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=uuid7())
    assert family.browser("wilma").get(family.url("support:mine")).status_code == 404
    there = family.url("support:plan", member=uuid7())
    assert family.browser("lotte").get(there).status_code == 404
    mama = family.url("support:plan", member=family.member("mama"))
    assert family.browser("lotte").get(mama).status_code == 404


def test_wilma_reads_who_wrote_down_what_she_would_have_said(family: Family) -> None:
    planned(family)
    assert "Opgeschreven door" not in family.page("support:mine", seen_by="wilma")
    held(family)
    page = family.page("support:mine", seen_by="wilma")
    assert "Opgeschreven door Lotte." in page
    assert family.url("rights:say") in page.partition("Wat we al bespraken")[2]


def test_of_who_stands_there_no_more_only_that_it_was_stays(family: Family) -> None:
    """A124b: how it went, when it suited and a next day go; that Noor named Wilma, and when, stays."""
    planned(family)
    held(family)
    there = family.url("support:left", member=family.member("wilma"))
    once = {"once": family.once()}
    assert family.browser("lotte").post(there, once).status_code == 404  # she still stands there
    door, today = family.door("noor", Section.RIGHTS), clock.today()
    wishes.withdraw(door, family.member("wilma"), Meaning.JIM, act=uuid7(), on=today)
    assert "staat niet meer naast Noor" in family.page("support:around", seen_by="lotte")
    assert family.browser("karim").post(there, {"once": family.once()}).status_code == 404
    assert family.browser("lotte").post(there, {"once": family.once()}).status_code == 302
    assert "staat niet meer naast Noor" not in family.page("support:around", seen_by="lotte")
    assert not family.door("lotte", Section.SUPPORT).within(CheckIn.objects.all()).exists()
    assert Section.SUPPORT not in desk_of(family.actor("lotte")).due[family.noor.dossier]
    assert "Wilma" in family.page("rights:beside", seen_by="noor")
    assert family.log(Event.CHECK_ERASED) == 1


@pytest.mark.parametrize("reply", [None, Answered.THINKING, Answered.NO])
def test_nobody_is_sent_to_whom_noor_only_chose(family: Family, reply: Answered | None) -> None:
    """The pastor may not know yet that she chose him (R9)."""
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("johan"), said, act=uuid7())
    if reply:
        answered(family, "johan", Meaning.SUPPORTER, reply)
    assert "ohan" not in family.page("support:around", seen_by="lotte")
    told = {"suits": "na zes uur", "planned_on": clock.today().isoformat(), "weeks": "8", "by": "Lotte"}
    where = {"member": family.member("johan")}
    assert send(family, "support:plan", "lotte", told, **where).status_code == 404
    assert not CheckIn.objects.all().opened(Q()).exists()
    answered(family, "johan", Meaning.SUPPORTER)
    assert "astor Johan" in family.page("support:around", seen_by="lotte")
    assert send(family, "support:plan", "lotte", told, **where).status_code == 302


def test_of_who_takes_its_yes_back_what_was_planned_still_stands(family: Family) -> None:
    """She is beside Noor as before, and nothing more is planned until she says yes (R9)."""
    planned(family)
    answered(family, "wilma", Meaning.JIM, Answered.NOT_NOW)
    seen = family.page("support:around", seen_by="lotte")
    assert "Wilma" in seen
    assert "staat niet meer naast" not in seen
    assert family.url("support:plan", member=family.member("wilma")) not in seen
    assert planned(family).status_code == 404
    assert held(family, again="").status_code == 302
