"""Contact with Tarik himself is restricted, and a worker said that he is papa: a second account that is papa later is
shut too, until a worker says that it is another human being (R28)."""

from html import unescape

import pytest

from kring.access.acts.protecting import is_restricted
from kring.access.models import Restriction
from kring.law.access import Section
from tests.family import Family
from tests.rooms.pointing import confirm, point
from tests.rooms.test_restrictions import look, person, record, sections
from tests.rooms.test_somebody_else import another

ASKS = "papa is nu: Ann (ouder). Geldt ze daar ook voor?"


@pytest.fixture
def apart(family: Family) -> Family:
    """On the account alone: papa was not ticked, as everybody knew who that is."""
    point(family, "tarik", "papa")
    confirm(family, "papa")
    assert record(family, person(family, "tarik")).status_code == 302
    assert Restriction.objects.get().member_id is None
    return family


def restrictions(family: Family) -> str:
    return " ".join(unescape(family.page("rights:restrictions", seen_by="lotte")).split())


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_who_is_papa_after_him_is_shut_until_lotte_answers(apart: Family, by: str) -> None:
    assert another(apart, "papa", "new", by=by) == 302
    assert is_restricted(apart.noor.dossier, member=apart.member("papa")), "no link for papa meanwhile"
    assert len(sections(apart, "ann")) > 1
    point(apart, "ann", "papa")
    assert sections(apart, "ann") <= {Section.SAID}
    assert ASKS in restrictions(apart)
    asked = Restriction.objects.get(member=apart.member("papa"))
    assert look(apart, asked, "over").status_code == 302
    assert len(sections(apart, "ann")) > 1
    assert sections(apart, "tarik") <= {Section.SAID}, "with him it holds still"


def test_of_whom_nobody_confirmed_it_nothing_stays_with_papa(family: Family) -> None:
    """Noor's tap alone takes the way in from nobody: it was never sure that he was papa."""
    point(family, "tarik", "papa")
    assert record(family, person(family, "tarik")).status_code == 302
    assert another(family, "papa", "new") == 302
    point(family, "ann", "papa")
    assert len(sections(family, "ann")) > 1
    assert sections(family, "tarik") <= {Section.SAID}


def test_moved_there_and_back_he_is_restricted_once(apart: Family) -> None:
    for of, to in (("papa", "mama"), ("mama", "papa"), ("papa", "mama")):
        assert another(apart, of, to) == 302
    assert Restriction.objects.in_force().filter(member=apart.member("papa")).count() == 1
    assert Restriction.objects.in_force().filter(person=apart.person("tarik")).count() == 1
