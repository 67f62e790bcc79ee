"""A name that stands there already is asked about only to who reads that one: not across a wall (R16).

To the child, and to who works with it and its circle, no side is closed; to who stands on a side the other one is.
"""

from html import unescape

import pytest

from kring.access.acts.protecting import Toward
from kring.access.door import RefusedError
from kring.circle import reading
from kring.circle.acts.people import add
from kring.circle.acts.walls import put
from kring.circle.domains import Layer
from kring.kit.keys import uuid7
from tests.family import Family
from tests.links import share
from tests.rooms.test_walls import wall

LEA = "Lea van Bos"
EVERYBODY = ("noor", "lotte", "bram", "wilma", "karim", "ann", "tarik", "rita")
SEES_BOTH = {"noor", "lotte", "bram"}


@pytest.fixture
def lea(family: Family) -> Family:
    """One human being on both sides, as two of the circle: Lea of mama's street, who trains with papa."""
    for key, side in (("wilma", "mama"), ("mama", "mama"), ("karim", "papa"), ("papa", "papa")):
        put(family.door("lotte"), Toward(member=family.member(key)), wall(family, side), act=uuid7())
    for side in ("mama", "papa"):
        (key,) = add(family.door("noor"), [LEA], layer=Layer.CHILD, act=uuid7())
        put(family.door("lotte"), Toward(member=key), wall(family, side), act=uuid7())
    for key in ("wilma", "karim"):
        share(family, key)
    return family


def of_her(family: Family, who: str) -> int:
    """How many of that name somebody reads in the circle."""
    try:
        door = family.door(who)
    except RefusedError:
        return 0
    return sum(one.name == LEA for one in reading.people(door, Layer.CHILD))


def says(family: Family, who: str, page: str, **sent: str) -> str:
    answer = family.browser(who).post(family.url(page), {"once": family.once(), **sent}, follow=True)
    return " ".join(unescape(answer.content.decode()).split())


def test_who_stands_on_a_side_reads_one_of_them_and_nothing_of_two(lea: Family) -> None:
    assert {who: of_her(lea, who) for who in ("noor", "lotte", "bram", "wilma", "karim")} == {
        "noor": 2,
        "lotte": 2,
        "bram": 2,
        "wilma": 1,
        "karim": 1,
    }
    for who in EVERYBODY:
        assert of_her(lea, who) < 2 or who in SEES_BOTH, who


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_warning_in_the_circle_tells_of_nobody_that_one_does_not_read(lea: Family, who: str) -> None:
    page = says(lea, who, "circle:add", names="Lea van Bos", layer="child")
    assert page.count("staat er al") == (who in SEES_BOTH), "one question, and no number of how many"


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_the_question_after_a_choice_names_one_and_no_side(lea: Family, who: str) -> None:
    page = says(lea, who, "rights:wish", person="new", name="Lea van Boss", meaning="jim")
    assert page.count("Is dit dezelfde als Lea van Bos") == 1
    assert "kant van" not in page.partition("Is dit dezelfde als")[2].partition("?")[0]


@pytest.mark.parametrize("who", ["wilma", "karim", "ann", "tarik", "rita"])
def test_nobody_on_a_side_is_asked_whether_somebody_is_one_of_the_other(lea: Family, who: str) -> None:
    for page in ("rights:wish", "rights:let_in", "rights:let_parent_in", "rights:restrictions"):
        told = says(lea, who, page, person="new", name=LEA)
        assert (LEA in told) <= bool(of_her(lea, who)), page
        assert "dezelfde als" not in told, page
