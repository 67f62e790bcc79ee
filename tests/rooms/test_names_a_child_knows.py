"""Noor reads people under the name they have in her circle, not under the name of an account (issue 5; R20)."""

import pytest

from bench.measured.statements import noted
from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.models import SamePerson, Word
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.people.models import Person
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.test_statements import AT_MOST

ACCOUNT = "W. Peeters-Claes"


@pytest.fixture
def wilma(family: Family) -> Family:
    """Wilma made an account under a name that Noor does not know; Noor lets her read of school."""
    Person.objects.filter(pk=family.person("wilma")).update(call_name=ACCOUNT)
    person = Person.objects.get(pk=family.person("wilma"))
    assert SamePerson.objects.filter(item=family.member("wilma"), person=person).exists()
    says = Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.SCHOOL)
    answering.answer(family.door("noor", Section.ANSWERS), says, once=uuid7())
    write(family, "noor", "Op school gaat het goed.", topic_0="school")
    return family


@pytest.mark.parametrize("page", ["portals:known", "portals:unsafe", "portals:along", "rights:wish", "journal:notes"])
def test_noor_reads_the_name_of_her_circle(wilma: Family, page: str) -> None:
    parts = {"other": wilma.person("wilma")} if page == "portals:along" else {}
    seen = wilma.page(page, seen_by="noor", **parts)
    assert ACCOUNT not in seen
    assert page in {"rights:wish", "journal:notes"} or "Wilma" in seen


def test_before_she_saves_she_reads_who_will_read_it_under_names_she_knows(wilma: Family) -> None:
    said = {"words_0": "Ik heb morgen toets.", "klass_0": "own_words", "topic_0": "school", "once": wilma.once()}
    seen = wilma.browser("noor").post(wilma.url("journal:write"), said).content.decode()
    assert "Wilma" in seen
    assert ACCOUNT not in seen


def test_who_already_read_it_stands_there_so_too(wilma: Family) -> None:
    wilma.page("journal:notes", seen_by="wilma")
    seen = wilma.page("portals:about", seen_by="noor", member=wilma.member("wilma"))
    assert ACCOUNT not in seen


def test_of_one_thing_who_reads_it_who_read_it_and_whom_she_can_choose_have_the_names_of_her_circle(
    wilma: Family,
) -> None:
    """In no more statements than a page may ask: what was told in an emergency is asked only where something was."""
    wilma.page("journal:notes", seen_by="wilma")
    note = row(wilma, "Op school gaat het goed", seen_by="noor").pk
    seen = wilma.page("portals:thing", seen_by="noor", item=note)
    assert "Dit lezen nu: <b>jij, Lotte, Wilma" in seen
    assert "Al gelezen door" in seen
    assert ACCOUNT not in seen
    noor = wilma.browser("noor")
    with noted() as sent:
        noor.get(wilma.url("portals:thing", item=note))
    assert len([one for one in sent if one.counts]) <= AT_MOST, sent
    assert ACCOUNT in wilma.page("portals:thing", seen_by="lotte", item=note)


def test_who_read_one_thing_and_went_keeps_the_name_she_knows(wilma: Family) -> None:
    wilma.page("journal:notes", seen_by="wilma")
    Involvement.objects.filter(person=wilma.person("wilma")).update(ended_at=clock.now())
    note = row(wilma, "Op school gaat het goed", seen_by="noor").pk
    seen = wilma.page("portals:thing", seen_by="noor", item=note)
    assert "Wilma" in seen
    assert ACCOUNT not in seen


def test_lotte_and_wilma_herself_read_the_name_of_the_account(wilma: Family) -> None:
    assert ACCOUNT in wilma.page("portals:known", seen_by="lotte")
    assert ACCOUNT in wilma.page("portals:home", seen_by="wilma")


def test_who_does_not_stand_in_the_circle_keeps_its_own_name(wilma: Family) -> None:
    SamePerson.objects.filter(person=wilma.person("wilma")).delete()
    assert ACCOUNT in wilma.page("portals:known", seen_by="noor")
