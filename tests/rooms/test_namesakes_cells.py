"""In which words two of one name are told apart (R16, R20): by what they are, their side, since when, and by number."""

from datetime import date
from uuid import UUID

from kring.access.namesakes import Standing, told_apart
from kring.dossier.models import Wall
from kring.kit.keys import uuid7
from kring.law.access import Relation
from tests.family import Family

MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 1)
NOWHERE = frozenset[UUID]()


def one(name: str, relation: str, on: date = MARCH, walls: frozenset[UUID] = NOWHERE) -> Standing:
    return uuid7(), name, Relation(relation), walls, on


def called(*people: Standing) -> list[str]:
    """As they are called, in this order."""
    found = told_apart(people)
    return [found[person[0]] for person in people]


def test_a_name_that_one_has_is_left_as_it_is() -> None:
    assert called(one("Ann", "parent"), one("Rita", "supporter")) == ["Ann", "Rita"]
    assert called() == []


def test_two_of_one_name_are_told_apart_by_what_they_are_however_it_is_written() -> None:
    everyone = one("Ann", "parent"), one("ann", "supporter"), one("Rita", "supporter")
    assert called(*everyone) == ["Ann (ouder)", "ann (steunfiguur)", "Rita"]
    assert called(one("Ann", "worker"), one("Ann", "parent")) == ["Ann (begeleiding)", "Ann (ouder)"]


def test_who_are_alike_are_told_apart_by_since_when_and_who_differs_anyway_is_not() -> None:
    people = one("Ann", "parent"), one("ann", "parent", APRIL), one("Ann", "jim", APRIL)
    assert called(*people) == ["Ann (ouder, sinds 2 maart 2026)", "ann (ouder, sinds 1 april 2026)", "Ann (JIM)"]


def test_that_another_name_is_told_apart_in_the_same_words_adds_nothing() -> None:
    people = one("Ann", "parent"), one("Ann", "jim"), one("Rita", "parent"), one("Rita", "jim")
    assert called(*people) == ["Ann (ouder)", "Ann (JIM)", "Rita (ouder)", "Rita (JIM)"]


def test_who_came_on_one_day_as_well_have_a_number_that_stays_theirs() -> None:
    """By their keys: whatever order they come in."""
    first, second = (("Ann", Relation.PARENT, NOWHERE, MARCH) for _ in range(2))
    low, high = sorted([uuid7(), uuid7()])
    both = (high, *first), (low, *second)
    assert called(*both, one("ANN", "parent", APRIL)) == [
        "Ann (ouder, sinds 2 maart 2026, nummer 2)",
        "Ann (ouder, sinds 2 maart 2026, nummer 1)",
        "ANN (ouder, sinds 1 april 2026)",
    ]
    assert told_apart(both) == told_apart(both[::-1])


def test_the_side_on_which_one_stands_is_told_with_it(family: Family) -> None:
    """Of a side without a name, and of one that is there no more, nothing."""
    sides = sorted(Wall.objects.filter(dossier=family.noor.dossier), key=lambda wall: wall.label)
    (nameless, mama, papa) = (frozenset({wall.pk}) for wall in sides)
    of_mama, of_papa = (wall.label for wall in sides[1:])
    assert not sides[0].label
    assert called(one("Ann", "parent", walls=mama), one("Ann", "parent", walls=papa)) == [
        f"Ann (ouder, {of_mama})",
        f"Ann (ouder, {of_papa})",
    ]
    assert called(one("Ann", "parent", walls=papa | mama), one("Ann", "jim", walls=nameless | {uuid7()})) == [
        f"Ann (ouder, {of_mama}, {of_papa})",
        "Ann (JIM)",
    ]
