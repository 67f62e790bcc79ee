"""Sem sees on his first page, small as he is, that somebody came in with a new card, and ends it (R7, R8, A134)."""

import pytest
from django.test import Client

from tests.family import Family
from tests.rooms.small import read, where
from tests.rooms.test_code_card import OTHER, make, type_over
from tests.rooms.test_code_card import choose as choose_digits
from tests.rooms.test_picture_code import choose, register, tap
from tests.rooms.test_whose_card import last

CAME = "Iemand kwam binnen met een nieuw kaartje"
THAT_WAS_ME = "rights:own_it_was_me"


@pytest.fixture
def sem(family: Family) -> Client:
    """Sem, where he always comes in."""
    return family.browser("sem")


@pytest.fixture
def thief(family: Family, sem: Client) -> Client:
    """Whoever used the card that Lotte made for Sem."""
    browser, carried = type_over(make(family, anew=True, place=family.sem.dossier))
    assert CAME not in read(sem, where(family, "portals:child")), "a card that nobody used is no news to him"
    choose_digits(browser, carried, OTHER)
    return browser


def test_sem_sees_who_made_it_and_stops_it_in_two_taps(family: Family, sem: Client, thief: Client) -> None:
    home = where(family, "portals:child")
    assert thief.get(home).status_code == 200
    seen = read(sem, home)
    assert CAME in seen
    assert "Lotte maakte dat kaartje." in seen
    there = where(family, "rights:own_not_me", card=last())
    assert there in seen
    assert "Dat was ik niet: stop het" in read(sem, there)
    assert sem.post(there, {"once": family.once()}).status_code == 302
    assert thief.get(home).status_code != 200
    assert CAME not in read(sem, home)


def test_nobody_else_stops_it_for_him(family: Family, thief: Client) -> None:
    there = where(family, "rights:own_not_me", card=last())
    for who in ("lotte", "noor", "ann"):
        assert family.browser(who).post(there, {"once": family.once()}).status_code == 404
    assert thief.get(where(family, "portals:child")).status_code == 200


def test_with_pictures_he_stops_it_too_and_does_not_say_that_it_was_him(family: Family, thief: Client) -> None:
    """Who made the card made the pictures too."""
    tablet = register(family, "lotte")
    choose(family)
    tap(tablet)
    it_was_me, there = (where(family, page, card=last()) for page in (THAT_WAS_ME, "rights:own_not_me"))
    seen = read(tablet, where(family, "portals:child"))
    assert there in seen
    assert it_was_me not in seen
    tablet.post(it_was_me, {"once": family.once()})
    assert CAME in read(tablet, where(family, "portals:child"))
    assert tablet.post(there, {"once": family.once()}).status_code == 302
    assert thief.get(where(family, "portals:child")).status_code != 200
