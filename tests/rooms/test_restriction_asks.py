"""A restriction towards someone of the circle while others come in of whom nobody said who they are (R28)."""

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse

from kring.access.acts.protecting import is_restricted
from kring.access.models import Restriction
from kring.law.access import Relation, Section
from tests.family import Family
from tests.links import give, share
from tests.rooms.pointing import point
from tests.rooms.test_restrictions import member, person, record, sections


def words(told: HttpResponse) -> str:
    return " ".join(told.content.decode().split())


def success(told: HttpResponse) -> list[str]:
    return [str(one) for one in get_messages(told.wsgi_request)]  # type: ignore[attr-defined]  # of the test client


def test_papa_alone_is_not_saved_before_who_comes_in_was_asked(family: Family) -> None:
    """Nobody said that Tarik is papa: with papa alone he would stay in, and Lotte would read that nothing opens."""
    told = record(family, member(family, "papa"))
    assert told.status_code == 200
    assert (
        "Ann en Tarik komen hier binnen, en het is niet zeker wie van de kring zij zijn. "
        "Geldt dit ook voor een van hen? Vink die dan hierboven aan. Geldt het voor geen van hen, zeg dat dan."
    ) in words(told)
    assert 'name="none_of_them"' in words(told)
    assert not Restriction.objects.exists()
    assert 'name="none_of_them"' not in family.page("rights:restrictions", seen_by="lotte")
    assert record(family, member(family, "papa"), person(family, "tarik")).status_code == 302
    assert sections(family, "tarik") <= {Section.SAID}
    asked = words(record(family, member(family, "els")))  # of Tarik it is known now
    assert "Ann komt hier binnen, en het is niet zeker wie van de kring dat is." in asked
    assert "Tarik komt" not in asked


def test_papa_alone_is_saved_when_lotte_says_that_it_is_none_of_them(family: Family) -> None:
    """And what she reads then is so: nothing was shut, and they come in as before."""
    told = record(family, member(family, "papa"), none_of_them="on")
    read = (
        "De contactbeperking geldt vanaf nu. Als papa komt hier niemand binnen, voor zover Kring weet. "
        "Er was geen link die werkte. Voor Ann en Tarik verandert er niets."
    )
    assert success(told) == [read]
    assert Restriction.objects.count() == 1
    assert sections(family, "tarik") > {Section.SAID}


@pytest.mark.parametrize("both", [False, True])
def test_two_of_the_circle_and_one_who_comes_in_is_still_asked(family: Family, both: bool) -> None:
    """Mama and papa with Tarik alone: one of the two nobody knows yet."""
    told = record(
        family,
        member(family, "mama"),
        member(family, "papa"),
        person(family, "tarik"),
        *([person(family, "ann")] if both else []),
    )
    assert (told.status_code == 302) is both
    assert Restriction.objects.exists() is both


def test_who_is_known_to_come_in_is_restricted_without_a_question(family: Family) -> None:
    share(family, "wilma")
    told = record(family, member(family, "wilma"))
    (read,) = success(told)
    assert read == (
        "De contactbeperking geldt vanaf nu. Wie hier binnenkomt als Wilma: Wilma (JIM). "
        "Links van Wilma werken niet meer."
    )


WHO = "Wie in de kring is Tarik?"


def test_tarik_alone_is_not_saved_before_lotte_says_who_of_the_circle_he_is(family: Family) -> None:
    """Papa may come in by a link of his own: that went on, and she read that links did not work any more."""
    give(family, "papa", by="lotte", expressed="said", relation=Relation.SUPPORTER)
    told = record(family, person(family, "tarik"), **{f"is_{person(family, 'tarik')}": ""})
    assert WHO in words(told)
    assert "niemand in de kring" in words(told)
    assert not Restriction.objects.exists()
    assert WHO not in family.page("rights:restrictions", seen_by="lotte")
    saved = record(family, person(family, "tarik"), **{f"is_{person(family, 'tarik')}": member(family, "papa")})
    assert Restriction.objects.count() == 2
    assert is_restricted(family.noor.dossier, member=family.member("papa"))
    (read,) = success(saved)
    assert "Links van papa, Tarik werken niet meer." in read


def test_of_nobody_in_the_circle_it_says_of_whom_the_links_stopped(family: Family) -> None:
    (read,) = success(record(family, person(family, "tarik")))
    assert read == "De contactbeperking geldt vanaf nu. Links van Tarik werken niet meer."
    assert not is_restricted(family.noor.dossier, member=family.member("papa"))


def test_of_who_was_pointed_out_it_is_known(family: Family) -> None:
    point(family, "tarik", "papa")
    assert record(family, person(family, "tarik"), **{f"is_{person(family, 'tarik')}": ""}).status_code == 302
