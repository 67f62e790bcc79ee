"""A concern about a person, cell by cell, written by hand from R19 and brief 1.6 row 8, and not from the table.

By default who works with the child reads it and nobody else; a named worker may decide to tell it to one person; the
one it is about never reads it, by no road.
"""

from dataclasses import replace
from typing import Any

import pytest

from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic, Verb, rules_for

DIRK = uuid7()
"""A family friend, about whom there is a concern: his place in the circle."""
PLACE, WRITER, ME, CONCERN = uuid7(), uuid7(), uuid7(), uuid7()

TOLD_BY_CHOICE = {"child", "trust_person", "jim", "supporter", "parent", "upbringer"}
READS = {Verb.KNOW, Verb.READ}


def concern(**other: Any) -> Item:
    facts = {"topic": Topic.SAFETY.value, "author_id": WRITER, "about_id": DIRK} | other
    return Item(pk=CONCERN, dossier_id=PLACE, section="concerns", klass=Klass.CONCERN.value, **facts)


def who(relation: str, **facts: Any) -> Sieve:
    return Sieve(dossier=PLACE, section=Section.CONCERNS, relation=Relation(relation), me=ME, **facts)


def may(sieve: Sieve, item: Item | None = None) -> set[Verb]:
    """Which verbs pass; adding is asked of the class."""
    passes = {verb for verb in Verb if verb is not Verb.ADD and sieve.lets(item or concern(), verb)}
    return passes | ({Verb.ADD} if sieve.may_add(Klass.CONCERN) else set())


TOLD = Answers(told=frozenset({CONCERN}))
ALL_THE_CHILD_CAN_SAY = Answers(yes_items=frozenset({CONCERN}), yes_topics=frozenset(Topic))


def test_who_works_with_the_child_writes_reads_and_looks_at_it_again() -> None:
    assert may(who("worker")) == set(Verb)


@pytest.mark.parametrize("relation", sorted(set(Relation) - {Relation.WORKER}))
def test_by_default_nobody_else_even_knows(relation: Relation) -> None:
    assert may(who(relation, cases=frozenset(Case))) == set()


@pytest.mark.parametrize("relation", sorted(Relation))
def test_a_decision_of_a_worker_tells_it_and_gives_no_pen(relation: Relation) -> None:
    """To the child and whoever stands beside it; a guide, a lead, a service or the house is not told by it."""
    reads = READS if relation.value in TOLD_BY_CHOICE else set()
    assert may(who(relation, answers=TOLD)) == (set(Verb) if relation is Relation.WORKER else reads)


@pytest.mark.parametrize("relation", sorted(set(Relation) - {Relation.WORKER}))
def test_no_yes_of_the_child_nor_of_a_parent_opens_it(relation: Relation) -> None:
    said = replace(ALL_THE_CHILD_CAN_SAY, theirs=frozenset({CONCERN}))
    assert may(who(relation, answers=said, cases=frozenset(Case))) == set()


@pytest.mark.parametrize("relation", sorted(Relation))
def test_the_one_it_is_about_never_knows_by_any_road(relation: Relation) -> None:
    """Told, shared, in an emergency, written by itself, and also when it works with the child (J8)."""
    roads = Answers(
        told=frozenset({CONCERN}),
        theirs=frozenset({CONCERN}),
        yes_items=frozenset({CONCERN}),
        yes_topics=frozenset(Topic),
        disclosed=frozenset({CONCERN}),
    )
    dirk = who(relation, answers=roads, mine=frozenset({DIRK}), cases=frozenset(Case))
    assert not may(dirk) & {Verb.KNOW, Verb.READ, Verb.CHANGE}
    assert not may(dirk, concern(author_id=ME)) & {Verb.KNOW, Verb.READ, Verb.CHANGE}


def test_somebody_else_of_the_circle_reads_it_when_told_and_not_when_it_is_about_another_wall() -> None:
    side, other = uuid7(), uuid7()
    karim = who("trust_person", answers=TOLD, mine=frozenset({uuid7()}), walls=frozenset({side}))
    assert may(karim, concern(wall_id=side)) == READS
    assert may(karim, concern(wall_id=other)) == set()


def test_what_was_told_is_told_no_longer_once_contact_is_restricted_or_the_place_is_closed() -> None:
    assert may(who("supporter", answers=TOLD)) == READS
    assert may(who("supporter", answers=TOLD, restricted=True)) == set()
    assert may(who("supporter", answers=TOLD, closed=True)) == set()
    assert may(who("worker", closed=True)) == READS, "what stood open is still read, and nothing is written"


def test_another_concern_is_not_told_along() -> None:
    assert may(who("parent", answers=Answers(told=frozenset({uuid7()})))) == set()


@pytest.mark.parametrize("relation", sorted(Relation))
@pytest.mark.parametrize("section", sorted(set(Section) - {Section.CONCERNS}))
def test_a_concern_stands_in_no_other_part(relation: Relation, section: Section) -> None:
    """So that no list, count or page of another part can hold one."""
    assert rules_for(relation, section, Klass.CONCERN, frozenset(Case)) == []


@pytest.mark.parametrize("klass", sorted(set(Klass) - {Klass.CONCERN}))
def test_and_nothing_else_stands_among_the_concerns(klass: Klass) -> None:
    assert not [one for one in Relation if rules_for(one, Section.CONCERNS, klass, frozenset(Case))]
