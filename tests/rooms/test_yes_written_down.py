"""Lotte wrote down that Noor and Karim said yes to agreements: each reads so, and one tap says that it was not said."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.agreements.models import Agreement
from kring.audit.events import Event
from kring.kit import clock
from kring.law.agreements import Told
from tests.family import Family
from tests.rooms.agreeing import agreed, made
from tests.rooms.test_agreement_pages import read, send

HERS = "Iemand schreef op dat jij ja zei op afspraken met"
DENY = "Dat zei ik niet"
LOOK = "Kijk samen of de afspraken nog kloppen"


@pytest.fixture
def pact(family: Family) -> Agreement:
    """Nobody tapped: Lotte wrote both down."""
    row = made(family)
    for party in ("child", "person"):
        facts = {"party": party, "expressed": "said", "on": clock.today().isoformat()}
        assert send(family, "lotte", "recorded", facts, pact=row.pact).status_code == 302
    assert "nog niet afgesproken" not in read(family, "noor", "agreement", pact=row.pact)
    return row


def home(family: Family) -> str:
    return unescape(family.page("portals:child", seen_by="noor"))


def deny(family: Family, who: str, pact: Agreement) -> HttpResponse:
    return send(family, who, "tap", {"not_said": "1"}, pact=pact.pact)


def test_noor_reads_on_her_first_page_who_wrote_it_and_one_tap_takes_it_away(family: Family, pact: Agreement) -> None:
    first = home(family)
    assert HERS in first
    assert "Lotte schreef dit op: jij zei ja op" in first
    assert DENY in read(family, "noor", "agreement", pact=pact.pact)
    assert deny(family, "noor", pact).status_code == 302
    assert "nog niet afgesproken" in read(family, "noor", "agreement", pact=pact.pact)
    assert family.log(Event.AGREEMENT_DENIED) == 1
    assert HERS not in home(family)


def test_who_stands_beside_her_says_so_of_its_own(family: Family, pact: Agreement) -> None:
    person = "wilma"
    assert DENY in read(family, person, "agreement", pact=pact.pact)
    assert deny(family, person, pact).status_code == 302
    assert "nog niet afgesproken" in read(family, "noor", "agreement", pact=pact.pact)
    assert DENY in read(family, "noor", "agreement", pact=pact.pact), "hers stands until she says so"


@pytest.mark.parametrize("who", ["lotte", "ann", "bram", "an"])
def test_nobody_denies_for_another(family: Family, pact: Agreement, who: str) -> None:
    assert deny(family, who, pact).status_code == 404
    assert family.log(Event.AGREEMENT_DENIED) == 0


def test_each_reads_beside_its_yes_who_wrote_it(family: Family, pact: Agreement) -> None:
    for who in ("noor", "wilma", "lotte"):
        assert read(family, who, "agreement", pact=pact.pact).count("Lotte schreef dit op, op") == 2


def test_who_works_with_her_has_it_to_look_at_and_who_leads_reads_that_it_happened(
    family: Family, pact: Agreement
) -> None:
    def today() -> str:
        return unescape(family.browser("lotte").get("/today/?all=1").content.decode())

    assert LOOK not in today()
    deny(family, "noor", pact)
    deny(family, "wilma", pact)
    assert LOOK in today()
    assert "2 keer in dertig dagen zei iemand: dat zei ik niet" in unescape(
        family.browser("hilde").get("/lead/").content.decode()
    )
    for who in ("noor", "wilma"):
        assert send(family, who, "tap", pact=pact.pact).status_code == 302
    assert LOOK not in today(), "they said it anew"


def test_an_empty_page_is_no_agreement(family: Family) -> None:
    empty = made(family, points={})
    tap = family.url("agreements:tap", pact=empty.pact)
    told = family.browser("noor").post(tap, {"once": family.once()}, follow=True).content.decode()
    assert "nog niets in om ja op te zeggen" in unescape(told)
    facts = {"party": "person", "expressed": "said", "on": clock.today().isoformat()}
    told = send(family, "lotte", "recorded", facts, pact=empty.pact).content.decode()
    assert "nog niets in om ja op te zeggen" in unescape(told)
    assert family.log(Event.AGREEMENT_AGREED) == 0


def test_what_was_agreed_aloud_has_its_day_and_is_something(family: Family) -> None:
    row = made(family, points={}, told=Told.ORAL)
    assert send(family, "noor", "tap", pact=row.pact).status_code == 302
    assert family.log(Event.AGREEMENT_AGREED) == 1


def test_an_own_tap_is_not_denied(family: Family) -> None:
    row = agreed(family)
    assert DENY not in read(family, "noor", "agreement", pact=row.pact)
    assert deny(family, "noor", row).status_code == 404
    assert HERS not in home(family)
