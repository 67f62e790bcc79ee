"""Noor said more than once that she is not safe: her first page and that page say what is so of all of it (R14)."""

from html import unescape

import pytest

from kring.access.models import Item, Seen
from kring.access.talked import Talked
from kring.kit import clock
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_closing_over_a_cry import closed_all_the_same
from tests.rooms.test_not_safe import cry, lotte_goes

NOBODY, ALL_LEFT = "Nog niemand las het.", "Wie jij dat zei, kan het nu niet lezen."
SOME_LEFT = "Niet iedereen die jij dat zei, kan het nu lezen."
SPOKE, AGAIN = "Sprak Greet met jou?", "zeg het opnieuw"


def read(family: Family, page: str = "portals:child") -> str:
    return " ".join(unescape(family.page(page, seen_by="noor")).split())


def cries(family: Family) -> list[Item]:
    return list(Item.objects.filter(section=Section.SAID.value, look_on__isnull=False).order_by("pk"))


def says(family: Family, *sentences: str) -> list[bool]:
    return [one in read(family) for one in sentences]


def test_of_one_that_nobody_can_read_it_says_so(family: Family) -> None:
    cry(family)
    lotte_goes(family)
    assert says(family, NOBODY, ALL_LEFT, SOME_LEFT) == [True, True, False]


def test_where_another_can_read_one_still_not_all_of_it_is_lost(family: Family) -> None:
    cry(family)
    cry(family, "karim")
    lotte_goes(family)
    assert says(family, NOBODY, ALL_LEFT, SOME_LEFT) == [True, False, True]
    assert SOME_LEFT in read(family, "portals:unsafe")


def test_what_somebody_opened_is_not_called_unread(family: Family) -> None:
    cry(family)
    cry(family, "karim")
    Seen.objects.create(item=cries(family)[1], person_id=family.person("karim"), at=clock.now())
    lotte_goes(family)
    assert says(family, NOBODY, SOME_LEFT) == [False, True]
    there = read(family, "portals:unsafe")
    assert ("Niet alles wat je zei, is gelezen" in there, "Nog niemand las wat je zei" in there) == (True, False)


@pytest.fixture
def spoken(family: Family) -> Family:
    """Somebody wrote of both that Greet spoke with her, and the place is closed."""
    for who in ("lotte", "karim"):
        cry(family, who)
    by = {"spoken_by": "Greet", "spoken_on": clock.today(), "written_by_id": family.person("lotte")}
    for one in cries(family):
        Talked.objects.create(item=one, written_at=clock.now(), **by)
    return family


def test_in_a_closed_place_nothing_asks_to_say_it_again_where_nobody_would_read_it(spoken: Family) -> None:
    assert AGAIN in read(spoken, "portals:unsafe")
    closed_all_the_same(spoken)
    for page in ("portals:child", "portals:unsafe"):
        told = read(spoken, page)
        assert (AGAIN in told.lower(), told.count(SPOKE)) == (False, 1), page
        assert "Klopt het niet? Bel, of zeg het tegen een groot mens bij jou." in told
