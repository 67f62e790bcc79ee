"""Wilma begins as Noor's JIM: her own pages say so from that day, and nothing is typed twice (R3)."""

from uuid import UUID

import pytest

from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step
from kring.rights import paths
from kring.rights.acts import steps, wishes
from kring.rights.acts.steps import New
from kring.seeking.acts import looking
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name
from tests.rooms.test_wish_page import wishes as said


@pytest.fixture
def supporter(family: Family) -> Family:
    """Wilma comes in as somebody for Noor, and Noor chose her as JIM."""
    here = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier)
    here.filter(person=family.person("wilma")).update(relation=Relation.SUPPORTER.value)
    name(family, "wilma", by="noor", meaning="jim")
    return family


def comes_in_as(family: Family) -> str:
    here = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier)
    relation: str = here.get(person=family.person("wilma")).relation
    return relation


def begins(family: Family, wish: UUID, *, by: str) -> None:
    assert send(family, "asked", wish, by="noor", **ASK).status_code == 302
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    assert comes_in_as(family) == Relation.SUPPORTER, "a yes is no beginning"
    assert send(family, "began", wish, by=by).status_code == 302


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_who_begins_comes_in_as_jim_and_reads_it_on_its_own_page(supporter: Family, by: str) -> None:
    assert "geen papieren nodig" in supporter.page("support:welcome", seen_by="wilma")
    begins(supporter, said(supporter)[-1].pk, by=by)
    assert comes_in_as(supporter) == Relation.JIM
    assert "JIM" in supporter.page("portals:home", seen_by="wilma")
    assert "JIM" in supporter.page("support:welcome", seen_by="wilma")


def test_who_begins_as_somebody_for_her_stays_that(family: Family) -> None:
    here = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier)
    here.filter(person=family.person("wilma")).update(relation=Relation.SUPPORTER.value)
    name(family, "wilma", by="noor", meaning="supporter")
    begins(family, said(family)[-1].pk, by="noor")
    assert comes_in_as(family) == Relation.SUPPORTER


def test_after_her_choices_ended_the_page_of_noor_does_not_say_that_she_never_chose(family: Family) -> None:
    assert "Je koos nog niemand" in family.page("portals:ahead", seen_by="noor")
    noor, today = family.door("noor", Section.RIGHTS), clock.today()
    for meaning in (Meaning.JIM, Meaning.TRUST_PERSON):
        named = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=today)
        wishes.name(noor, family.member("rita"), named, act=uuid7())
        assert wishes.withdraw(noor, family.member("rita"), meaning, act=uuid7(), on=today)
    page = family.page("portals:ahead", seen_by="noor")
    assert "Je koos nog niemand" not in page
    assert "Je koos al eens iemand." in page


def test_whom_she_chose_before_they_began_to_look_is_not_found_by_it(family: Family) -> None:
    name(family, "rita", by="noor", meaning="jim")
    looking.begin(family.door("lotte", Section.RIGHTS), act=uuid7())
    assert "Jullie begonnen vandaag." in family.page("seeking:path", seen_by="lotte")
    name(family, "wilma", by="noor", meaning="jim")
    assert "Dezelfde dag koos Noor iemand" in family.page("seeking:path", seen_by="lotte")


def test_a_trial_is_no_beginning(supporter: Family) -> None:
    answered.asked(supporter, "wilma", Meaning.JIM)
    answered.said(supporter, "wilma", Meaning.JIM)
    lotte = supporter.door("lotte", Section.RIGHTS)
    path = paths.path_as(lotte, supporter.member("wilma"), Meaning.JIM)
    steps.take(lotte, path, New(step=Step.TRIED, on=clock.today()), act=uuid7(), on=clock.today())
    assert comes_in_as(supporter) == Relation.SUPPORTER


def test_noor_reads_of_her_jim_what_she_shares_and_that_their_agreements_are_read_by_both(supporter: Family) -> None:
    always = "Jullie afspraken leest die wel, en wat jij tegen die alleen zegt."
    begins(supporter, said(supporter)[-1].pk, by="noor")
    known = supporter.page("portals:known", seen_by="noor")
    assert always in known
    assert '<span class="meaning">JIM' in known
    assert always not in supporter.page("portals:known", seen_by="lotte")  # who writes it down together with her
    row = agreed(supporter)
    assert supporter.browser("wilma").get(supporter.url("agreements:agreement", pact=row.pact)).status_code == 200
    assert supporter.browser("karim").get(supporter.url("agreements:agreement", pact=row.pact)).status_code == 404
