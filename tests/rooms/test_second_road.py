"""It is not going well: beside whom Noor agreed with always stands somebody who is there, whoever stops (R15)."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.dossier.models import Dossier
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party
from kring.law.agreements import Point as Code
from tests.family import Family
from tests.rooms.agreeing import agree, made
from tests.rooms.test_steps import wilma  # noqa: F401
from tests.rooms.test_told_first import herself, told

POINTS = {
    Key(Code.LOW): Value(choice="message", words="Een maantje.", number="0470 00 00 12"),
    Key(Code.FALLBACK): Value(words="Lotte. Is ze er niet, dan de leefgroep."),
}
UNTIL = "Tot dan leest Noor overal hoe het was, ook bij “Het gaat nu niet zo goed”. Kijk of het klopt"


@pytest.fixture
def pact(family: Family, wilma: UUID) -> Agreement:  # noqa: F811
    """Noor and Wilma agreed how she says it, and both said yes."""
    row = made(family, "noor", POINTS)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    return row


def page(family: Family, pact: Agreement, name: str) -> str:
    """Without what is new at each visit."""
    where = {"pact": pact.pact} if name == "agreements:low" else {}
    seen = unescape(family.page(name, seen_by="noor", **where))
    return re.sub(r'value="[^"]+"', "", seen)


def road(seen: str) -> str:
    return seen.split('id="road"')[1].split("</section>", maxsplit=1)[0]


def today(family: Family) -> str:
    return unescape(family.browser("lotte").get(reverse("portals:today")).content.decode())


@pytest.mark.parametrize("name", ["agreements:low", "portals:not_well"])
def test_beside_wilma_stands_lotte_just_as_large(family: Family, pact: Agreement, name: str) -> None:
    seen = page(family, pact, name)
    other = road(seen)
    assert "Een maantje." in seen
    for words in ("Of zeg het aan Lotte", "leest dit op een werkdag", "Lotte. Is ze er niet, dan de leefgroep."):
        assert words in other
    assert f'class="button primary" href="{family.url("rights:say")}"' in other
    assert 'href="tel:102"' in other
    assert seen.count('class="card sun calm') == 2


@pytest.mark.parametrize("name", ["agreements:low", "portals:not_well"])
def test_nothing_shows_that_wilma_stops_and_lotte_tells_it_today(family: Family, pact: Agreement, name: str) -> None:
    before = page(family, pact, name)
    assert UNTIL not in today(family)
    assert herself(family).status_code == 302
    assert page(family, pact, name) == before
    assert UNTIL in today(family)
    assert "Noor leest dus nog dat Wilma er is" in unescape(family.page("endings:endings", seen_by="lotte"))
    told(family)
    assert UNTIL not in today(family)
    after = page(family, pact, "portals:not_well")
    assert "Een maantje." not in after
    assert "Zeg het aan Lotte" in road(after)


def test_the_number_that_noor_wrote_down_stands_there_and_no_person_of_her_plan(
    family: Family, pact: Agreement
) -> None:
    door = family.door("noor", Section.SAFETY)
    for kind, words, number in (
        (PlanKind.PERSON, "Wilma doet altijd open.", "0470 00 00 12"),
        (PlanKind.NUMBER, "De leefgroep", "0470 00 00 05"),
    ):
        plan.add(door, plan.Line(kind=kind, words=words, number=number), act=uuid7())
    other = road(page(family, pact, "portals:not_well"))
    assert 'href="tel:0470000005"' in other
    assert "Wilma doet altijd open." not in other


def test_wilma_reads_how_noor_says_it_and_no_road_past_her(family: Family, pact: Agreement) -> None:
    seen = family.page("agreements:low", seen_by="wilma", pact=pact.pact)
    assert ("Een maantje." in seen, 'id="road"' in seen) == (True, False)


@pytest.mark.parametrize("other", ["lotte", "ann", "karim", "an", "mo"])
def test_nobody_else_finds_these_pages(family: Family, pact: Agreement, other: str) -> None:
    assert family.browser(other).get(family.url("portals:not_well")).status_code == 404
    assert family.browser(other).get(family.url("agreements:low", pact=pact.pact)).status_code == 404


@pytest.mark.parametrize("name", ["agreements:low", "portals:not_well"])
def test_after_the_help_nobody_is_sent_to_who_does_not_read_any_more(
    family: Family, pact: Agreement, name: str
) -> None:
    say = family.url("rights:say")
    assert say in page(family, pact, name)
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    seen = page(family, pact, name)
    assert family.browser("noor").get(say).status_code == 404
    assert say not in seen
    assert "Lotte" not in road(seen).replace("Lotte. Is ze er niet, dan de leefgroep.", "")
    assert "leest dit op een werkdag" not in seen
    assert "Of bel iemand die luistert" in road(seen)
