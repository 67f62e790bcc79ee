"""A trial with a trust person: offered quietly once the person said yes, to Noor as to Lotte, and never asked (R2)."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Stand
from kring.law.time import months_later
from kring.rights import paths
from kring.rights.models import Taken
from tests import answered
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_serving import LOOKS, serve
from tests.rooms.test_steps import person, send
from tests.rooms.test_wish_page import name, wishes

OFFERED = "Probeer het eerst samen"
AGAIN = "Er is iets om opnieuw te bekijken rond wie naast Noor staat."


@pytest.fixture
def johan(family: Family) -> UUID:
    """Noor named pastor Johan as her trust person; the wish."""
    name(family, "johan", by="noor")
    return wishes(family)[-1].pk


def tried(family: Family, wish: UUID, *, days: int, by: str = "noor") -> None:
    until = clock.today() + timedelta(days=days)
    began = {"on": (clock.today() - timedelta(days=30)).isoformat()} if days < 0 else {}
    assert send(family, "tried", wish, by=by, until=until.isoformat(), **began).status_code == 302


def today(family: Family) -> str:
    return unescape(family.browser("lotte").get(reverse("portals:today"), {"all": "1"}).content.decode())


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_it_is_offered_once_he_said_yes_with_three_months_in_it(family: Family, johan: UUID, by: str) -> None:
    assert OFFERED not in person(family, "johan", seen_by=by)
    answered.said(family, "johan")
    page = person(family, "johan", seen_by=by)
    where = family.url("rights:tried", wish=johan)
    assert re.search(rf'href="{where}"[^>]*>\s*{OFFERED}', page)
    assert "overgeslagen" not in page, "what nobody has to do was not left out"
    form = family.browser(by).get(where).content.decode()
    assert f'value="{months_later(clock.today(), 3).isoformat()}"' in form
    assert "geen regel" in form


def test_noor_agrees_it_herself_and_it_stands_on_the_row_of_steps(family: Family, johan: UUID) -> None:
    answered.said(family, "johan")
    tried(family, johan, days=90)
    page = person(family, "johan", seen_by="noor")
    assert "De proef loopt tot" in page
    assert OFFERED not in page
    assert "Langer proberen" in page
    lotte = family.door("lotte", Section.RIGHTS)
    assert paths.path_as(lotte, family.member("johan"), Meaning.TRUST_PERSON).stand is Stand.TRIED


def test_over_the_no_of_the_person_there_is_no_trial(family: Family, johan: UUID) -> None:
    send(family, "answered", johan, by="noor", reply="no", asker="child", how="visit")
    assert OFFERED not in person(family, "johan", seen_by="noor")
    until = (clock.today() + timedelta(days=9)).isoformat()
    refused = send(family, "tried", johan, by="noor", until=until).content.decode()
    assert "Je keuze blijft staan." in refused


def test_once_he_serves_nobody_is_reminded_of_the_trial(family: Family, johan: UUID) -> None:
    before = clock.today() - timedelta(days=60)
    name(family, "johan", by="noor", on=before.isoformat())
    answered.said(family, "johan")
    tried(family, johan, days=-1)
    assert AGAIN in today(family)
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte")
    assert serve(family).status_code == 302
    there = family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(item__look_on__isnull=False))
    assert not there.exists()
    page = person(family, "johan", seen_by="lotte")
    assert "De proef liep" not in page
    assert OFFERED not in page


@pytest.mark.parametrize(("days", "is_on_trial"), [(40, True), (-2, False)])
def test_the_home_of_karim_says_that_he_is_on_trial_and_promises_no_position(
    family: Family, days: int, *, is_on_trial: bool
) -> None:
    before = clock.today() - timedelta(days=60)
    name(family, "karim", by="noor", on=before.isoformat())
    wish = next(one.pk for one in wishes(family) if one.member_id == family.member("karim"))
    assert "op proef" not in family.page("portals:home", seen_by="karim")
    answered.said(family, "karim")
    tried(family, wish, days=days)
    page = unescape(family.page("portals:home", seen_by="karim"))
    assert ("Vertrouwenspersoon, op proef" in page) is is_on_trial
    assert ("De proef liep tot" in page) is not is_on_trial
    assert "Je hebt beroepsgeheim" not in page
    assert "Er stopt niets vanzelf." in page
