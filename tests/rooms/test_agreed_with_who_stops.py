"""Wilma stopped and Noor was not told: nothing new comes into force between the two, and no page tells Noor (R15)."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.agreements import reading
from kring.agreements.models import Agreement, Yes
from kring.agreements.pact import Pact
from kring.endings.acts import leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party
from kring.law.endings import Leaves
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step
from kring.rights.acts import wishes
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import agree, agreed, made
from tests.rooms.letting_wilma import it_stays

STOPS = ("stopt", "gestopt", "rust", "weet dat nog niet")


@pytest.fixture
def chosen(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)


def wilma_stops(family: Family, step: Step = Step.ENDED) -> None:
    facts = {"step": step.value, "teller": "care", "picks_up": "yes", "once": family.once()}
    assert family.browser("wilma").post(family.url("endings:itself"), facts).status_code == 302


def tap(family: Family, who: str, row: Agreement) -> HttpResponse:
    return family.browser(who).post(family.url("agreements:tap", pact=row.pact), {"once": family.once()})


def page(family: Family, who: str, row: Agreement) -> str:
    return unescape(family.page("agreements:agreement", seen_by=who, pact=row.pact))


def yes_of(family: Family, row: Agreement) -> list[Yes]:
    return list(family.door("lotte", Section.AGREEMENTS).within(Yes.objects.filter(agreement=row.pk)))


def pact(family: Family, row: Agreement) -> Pact:
    return reading.pact(family.door("noor", Section.AGREEMENTS), row.pact)


@pytest.mark.usefixtures("chosen")
def test_who_stopped_says_no_yes_any_more_and_reads_nothing_of_it(family: Family) -> None:
    row = made(family)
    assert "Ja, dat spreken we af" in page(family, "wilma", row)
    wilma_stops(family)
    assert tap(family, "wilma", row).status_code == 404
    assert family.browser("wilma").get(family.url("agreements:agreement", pact=row.pact)).status_code == 404
    assert "Jouw afspraken met Noor" not in family.page("portals:home", seen_by="wilma")
    assert not yes_of(family, row)


@pytest.mark.usefixtures("chosen")
def test_noors_yes_is_kept_and_brings_nothing_into_force_until_a_person_told_her(family: Family) -> None:
    row = made(family)
    agree(family, "wilma", row, Party.PERSON)
    wilma_stops(family)
    assert tap(family, "noor", row).status_code == 302
    now = pact(family, row)
    assert now.held is None
    assert now.latest is not None
    assert set(now.latest.said_yes) == set(Party)
    told = page(family, "noor", row)
    assert "Dit geldt nog niet. Iemand van de begeleiding kijkt dit eerst samen na." in told
    assert not [one for one in STOPS if one in told[told.index("<main") : told.index("</main")]]


@pytest.mark.usefixtures("chosen")
def test_what_held_before_she_stopped_holds_on_her_page_until_she_was_told(family: Family) -> None:
    row = agreed(family)
    wilma_stops(family)
    assert pact(family, row).held is not None
    assert "afgesproken" in page(family, "noor", row)


@pytest.mark.usefixtures("chosen")
def test_she_goes_on_after_all_and_the_yes_of_noor_counts(family: Family) -> None:
    row = made(family)
    agree(family, "wilma", row, Party.PERSON)
    wilma_stops(family)
    tap(family, "noor", row)
    assert it_stays(family) == 302
    assert pact(family, row).held is not None


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("how", ["itself", "heard"])
def test_lotte_writes_no_yes_of_her_down_and_reads_why(family: Family, how: str) -> None:
    row = made(family)
    facts = {"party": Party.PERSON.value, "expressed": Expressed.SAID.value, "on": clock.today().isoformat()}
    where = family.url("agreements:recorded", pact=row.pact)
    if how == "itself":
        wilma_stops(family)
    else:
        heard = leaving.Heard(why=Leaves.STOPS, teller="Lotte")
        leaving.hear(family.door("lotte", Section.RIGHTS), family.member("wilma"), heard, act=uuid7())
    answer = family.browser("lotte").post(where, facts | {"once": family.once()})
    assert answer.status_code == 200
    assert "Een ja van Wilma kan nu niet." in unescape(answer.content.decode())
    assert not yes_of(family, row)


@pytest.mark.usefixtures("chosen")
def test_of_who_rests_nothing_new_holds_until_noor_knows_and_the_page_stays_open(family: Family) -> None:
    row = made(family)
    wilma_stops(family, Step.PAUSED)
    assert "Ja, dat spreken we af" not in page(family, "wilma", row)
    assert tap(family, "wilma", row).status_code == 404
