"""Whom Noor hides from someone, is hidden from them everywhere: in the circle, the names, the lists and the days."""

import pytest

from kring.access.desk import desk_of
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.models import Member, Placement
from kring.circle.moments import moments
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Verb
from kring.law.meaning import Expressed, Meaning
from kring.portals.caseload import best_names, seen
from kring.portals.day import day
from kring.rights import reading as rights
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.hiding import hide

NAME = "trainer Karim"


@pytest.fixture
def hidden(family: Family) -> Family:
    """Karim, whom Noor chose as her JIM today, is hidden from Lotte."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today(), words="Hij luistert")
    wishes.name(family.door("noor", Section.RIGHTS), family.member("karim"), said, act=uuid7())
    hide(family, family.member("karim"))
    return family


def test_no_row_about_someone_hidden_passes_a_door(hidden: Family) -> None:
    karim, door = hidden.member("karim"), hidden.door("lotte")
    for rows in (Member.objects.filter(pk=karim), Placement.objects.filter(member=karim)):
        assert not door.within(rows)
    assert not door.within(Wish.objects.filter(member=karim))
    for row in hidden.door("noor").within(Placement.objects.filter(member=karim)):
        assert not door.may(row, Verb.READ)
        assert not door.may(row, Verb.CHANGE)
    assert hidden.door("noor").within(Placement.objects.filter(member=karim))


def test_nor_the_desk(hidden: Family) -> None:
    desk = desk_of(hidden.actor("lotte"))
    assert not desk.within(Placement.objects.filter(member=hidden.member("karim")))
    assert NAME not in best_names(desk.within(Placement.objects.all())).values()
    (noor,) = (one for one in seen(desk, desk.dossiers.values()) if one.dossier == hidden.noor.dossier)
    assert noor.people == 12
    assert not noor.beside


def test_no_page_says_the_name(hidden: Family) -> None:
    assert hidden.member("karim") not in reading.names(hidden.door("lotte"))
    assert not rights.beside(hidden.door("lotte", Section.RIGHTS))
    for page in ("circle:page", "circle:list", "circle:layers", "circle:versions", "portals:child", "rights:wish"):
        assert NAME not in hidden.page(page, seen_by="lotte")
        assert hidden.page(page, seen_by="noor")
    assert NAME in hidden.page("circle:list", seen_by="noor")
    assert "K." not in day(hidden.door("lotte"), clock.today()).text(by="Lotte", own_words=True)


def test_a_day_on_which_only_someone_hidden_moved_is_no_day_to_compare(hidden: Family) -> None:
    karim = hidden.member("karim")
    where = hidden.url("circle:remove", member=karim)
    before = moments(hidden.door("lotte"), Layer.CHILD)
    hidden.browser("noor").post(where, {"once": hidden.once(), "layer": "child"})
    hidden.browser("noor").post(hidden.url("circle:add"), {"once": hidden.once(), "layer": "adult", "names": "x"})
    assert moments(hidden.door("lotte"), Layer.CHILD) == before
