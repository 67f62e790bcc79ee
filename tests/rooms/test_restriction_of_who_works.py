"""Noor tapped the wrong one, when that could be done: Lotte is papa.

A restriction with papa would take her only worker away (R13, R28).
"""

from html import unescape

import pytest

from kring.access.models import Restriction, SamePerson
from kring.audit.events import Event
from tests.family import Family
from tests.rooms.pointing import confirm, pointed_before, surely
from tests.rooms.test_handing_over import an, give  # noqa: F401  # a fixture
from tests.rooms.test_restrictions import member, person, record
from tests.rooms.test_somebody_else import another

WHY = "Er staat dat Lotte in de kring papa is, en Lotte werkt met Noor. Zo komt Lotte hier niet meer binnen."
FIRST = "Zet eerst samen met Noor recht wie Lotte is, of laat een collega of wie het team leidt kijken."


@pytest.fixture
def taken_for_papa(family: Family) -> Family:
    pointed_before(family, "lotte", "papa")
    return family


def test_lotte_does_not_shut_herself_out_and_reads_what_comes_first(taken_for_papa: Family) -> None:
    family = taken_for_papa
    answer = record(family, member(family, "papa"), none_of_them="on")
    assert answer.status_code == 200
    assert f"{WHY} {FIRST}" in unescape(answer.content.decode())
    assert not Restriction.objects.exists()
    assert family.log(Event.RESTRICTION_RECORDED) == 0
    assert family.browser("lotte").get(family.url("portals:known")).status_code == 200


def test_nor_of_whom_it_is_sure_nor_beside_who_is_meant(taken_for_papa: Family, an: str) -> None:  # noqa: F811
    """A tick more, or the answer to who of the circle somebody is, is the same question."""
    family = taken_for_papa
    assert give(family, an, stays="on") == 302
    confirm(family, "papa", by="an")
    assert SamePerson.objects.get(item=family.member("papa")).confirmed_at
    for who in ("lotte", "an"):
        both = record(family, person(family, "tarik"), member(family, "papa"), by=who)
        assert both.status_code == 200
        tarik = person(family, "tarik")
        assert record(family, tarik, by=who, **{f"is_{tarik}": member(family, "papa")}).status_code == 200
    assert not Restriction.objects.exists()


def test_once_noor_put_it_right_it_holds_for_who_it_is(taken_for_papa: Family) -> None:
    family = taken_for_papa
    assert another(family, "papa", "new") == 302
    assert record(family, member(family, "papa"), none_of_them="on").status_code == 302
    assert Restriction.objects.get().member_id == family.member("papa")
    assert family.browser("lotte").get(family.url("portals:known")).status_code == 200


def test_who_comes_in_as_a_parent_is_restricted_whatever_else_it_is(family: Family) -> None:
    surely(family, "tarik", "papa")
    assert record(family, member(family, "papa")).status_code == 302
    assert Restriction.objects.get().member_id == family.member("papa")
