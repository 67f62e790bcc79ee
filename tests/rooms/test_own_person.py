"""The trust person of a parent: Ann names hers; Noor, Tarik and the circle find no trace of it (B123, R16)."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.kit import clock
from kring.law.access import Section
from kring.rights.models import OwnPerson
from tests.family import Family


def name(family: Family, *, by: str = "ann", called: str = "tante Fien") -> HttpResponse:
    return family.browser(by).post(family.url("rights:own_person"), {"once": family.once(), "called": called})


def row(family: Family) -> OwnPerson:
    return family.door("lotte", Section.PARENTS).within(OwnPerson.objects.order_by("-pk"))[0]


def post(family: Family, page: str, own: UUID, *, by: str, **said: str) -> HttpResponse:
    return family.browser(by).post(family.url(page, own=own), {"once": family.once(), **said})


def test_ann_names_hers_and_lotte_looks_at_what_is_known_of_the_law(family: Family) -> None:
    assert name(family).status_code == 302
    assert "tante Fien" in family.page("rights:own_person", seen_by="ann")
    own = row(family).pk
    assert "niet nagelezen" in family.page("rights:parents_person", seen_by="lotte", own=own)
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert row(family).began_on is None
    assert post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no").status_code == 302
    assert post(family, "rights:parents_person_begins", own, by="lotte").status_code == 302
    assert row(family).began_on == clock.today()
    assert "Begonnen op" in family.page("rights:own_person", seen_by="ann")


@pytest.mark.parametrize("by", ["noor", "tarik", "wilma", "karim", "rita", "bram", "mo", "an"])
def test_nobody_else_reads_a_word_of_it(family: Family, by: str) -> None:
    name(family)
    own = row(family).pk
    browser = family.browser(by)
    for page in ("rights:own_person", "rights:parents_persons"):
        assert "Fien" not in browser.get(family.url(page)).content.decode()
    for page in ("rights:parents_person", "rights:own_person_ending", "rights:parents_person_begins"):
        assert post(family, page, own, by=by, adult="yes").status_code == 404
    for page in ("circle:list", "rights:beside", "rights:ways"):
        assert "Fien" not in browser.get(family.url(page)).content.decode()


def test_ann_ends_it_in_one_step_and_what_was_looked_at_goes(family: Family) -> None:
    name(family)
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    assert post(family, "rights:own_person_ending", own, by="lotte").status_code == 404
    assert post(family, "rights:own_person_ending", own, by="ann").status_code == 302
    ended = row(family)
    assert (ended.ended_on, ended.adult, ended.looked_on) == (clock.today(), None, None)


def test_a_name_that_cannot_be_taken_is_said_and_stays(family: Family) -> None:
    told = name(family, called="x" * 10_000).content.decode()
    assert "Een naam heeft hier plaats voor" in told
    assert "x" * 10_000 in told


WAITS = "Een ouder van Noor wacht op jou"


def test_the_worker_is_asked_to_look_until_it_was_looked_at(family: Family) -> None:
    assert WAITS not in family.browser("lotte").get("/today/").content.decode()
    name(family)
    assert WAITS in family.browser("lotte").get("/today/").content.decode()
    assert WAITS in family.page("portals:child", seen_by="lotte")
    told = family.page("endings:due", seen_by="lotte")
    assert "Een ouder brengt iemand mee" in told
    assert family.url("rights:parents_persons") in told
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    assert WAITS not in family.browser("lotte").get("/today/").content.decode()
    assert "Een ouder brengt iemand mee" not in family.page("endings:due", seen_by="lotte")


def test_what_does_not_hold_was_looked_at_and_who_was_let_go_of_waits_for_nothing(family: Family) -> None:
    name(family)
    post(family, "rights:parents_person", row(family).pk, by="lotte", adult="yes", involved="yes")
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    name(family, called="meester Bogaert")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    post(family, "rights:own_person_ending", row(family).pk, by="ann")
    assert WAITS not in family.page("portals:child", seen_by="lotte")


@pytest.mark.parametrize("by", ["noor", "tarik", "bram", "hilde"])
def test_that_a_parent_waits_stands_in_the_day_of_nobody_else(family: Family, by: str) -> None:
    name(family)
    assert "wacht op jou" not in family.browser(by).get("/today/", follow=True).content.decode()


def test_two_spellings_of_one_name_are_asked_after_as_a_child_is_asked(family: Family) -> None:
    name(family, called="advocaat Nele Çelik")
    assert "Is dit dezelfde" not in family.page("rights:own_person", seen_by="ann")
    ann = family.browser("ann")
    sent = {"once": family.once(), "called": "advocaat  nele celik"}
    told = ann.post(family.url("rights:own_person"), sent, follow=True).content.decode()
    assert "Is dit dezelfde als advocaat Nele Çelik" in told
    assert OwnPerson.objects.all().opened().count() == 2
    sent = {"once": family.once(), "called": "tante Fien"}
    assert "Is dit dezelfde" not in ann.post(family.url("rights:own_person"), sent, follow=True).content.decode()
