"""Noor points out Tarik as mama, who stands on the other side: Lotte reads what opens by it before she taps (R16)."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.acts.protecting import Toward
from kring.access.models import Item, SamePerson
from kring.circle.acts.walls import put
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section
from tests.family import Family
from tests.rooms.pointing import confirm, point
from tests.rooms.test_walls import wall
from tests.rooms.test_who_it_is_is_confirmed import reads

ACROSS = "Let op. Mama staat hier: De kant van mama. Tarik komt binnen aan de andere kant."


@pytest.fixture(autouse=True)
def two_sides(family: Family) -> None:
    """Mama and Ann on the one side, papa and Tarik on the other; nobody said yet who they are."""
    SamePerson.objects.filter(item__in=[family.member("mama"), family.member("papa")]).delete()
    for who, side in (("ann", "mama"), ("tarik", "papa")):
        put(family.door("lotte"), Toward(person=family.person(who)), wall(family, side), act=uuid7())
    for side in ("mama", "papa"):
        put(family.door("lotte"), Toward(member=family.member(side)), wall(family, side), act=uuid7())


def known(family: Family, who: str = "lotte") -> str:
    return " ".join(unescape(family.page("portals:known", seen_by=who)).split())


def about_mama(family: Family, side: UUID | None) -> UUID:
    """What Lotte wrote of the home of mama, on a side or on none."""
    home = Passage.objects.filter(item__klass=Klass.HOUSEHOLD)
    row: Passage = family.door("lotte", Section.JOURNAL).within(home).get()
    Item.objects.filter(pk=row.pk).update(about=family.member("mama"), wall=side)
    return row.pk


def test_lotte_reads_it_before_she_taps_and_what_she_reads_is_so(family: Family) -> None:
    assert "Let op." not in known(family)
    point(family, "tarik", "mama")
    there = known(family)
    assert ACROSS in there
    assert "Wat over mama is opgeschreven en aan geen kant staat, gaat dan open voor Tarik." in there
    assert "Wat aan de kant van mama staat, blijft dicht voor Tarik." in there
    assert family.url("portals:about", member=family.member("mama")) in there.split(ACROSS)[1]
    row = about_mama(family, None)
    assert row not in reads(family)
    confirm(family, "mama")
    assert row in reads(family)
    about_mama(family, wall(family, "mama"))
    assert row not in reads(family)
    assert ACROSS not in known(family), "it was said"


def test_on_ones_own_side_nothing_is_warned_of(family: Family) -> None:
    point(family, "tarik", "papa")
    assert "Klopt dat?" in known(family)
    assert "Let op." not in known(family)


@pytest.mark.parametrize("who", ["noor", "ann", "tarik"])
def test_nobody_else_reads_who_stands_on_which_side(family: Family, who: str) -> None:
    point(family, "tarik", "mama")
    assert ACROSS in known(family)
    page = family.browser(who).get(family.url("portals:known"))
    assert "Let op." not in page.content.decode()
