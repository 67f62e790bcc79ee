"""Who else is involved with a child, as its own door would weigh it (R15, R16, R20)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.door import come_to
from kring.access.models import Item, SamePerson, Say
from kring.access.readers import (
    Other,
    names_of_another_text,
    names_of_each,
    names_of_readers,
    others,
    readers,
    the_child_reads,
)
from kring.access.writing import Filing
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic
from kring.people.models import Person
from tests.family import Family
from tests.links import share
from tests.rooms.doors_by_hand import stands

FILE = (Case.CAPABLE, Case.FILE_ACCESS)
CIRCLE = Filing(klass=Klass.OWN_WORDS, topic=Topic.CIRCLE)


def named(family: Family, by: str = "lotte") -> dict[str, Other]:
    return {one.name: one for one in others(family.door(by))}


def test_everyone_but_oneself_the_child_first_and_by_position(family: Family) -> None:
    found = others(family.door("lotte"))
    assert found[0].relation is Relation.CHILD
    assert [one.relation for one in found] == sorted((one.relation for one in found), key=list(Relation).index)
    assert {"Noor", "Ann", "Tarik", "Wilma", "Karim", "Rita"} <= {one.name for one in found}
    assert "Lotte" not in {one.name for one in found}
    assert {one.name for one in others(family.door("noor"))} >= {"Lotte"}


def test_each_stands_with_what_the_child_answered_and_with_who_it_is_in_the_circle(family: Family) -> None:
    share(family, "wilma")
    found = named(family)
    assert found["Wilma"].standing.answers.yes_topics == {Topic.CIRCLE}
    assert not found["Karim"].standing.answers.yes_topics
    assert found["Wilma"].members == {family.member("wilma")}
    assert found["Ann"].members == frozenset()
    reading = {one.name for one in readers(family.door("lotte"), Section.CIRCLE, CIRCLE)}
    assert {"Noor", "Wilma"} <= reading
    assert not {"Karim", "Rita", "Ann"} & reading


def test_to_the_child_each_stands_as_it_was_told_last(family: Family) -> None:
    Involvement.objects.filter(person=family.person("wilma")).update(relation="supporter", told_as="jim")
    assert named(family, "noor")["Wilma"].relation is Relation.JIM
    assert named(family, "lotte")["Wilma"].relation is Relation.SUPPORTER


def test_of_one_of_the_circle_who_that_is_and_of_nobody_nothing_more_is_asked(family: Family) -> None:
    door = family.door("lotte")
    assert [one.name for one in others(door, family.member("wilma"))] == ["Wilma"]
    with CaptureQueriesContext(connection) as asked:
        assert others(door, uuid7()) == []
    assert len(asked) == 1


@pytest.mark.parametrize("side", ["mama", "papa"])
def test_what_is_told_of_somebody_on_a_side_is_told_on_that_side(family: Family, side: str) -> None:
    """Also where no wall was written with it (R16)."""
    wall = Item.objects.get(pk=family.member(side)).wall_id
    assert wall
    about = Filing(klass=Klass.FILE, topic=Topic.HOME, about=family.member(side))
    on, off = (Other(uuid7(), name, stands("worker"), frozenset()) for name in ("on", "off"))
    assert readers(family.door("lotte"), Section.JOURNAL, about, (on, off)) == [on, off], "above the walls"
    there = Other(uuid7(), "there", stands("trust_person", *FILE, walls=frozenset({wall})), frozenset())
    beside = Other(uuid7(), "beside", stands("trust_person", *FILE), frozenset())
    assert readers(family.door("lotte"), Section.JOURNAL, about, (there, beside)) == [there]


def test_of_two_of_one_name_who_chooses_reads_which_and_nobody_else(family: Family) -> None:
    """To who stands on a side, or is asked about one of the circle, no side is told (R16, R20)."""
    person = Person.objects.create(call_name="Wilma")
    facts = {"dossier_id": family.noor.dossier, "person": person, "from_on": clock.today()}
    Involvement.objects.create(relation="supporter", **facts)
    for by in ("noor", "lotte"):
        called = [one.name for one in others(family.door(by)) if one.name.startswith("Wilma")]
        assert len(set(called)) == 2
        assert all(name.startswith("Wilma (") for name in called)
    for by in ("ann", "bram"):
        door = come_to(family.actor(by), family.noor.dossier)
        assert [one.name for one in others(door) if one.name.startswith("Wilma")] == ["Wilma", "Wilma"]
    assert [one.name for one in others(family.door("lotte"), family.member("wilma"))] == ["Wilma"]


def test_of_each_since_and_until_when_and_of_which_names_that_is_sure(family: Family) -> None:
    place = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("wilma"))
    SamePerson.objects.filter(item=family.member("wilma")).update(confirmed_at=None)
    sure = {"person_id": family.person("wilma"), "confirmed_at": clock.now()}
    SamePerson.objects.update_or_create(item_id=family.member("rita"), defaults=sure)
    Involvement.objects.filter(pk=place.pk).update(until_on=clock.today())
    wilma = named(family)["Wilma"]
    assert (wilma.since, wilma.until) == (place.from_on, clock.today())
    assert wilma.members == {family.member("wilma"), family.member("rita")}
    assert wilma.confirmed == {family.member("rita")}
    assert named(family)["Karim"].until is None


def test_that_a_yes_waits_until_the_child_says_it_anew_stands_with_that_one(family: Family) -> None:
    share(family, "wilma")
    assert not named(family)["Wilma"].is_asked_again
    Say.objects.filter(towards=family.member("wilma")).update(waits=True)
    found = named(family)
    assert found["Wilma"].is_asked_again
    assert not found["Karim"].is_asked_again
    Say.objects.filter(towards=family.member("wilma")).update(withdrawn_at=clock.now())
    assert not named(family)["Wilma"].is_asked_again


def test_of_who_is_two_of_the_circle_a_yes_waits_when_it_does_for_either(family: Family) -> None:
    for member in ("wilma", "rita"):
        SamePerson.objects.update_or_create(
            item_id=family.member(member), defaults={"person_id": family.person("wilma"), "confirmed_at": clock.now()}
        )
        share(family, member)
    for waits, member in ((True, "wilma"), (True, "rita"), (False, "karim")):
        Say.objects.update(waits=False)
        Say.objects.filter(towards=family.member(member)).update(waits=True)
        assert named(family)["Wilma"].is_asked_again is waits


def test_a_side_that_was_said_goes_before_that_of_whom_it_is_about_and_asks_nothing(family: Family) -> None:
    """On which side somebody stands is asked in one statement, of whom no side was said (R16)."""
    lotte = family.door("lotte")
    side = frozenset({uuid7()})
    there = Other(uuid7(), "there", stands("trust_person", *FILE, walls=side), frozenset())
    told = Filing(klass=Klass.FILE, topic=Topic.HOME, about=family.member("papa"), wall=min(side))
    for filings, statements in (([told], 0), ([replace(told, about=None)], 0), ([told, replace(told, wall=None)], 1)):
        with CaptureQueriesContext(connection) as asked:
            found = names_of_each(lotte, Section.JOURNAL, filings, (there,))
        assert found == [["there"], []][: len(filings)]
        assert len(asked) == statements


def test_so_it_is_for_who_may_not_read_her_answers(family: Family) -> None:
    """A parent on the other side is none of whom it is told that they may read it (R16, R20)."""
    wilma, side = family.door("wilma", Section.SAID), uuid7()
    of_papa = Item.objects.get(pk=family.member("papa")).wall_id

    def read_by_a_parent(stands_on: UUID | None, **filed: Any) -> bool:
        cases = (Case.MINOR, Case.REPRESENTS)
        parent = Other(uuid7(), "x", stands("parent", *cases, walls=frozenset({stands_on} - {None})), frozenset())
        filing = Filing(klass=Klass.FILE, topic=Topic.HOME, **filed)
        one = names_of_readers(wilma, Section.JOURNAL, filing, (parent,))
        assert names_of_each(wilma, Section.JOURNAL, [filing], (parent,)) == [one]
        return len(one) > len(names_of_readers(wilma, Section.JOURNAL, filing, ()))

    about = {"about": family.member("papa")}
    assert [read_by_a_parent(one, **about) for one in (of_papa, side, None)] == [True, False, False]
    assert [read_by_a_parent(one, **about, wall=side) for one in (of_papa, side, None)] == [False, True, False]
    assert [read_by_a_parent(one) for one in (of_papa, side, None)] == [True, True, True]


def test_of_rows_that_are_written_at_once_each_has_its_own_readers(family: Family) -> None:
    """As each would be alone; and a row about somebody on a side is of that side (R16)."""
    lotte = family.door("lotte")
    wall = Item.objects.get(pk=family.member("papa")).wall_id
    there = Other(uuid7(), "there", stands("trust_person", *FILE, walls=frozenset({wall})), frozenset())
    beside = Other(uuid7(), "beside", stands("trust_person", *FILE), frozenset())
    filings = [Filing(klass=Klass.FILE, topic=Topic.HOME, about=one) for one in (family.member("papa"), None)]
    both = names_of_each(lotte, Section.JOURNAL, filings, (there, beside))
    assert both == [["there"], ["there", "beside"]]
    assert both == [names_of_readers(lotte, Section.JOURNAL, one, (there, beside)) for one in filings]
    assert names_of_each(lotte, Section.CIRCLE, [CIRCLE]) == [names_of_readers(lotte, Section.CIRCLE, CIRCLE)]
    assert "Noor" in names_of_each(lotte, Section.CIRCLE, [CIRCLE])[0]


@pytest.mark.parametrize("who", ["wilma", "karim"])
def test_to_who_may_not_read_her_answers_it_is_told_in_the_same_words_whatever_noor_answered(
    family: Family, who: str
) -> None:
    """Asked of one and of several, with the others in hand or not (R7, R20)."""
    door, told = family.door(who, Section.SAID), []
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.SCHOOL)
    for _ in range(2):
        told.append(names_of_readers(door, Section.JOURNAL, filing))
        told.append(names_of_readers(door, Section.JOURNAL, filing, others(door)))
        told += names_of_each(door, Section.JOURNAL, [filing])
        share(family, "karim")
    assert told == [told[0]] * 6
    assert told[0][0] == "Noor"
    assert not {"Karim", "Lotte", "Ann", "Tarik"} & set(told[0])


def test_each_of_whom_it_is_told_stands_for_itself_also_of_another_text(family: Family) -> None:
    """Noor by name, who works with her and who reads in her place in words; whoever else reads it too (R7, R20)."""
    wilma = family.door("wilma", Section.SAID)
    places = {"child": (Case.CAPABLE,), "worker": (), "parent": (Case.MINOR, Case.REPRESENTS)}
    people = [Other(uuid7(), "x", stands(one, *cases), frozenset()) for one, cases in places.items()]
    filing = Filing(klass=Klass.FILE, topic=Topic.HOME)
    told = names_of_readers(wilma, Section.JOURNAL, filing, people)
    assert (told[0], len(told)) == ("Noor", 3)
    for number, one in enumerate(people):
        assert names_of_readers(wilma, Section.JOURNAL, filing, (one,)) == [told[number]]
    facts = {"dossier_id": family.noor.dossier, "section": "journal", "klass": "file", "author_id": wilma.me}
    row = Item(topic=Topic.HOME.value, **facts)
    assert names_of_another_text(wilma, row, Klass.FILE, people) == told


def test_whether_noor_reads_it_herself_with_a_way_in_and_without(family: Family) -> None:
    """Of a child without one: what it would read if it had one, and nothing that is for it alone."""
    facts = {"dossier_id": family.noor.dossier, "topic": Topic.SCHOOL.value, "author_id": family.person("lotte")}
    written = Item(section=Section.JOURNAL.value, klass=Klass.OWN_WORDS.value, **facts)
    in_confidence = Item(section=Section.JOURNAL.value, klass=Klass.CONFIDENCE.value, **facts)
    hers = facts | {"author_id": family.person("noor"), "told_to_id": family.person("wilma")}
    by_her = Item(section=Section.SAID.value, klass=Klass.OWN_WORDS.value, **hers)
    lotte, rows = family.door("lotte"), (written, in_confidence, by_her)
    assert [the_child_reads(lotte, one) for one in rows] == [True, False, True]
    Involvement.objects.filter(person=family.person("noor")).update(ended_at=clock.now())
    assert [the_child_reads(lotte, one) for one in rows] == [True, False, False]


def test_contact_that_is_restricted_can_be_left_out_of_what_is_weighed() -> None:
    """And nothing else of that one changes (R28)."""
    whom = Other(uuid7(), "Tarik", stands("parent", restricted=True, walls=frozenset({uuid7()})), frozenset())
    free = whom.without_restriction()
    assert not free.standing.restricted
    assert (free.person, free.standing.walls, free.relation) == (whom.person, whom.standing.walls, Relation.PARENT)
    assert whom.standing.restricted
