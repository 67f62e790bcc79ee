"""The last day of a trial is said to who works with the child, and a person talks about it: nothing stops (C101)."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from kring.access.models import Item
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step
from kring.rights import paths
from kring.rights.acts import steps, wishes
from kring.rights.acts.steps import New
from tests import answered
from tests.family import Family

AGAIN = "Er is iets om opnieuw te bekijken rond wie naast Noor staat."


def step(family: Family, taken: Step, *, until: date | None = None) -> None:
    lotte, today = family.door("lotte", Section.RIGHTS), clock.today()
    path = paths.path_as(lotte, family.member("rita"), Meaning.JIM)
    steps.take(lotte, path, New(step=taken, on=path.since, until=until), act=uuid7(), on=today)


@pytest.fixture
def jim(family: Family) -> Family:
    """Noor chose her grandmother as JIM a while ago, and Rita said yes."""
    long_ago = clock.today() - timedelta(days=100)
    named = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=long_ago)
    wishes.name(family.door("lotte", Section.RIGHTS), family.member("rita"), named, act=uuid7())
    Item.objects.filter(look_on__isnull=False).update(look_on=None)  # whether it is still she, is asked elsewhere
    answered.said(family, "rita", Meaning.JIM)
    return family


def today(family: Family) -> str:
    return unescape(family.browser("lotte").get(reverse("portals:today"), {"all": "1"}).content.decode())


def due(family: Family) -> str:
    return unescape(family.page("endings:due", seen_by="lotte"))


@pytest.mark.parametrize(("days", "is_told"), [(10, True), (0, True), (-1, False)])
def test_on_its_last_day_and_after_it_stands_on_the_day_of_lotte(jim: Family, days: int, is_told: bool) -> None:
    last = clock.today() - timedelta(days=days)
    step(jim, Step.TRIED, until=last)
    assert (AGAIN in today(jim)) is is_told
    assert (f"De proef met oma Rita liep tot {date_format(last, 'j F')}" in due(jim)) is is_told
    assert ("Niets om opnieuw te bekijken" in due(jim)) is not is_told
    assert "Iemand stopt of is gestopt" not in due(jim)
    assert (jim.url("rights:person", member=jim.member("rita")) in due(jim)) is is_told


@pytest.mark.parametrize("then", [Step.BEGAN, Step.TRIED])
def test_once_it_goes_on_nobody_is_reminded(jim: Family, then: Step) -> None:
    step(jim, Step.TRIED, until=clock.today() - timedelta(days=10))
    assert AGAIN in today(jim)
    step(jim, then, until=clock.today() + timedelta(days=30) if then is Step.TRIED else None)
    assert AGAIN not in today(jim)


def test_nor_when_noor_chose_otherwise(jim: Family) -> None:
    step(jim, Step.TRIED, until=clock.today() - timedelta(days=10))
    noor = jim.door("noor", Section.RIGHTS)
    wishes.withdraw(noor, jim.member("rita"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert "De proef met" not in due(jim)


@pytest.mark.parametrize(("days", "said"), [(10, "liep tot"), (-10, "Daarna praten jullie")])
def test_her_own_page_says_that_the_trial_is_past(jim: Family, days: int, said: str) -> None:
    step(jim, Step.TRIED, until=clock.today() - timedelta(days=days))
    page = unescape(jim.page("portals:home", seen_by="rita"))
    assert said in page
    assert ("op proef" in page) is (days < 0)
    assert "JIM" in page
    assert ("Daarna praten jullie" in page) is (days < 0)
