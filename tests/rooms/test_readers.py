"""Who else is involved with a child, as its own door would weigh it (R15, R16, R20)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.models import Item
from kring.access.readers import Other, others, readers
from kring.access.writing import Filing
from kring.dossier.models import Involvement
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic
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
