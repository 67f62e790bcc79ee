"""Who else will read a text, and whom of those the writer is told by name (R7, R8, R16, R20), cell by cell."""

import pytest

from kring.access.readers import Other, names_of_each, names_of_readers, readers
from kring.access.sieve import Answers
from kring.access.writing import Filing
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic
from tests.rooms.doors_by_hand import door_of, stands

SIDE, IN_THE_CIRCLE = uuid7(), uuid7()
SCHOOL = Answers(yes_topics=frozenset({Topic.SCHOOL}))
WORDS = Filing(klass=Klass.OWN_WORDS, topic=Topic.SCHOOL)
FILE = Filing(klass=Klass.FILE, topic=Topic.SCHOOL)
THE_HELP = "wie Noor begeleidt (als Noor dat goed vindt)"
A_PARENT_READS = "een ouder die in de plaats van Noor leest (als Noor dat goed vindt)"
CLOSED = Answers(no_topics=frozenset({Topic.SCHOOL.value}))


def other(name: str, relation: str, *cases: Case, **facts: object) -> Other:
    me = frozenset({IN_THE_CIRCLE})
    return Other(uuid7(), name, stands(relation, *cases, **facts), me, me)


def names(by: str, filing: Filing, *around: Other) -> list[str]:
    return names_of_readers(door_of(by), Section.JOURNAL, filing, around)


LOTTE, BRAM = other("Lotte", "worker"), other("Bram", "worker")
NOOR, KARIM = other("Noor", "child"), other("Karim", "supporter", answers=SCHOOL)
WILMA = other("Wilma", "jim")
MAMA = other("Ann", "parent", Case.REPRESENTS)


def test_the_child_is_told_everyone_who_reads_what_it_writes_and_not_itself() -> None:
    assert names("child", WORDS, LOTTE, KARIM, WILMA) == ["Lotte", "Karim"]
    assert names("child", WORDS) == []


def test_who_works_with_the_child_is_told_of_the_child_first_and_once() -> None:
    assert names("worker", WORDS, NOOR, BRAM, WILMA, KARIM) == ["Noor", "Bram", "Karim"]


def test_a_child_without_a_way_in_is_named_where_it_would_read() -> None:
    assert names("worker", WORDS, BRAM) == ["Noor", "Bram"]
    assert names("worker", FILE, BRAM) == ["Bram"], "not before it can decide that, and somebody says so"


def test_a_child_that_reads_by_more_than_its_position_is_named_as_well() -> None:
    assert names("worker", FILE, BRAM, other("Noor", "child", Case.CAPABLE)) == ["Noor", "Bram"]


@pytest.mark.parametrize("by", ["trust_person", "jim", "supporter", "parent", "parents_trust_person"])
def test_who_may_not_read_the_answers_is_told_the_same_whatever_they_are(by: str) -> None:
    """Not whom the child let in, and not to whom it closed something, one subject at a time (R7, R20)."""
    lotte = other("Lotte", "worker", answers=CLOSED)
    mama = other("Ann", "parent", Case.REPRESENTS, answers=CLOSED)
    by_its_yes = other("Karim", "trust_person", Case.CAPABLE, Case.FILE_ACCESS, answers=SCHOOL)
    for filing, told in ((WORDS, ["Noor", THE_HELP]), (FILE, [THE_HELP])):
        for around in ((NOOR, LOTTE), (NOOR, lotte), (NOOR, LOTTE, KARIM), (NOOR, lotte, by_its_yes)):
            assert names(by, filing, *around) == told
            assert names_of_each(door_of(by), Section.JOURNAL, [filing], around) == [told]
    for around in ((LOTTE, MAMA), (lotte, mama), (LOTTE, mama), (lotte, MAMA, by_its_yes)):
        assert names(by, FILE, *around) == [THE_HELP, A_PARENT_READS]
    assert names(by, WORDS) == ["Noor"]
    assert names(by, Filing(klass=Klass.CONFIDENCE, topic=Topic.SCHOOL), NOOR, lotte, KARIM) == [THE_HELP]


def test_to_who_may_read_the_answers_who_is_closed_out_is_not_named() -> None:
    closed = other("Bram", "worker", answers=CLOSED)
    assert names("worker", FILE, closed, LOTTE) == ["Lotte"]
    assert names("child", WORDS, closed, LOTTE) == ["Lotte"]


def test_a_worker_reads_the_name_of_that_parent() -> None:
    assert names("worker", FILE, BRAM, MAMA) == ["Bram", "Ann"]


def test_whom_the_child_chose_for_this_text_reads_it_and_nobody_else_of_those_who_ask_a_yes() -> None:
    chosen = Other(
        uuid7(), "Karim", stands("supporter"), frozenset({IN_THE_CIRCLE, uuid7()}), frozenset({IN_THE_CIRCLE})
    )
    not_chosen = Other(uuid7(), "Wilma", stands("jim"), frozenset({uuid7()}))
    everyone = (LOTTE, chosen, not_chosen)
    door = door_of("child")
    assert readers(door, Section.JOURNAL, WORDS, everyone) == [LOTTE]
    assert readers(door, Section.JOURNAL, WORDS, everyone, frozenset({IN_THE_CIRCLE})) == [LOTTE, chosen]


def test_what_stands_on_a_side_is_read_on_that_side() -> None:
    on_a_side = Filing(klass=Klass.OWN_WORDS, topic=Topic.SCHOOL, wall=SIDE)
    there = other("Ann", "supporter", answers=SCHOOL, walls=frozenset({SIDE}))
    assert readers(door_of("child"), Section.JOURNAL, on_a_side, (LOTTE, KARIM, there)) == [LOTTE, there]


def test_what_is_held_close_is_read_by_whom_the_child_chose() -> None:
    close = Filing(klass=Klass.OWN_WORDS, topic=Topic.SCHOOL, held_close=True)
    assert readers(door_of("child"), Section.JOURNAL, close, (LOTTE, KARIM)) == []
    assert readers(door_of("child"), Section.JOURNAL, close, (LOTTE, KARIM), frozenset({IN_THE_CIRCLE})) == [
        LOTTE,
        KARIM,
    ]


def test_what_is_said_to_one_is_read_by_that_one() -> None:
    told = Filing(klass=Klass.OWN_WORDS, told_to=LOTTE.person)
    assert readers(door_of("child"), Section.SAID, told, (LOTTE, BRAM, KARIM)) == [LOTTE]
    assert LOTTE.relation is Relation.WORKER
