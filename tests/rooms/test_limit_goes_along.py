"""What is limited is named wherever the limited person stands as going along: who takes over reads it first (R2)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.time import months_later
from tests.family import Family
from tests.rooms.test_decided import limit
from tests.rooms.test_going import an, move
from tests.rooms.test_serving import all_seen, serve

MAY_COME = "mag mee als iemand met jou praat"
IS_LIMITED = "Er is iets beperkt tot en met"


@pytest.fixture
def served(family: Family) -> Family:
    """Johan serves, and nothing is limited yet."""
    all_seen(family)
    serve(family)
    return family


def limits(family: Family) -> str:
    """Lotte limits something for a week; until when, as a page writes it."""
    assert limit(family).status_code == 302
    return date_format(clock.today() + timedelta(days=7), "j F")


def nine(family: Family) -> None:
    born = months_later(clock.today(), -12 * 9).isoformat()
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born)


def today(family: Family, who: str) -> str:
    return family.browser(who).get(reverse("portals:today")).content.decode()


def test_a_child_of_nine_does_not_read_that_he_may_come_along_while_he_may_not(served: Family) -> None:
    nine(served)
    assert MAY_COME in served.page("portals:ahead", seen_by="noor")
    day = limits(served)
    told = served.page("portals:ahead", seen_by="noor")
    assert MAY_COME not in told
    assert f"Tot en met {day} mag" in told
    assert "blijft jouw keuze" in told


@pytest.mark.parametrize("page", ["portals:child", "rights:beside", "rights:person"])
def test_who_works_with_her_reads_it_where_he_stands(served: Family, page: str) -> None:
    where = {"member": served.member("johan")} if page == "rights:person" else {}
    assert IS_LIMITED not in served.page(page, seen_by="lotte", **where)
    day = limits(served)
    assert f"{IS_LIMITED} {day}" in served.page(page, seen_by="lotte", **where)


def test_who_hands_her_over_reads_it_before_anything(served: Family) -> None:
    for page in ("endings:hand_over", "endings:move"):
        assert "Er is iets beperkt voor" not in served.page(page, seen_by="lotte")
    limits(served)
    for page in ("endings:hand_over", "endings:move"):
        told = served.page(page, seen_by="lotte")
        assert "Er is iets beperkt voor pastor Johan" in told
        assert served.url("rights:decided") in told


def test_an_reads_it_on_her_day_after_the_move(served: Family) -> None:
    day = limits(served)
    assert IS_LIMITED not in today(served, "an")
    assert move(served).status_code == 200
    assert an(served)
    assert f"{IS_LIMITED} {day}" in today(served, "an")
    assert f"{IS_LIMITED} {day}" in served.page("portals:child", seen_by="an")


@pytest.mark.parametrize("who", ["wilma", "karim", "ann", "bram", "hilde"])
def test_nobody_else_reads_it_there(served: Family, who: str) -> None:
    limits(served)
    for page in ("portals:child", "rights:beside", "portals:home"):
        assert "beperkt" not in served.browser(who).get(served.url(page)).content.decode()
    assert "beperkt tot" not in served.browser(who).get(reverse("portals:today"), follow=True).content.decode()
