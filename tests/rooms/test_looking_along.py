"""Noor looks along with Karim: she reads what he reads, whole; never a word more than both may read (R20)."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.models import SamePerson, Word
from kring.agreements.drafting import Key, Value
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.agreements import Point as Code
from kring.portals.along import AT_ONCE
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.agreeing import agreed, words
from tests.rooms.journal import write

LONG = "Op school zat ik vandaag naast Yara. " * 6 + "En toen durfde ik het aan haar te zeggen."
END = "En toen durfde ik het aan haar te zeggen."
OF_PAPA = "Wilma brengt mij niet naar papa."


def says(family: Family, word: str, who: str, *, topic: Topic | None = None, item: UUID | None = None) -> None:
    new = Answering(towards=family.member(who), word=Word(word), topic=topic, item=item)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def along(family: Family, who: str, *, seen_by: str = "noor") -> str:
    return unescape(family.page("portals:along", seen_by=seen_by, other=family.person(who)))


def test_a_long_text_folds_open_whole(family: Family) -> None:
    write(family, "noor", LONG, topic_0="school")
    assert END not in along(family, "karim")
    says(family, "yes", "karim", topic=Topic.SCHOOL)
    page = along(family, "karim")
    assert END in page
    assert '<details class="whole"><summary>Op school zat ik vandaag' in page
    says(family, "no", "karim", topic=Topic.SCHOOL)
    assert END not in along(family, "karim")


def test_what_he_keeps_from_her_is_not_in_it_and_what_is_closed_to_lotte_is_not_in_hers(family: Family) -> None:
    write(family, "karim", f"In vertrouwen. {LONG}", klass_0="confidence", topic_0="school")
    write(family, "noor", LONG, topic_0="school")
    says(family, "yes", "karim", topic=Topic.SCHOOL)
    assert along(family, "karim").count(END) == 1, "hers, and not his"
    assert along(family, "karim", seen_by="lotte").count(END) == 1
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    says(family, "no", "lotte_member", topic=Topic.SCHOOL)
    assert END not in along(family, "karim", seen_by="lotte")


def test_many_things_fold_open(family: Family) -> None:
    for turn in range(AT_ONCE + 2):
        write(family, "noor", f"Ding {turn} over school.", topic_0="school")
    says(family, "yes", "karim", topic=Topic.SCHOOL)
    page = along(family, "karim")
    assert all(f"Ding {turn} over school." in page for turn in range(AT_ONCE + 2))
    assert "Nog 3 dingen" in page, "one was there"


def test_the_names_that_both_see_in_the_circle(family: Family) -> None:
    assert "Wie staat erin?" not in along(family, "karim")
    says(family, "yes", "karim", topic=Topic.CIRCLE)
    assert "Wie staat erin?" in along(family, "karim")


# -- what is said of papa in an agreement ----------------------------------------------------------------------------


def with_papa(family: Family) -> None:
    agreed(family, points={Key(Code.APART): Value(words=OF_PAPA)})
    says(family, "yes", "karim", topic=Topic.BESIDE_ME)


@pytest.mark.parametrize("topic", [Topic.FATHER, Topic.FAMILY])
def test_a_no_about_papa_does_not_reach_into_an_agreement_and_the_question_says_so(
    family: Family, topic: Topic
) -> None:
    """What is written in a point, nobody can know from its row: it is filed under who stands beside her."""
    with_papa(family)
    says(family, "no", "karim", topic=topic)
    assert OF_PAPA in words(family, "karim")
    asked = unescape(
        family.page("portals:question", seen_by="noor", member=family.member("karim"), topic=number(topic))
    )
    assert "Gaat het over een afspraak? Dat is een andere vraag." in asked
    beside = family.url("portals:question", member=family.member("karim"), topic=number(Topic.BESIDE_ME))
    assert f'href="{beside}"' in asked
    says(family, "no", "karim", topic=Topic.BESIDE_ME)
    assert OF_PAPA not in words(family, "karim")
    there = unescape(family.browser("noor").get(beside).content.decode())
    assert "Gaat het over een afspraak?" not in there


def test_a_no_about_a_person_of_the_circle_covers_what_is_agreed_with_that_person(family: Family) -> None:
    with_papa(family)
    assert OF_PAPA in words(family, "karim")
    says(family, "no", "karim", item=family.member("wilma"))
    assert OF_PAPA not in words(family, "karim")
    assert OF_PAPA in words(family, "wilma"), "her own agreement"
