"""What the rooms ask of the books of the door: of this child and no other, and of a thing only who reads it."""

from typing import Any
from uuid import UUID

import pytest
from django.db.models import Exists

from kring.access.models import Giver, Item, Say, Word
from kring.access.spoken import (
    another_no,
    readable,
    readable_about,
    readable_items,
    said_of_pages,
    sections_about,
)
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from tests.family import Family


def thing(family: Family, section: Section, klass: Klass, child: str = "noor", **more: Any) -> UUID:
    """An item of this child, which Ann wrote."""
    facts = {"dossier_id": family.seeded.dossiers[child], "section": section.value, "klass": klass.value}
    facts |= {"author_id": family.person("ann"), "made_at": clock.now()}
    return Item.objects.create(**facts | more).pk


def no(family: Family, **more: Any) -> Say:
    """A no of Noor, about school, towards her mother."""
    facts = {"dossier_id": family.noor.dossier, "towards_id": family.member("mama"), "topic": Topic.SCHOOL.value}
    facts |= {"answer": Word.NO.value, "expressed": "itself", "from_on": clock.today()}
    facts |= {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor")}
    row: Say = Say.objects.create(**facts | more)
    return row


def is_kept_shut(one: Say) -> bool:
    found = Say.objects.annotate(too=Exists(another_no())).values_list("too", flat=True)
    return bool(found.get(pk=one.pk))


# -- another no -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [Word.NO, Word.ASK])
def test_a_second_no_about_the_same_subject_keeps_it_shut(family: Family, word: Word) -> None:
    first = no(family)
    assert not is_kept_shut(first), "it is not its own other one"
    second = no(family, answer=word.value)
    assert is_kept_shut(first)
    assert is_kept_shut(second)


@pytest.mark.parametrize(
    "otherwise",
    ["yes", "taken back", "of a parent", "towards another", "another subject", "of another child", "of one thing"],
)
def test_what_is_no_such_no_keeps_nothing_shut(family: Family, otherwise: str) -> None:
    first = no(family)
    facts: dict[str, dict[str, Any]] = {
        "yes": {"answer": Word.YES.value},
        "taken back": {"withdrawn_at": clock.now()},
        "of a parent": {"giver": Giver.PARENT.value},
        "towards another": {"towards_id": family.member("papa")},
        "another subject": {"topic": Topic.FATHER.value},
        "of another child": {"dossier_id": family.sem.dossier},
        "of one thing": {"topic": "", "item_id": thing(family, Section.JOURNAL, Klass.FILE)},
    }
    no(family, **facts[otherwise])
    assert not is_kept_shut(first)


def test_of_one_thing_a_no_to_that_thing_keeps_it_shut_and_no_other(family: Family) -> None:
    this, that = (thing(family, Section.JOURNAL, Klass.FILE) for _ in range(2))
    first = no(family, topic="", item_id=this)
    no(family, topic="", item_id=that)
    no(family)
    assert not is_kept_shut(first)
    no(family, topic="", item_id=this)
    assert is_kept_shut(first)


# -- pages for the court ----------------------------------------------------------------------------------------------


def test_of_a_page_for_the_court_is_found_what_was_said_of_it_here_taken_back_or_not(family: Family) -> None:
    page, other = (thing(family, Section.TRANSFERS, Klass.FILE) for _ in range(2))
    about = {"topic": "", "towards_id": None, "made_for_id": family.person("nadia"), "answer": Word.YES.value}
    hers = no(family, item_id=page, **about)
    back = no(family, item_id=page, giver=Giver.PARENT.value, withdrawn_at=clock.now(), **about)
    no(family, item_id=other, **about)
    no(family, item_id=page, topic="")
    no(family, item_id=page, dossier_id=family.sem.dossier, **about)
    found = said_of_pages(family.door("noor"), [page])
    assert set(found) == {hers, back}


# -- who reads it -----------------------------------------------------------------------------------------------------


@pytest.fixture
def things(family: Family) -> dict[str, UUID]:
    """What Ann and Lotte wrote of Noor about money, and what stands there of Sem."""
    about = {"topic": Topic.MONEY.value}
    return {
        "hers": thing(family, Section.JOURNAL, Klass.OWN_WORDS, author_id=family.person("noor"), **about),
        "kept apart": thing(family, Section.APART, Klass.AGOGIC, author_id=family.person("lotte"), **about),
        "of sem": thing(family, Section.JOURNAL, Klass.OWN_WORDS, "sem", author_id=family.person("sem"), **about),
        "about faith": thing(
            family, Section.JOURNAL, Klass.OWN_WORDS, author_id=family.person("noor"), topic=Topic.FAITH.value
        ),
    }


def test_of_some_things_each_finds_what_it_reads_with_its_part(family: Family, things: dict[str, UUID]) -> None:
    keys = [things["hers"], things["kept apart"], things["of sem"], uuid7()]
    noor, lotte = family.door("noor"), family.door("lotte")
    assert readable(noor, keys) == {things["hers"]: Section.JOURNAL}
    assert [one.pk for one in readable_items(noor, keys)] == [things["hers"]]
    assert readable(lotte, keys) == {things["hers"]: Section.JOURNAL, things["kept apart"]: Section.APART}
    assert readable(noor, []) == {}


def test_of_a_subject_each_finds_what_it_reads_and_where_anything_stands(
    family: Family, things: dict[str, UUID]
) -> None:
    noor = family.door("noor")
    assert [one.pk for one in readable_about(noor, Topic.MONEY.value)] == [things["hers"]]
    both = {one.pk for one in readable_about(family.door("lotte"), Topic.MONEY.value)}
    assert both & set(things.values()) == {things["hers"], things["kept apart"]}
    assert sections_about(noor, Topic.MONEY) == {Section.JOURNAL.value, Section.APART.value}
    assert sections_about(noor, Topic.FAITH) == {Section.JOURNAL.value}
