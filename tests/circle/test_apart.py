"""Two of one name in a circle: drawing, list and sheet tell them apart in words, and say no more than that."""

from itertools import permutations

from kring.circle.apart import called_apart
from kring.circle.domains import Domain, Kind, Ring
from kring.circle.drawing import Names, draw, draw_page
from kring.circle.picture import Dot, Picture


def dot(key: str, name: str, domain: Domain = Domain.FAMILY, ring: Ring = Ring.NEAR) -> Dot:
    return Dot(key, name, ring, domain, Kind.PERSON)


def test_where_they_stand_tells_them_apart_and_a_name_of_one_stays_as_it_is() -> None:
    people = [(1, "Jan", Domain.FAMILY), (2, "jan ", Domain.SCHOOL), (3, "Lea", Domain.FAMILY)]
    called = called_apart(people)
    assert called[1] == "Jan (familie)"
    assert called[2] == "jan  (school)"
    assert called[3] == "Lea"


def test_two_in_one_place_have_a_number_in_the_order_in_which_they_were_named() -> None:
    people = [(one, "mama", Domain.FAMILY) for one in (1, 2)] + [(3, "mama", Domain.FRIENDS)]
    called = called_apart(people)
    assert [called[one].partition("(")[2] for one in (1, 2)] == [f"familie, nummer {number})" for number in (1, 2)]
    assert called[3] == "mama (vrienden)"
    for some in permutations(people):
        assert len(set(called_apart(some).values())) == 3


def test_without_a_place_a_number_is_all_there_is() -> None:
    assert set(called_apart([(1, "Jan", None), (2, "Jan", None)]).values()) == {"Jan (nummer 1)", "Jan (nummer 2)"}


def test_the_drawing_says_both_names_and_how_near_nobody() -> None:
    two = Picture("Noor", (dot("a", "oma"), dot("b", "oma", ring=Ring.FURTHER), dot("c", "juf", Domain.SCHOOL)))
    for drawn in (draw_page(two), draw(two, rings=False, standalone=True), draw(two, standalone=True)):
        assert "nummer 1" in drawn
        assert "nummer 2" in drawn
    alone = Picture("Noor", two.dots[1:])
    for drawn in (draw_page(alone), draw(alone, rings=False, standalone=True)):
        assert "nummer" not in drawn, "who is left out of a picture leaves no word in it"
    assert draw(two, names=Names.INITIALS, standalone=True) == draw(two, names=Names.INITIALS, standalone=True)
    assert "nummer" not in draw(two, names=Names.INITIALS, standalone=True)
    assert "nummer" not in draw(two, names=Names.NONE, standalone=True)
