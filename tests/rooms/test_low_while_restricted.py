"""Contact with Wilma is restricted: no page sends Noor to her, and none says it in hard words first (R28, R15)."""

from html import unescape

import pytest

from kring.access.models import Restriction
from kring.agreements.models import Agreement
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.links import share
from tests.rooms.test_going import close
from tests.rooms.test_low_at_a_pause import CALLS, OWN, PAGES, stands_first
from tests.rooms.test_restrictions import member, person, record
from tests.rooms.test_second_road import pact, page, road  # noqa: F401  # a fixture
from tests.rooms.test_steps import wilma  # noqa: F401  # a fixture

NUMBER = "0470 00 00 12"
ELSE = "Zeg het nu aan iemand anders dan Wilma."
HARD = ("contactbeperking", "beperkt", "beslist", "mag niet", "geen contact")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("as_whom", ["member", "person"])
def test_the_other_road_stands_first_and_wilma_is_not_called(
    family: Family,
    pact: Agreement,  # noqa: F811
    name: str,
    as_whom: str,
) -> None:
    share(family, "wilma")
    before = page(family, pact, name)
    assert (CALLS in before, stands_first(before)) == (True, False)
    assert record(family, {"member": member, "person": person}[as_whom](family, "wilma")).status_code == 302
    seen = page(family, pact, name)
    assert (CALLS in seen, OWN in seen, NUMBER in seen, "Een maantje." in seen) == (False, False, False, False)
    assert seen.index('id="road"') < seen.index(ELSE)
    assert "Zeg het aan Lotte" in road(seen)
    assert "Of zeg het aan Lotte" not in seen
    assert [one for one in HARD if one in seen.split("<main")[1]] == [], "a person tells it first"
    Restriction.objects.update(over_at=clock.now())
    assert page(family, pact, name) == before


def test_a_number_of_her_plan_that_is_wilmas_does_not_stand_there_by_itself(
    family: Family,
    pact: Agreement,  # noqa: F811
) -> None:
    door = family.door("noor", Section.SAFETY)
    for words, number in (("De buurvrouw", NUMBER), ("De leefgroep", "0470 00 00 05")):
        plan.add(door, plan.Line(kind=PlanKind.NUMBER, words=words, number=number), act=uuid7())
    assert record(family, member(family, "wilma")).status_code == 302
    for name in PAGES:
        other = road(page(family, pact, name))
        assert ('href="tel:0470000005"' in other, OWN in other) == (True, False)


@pytest.mark.parametrize("name", ["agreement", "versions"])
def test_the_agreement_stays_as_it_was_said_without_a_number_for_noor(
    family: Family,
    pact: Agreement,  # noqa: F811
    name: str,
) -> None:
    def sees(who: str) -> str:
        return unescape(family.page(f"agreements:{name}", seen_by=who, pact=pact.pact))

    assert NUMBER in sees("noor")
    assert record(family, member(family, "wilma")).status_code == 302
    seen = sees("noor")
    assert ("Een maantje." in seen, NUMBER in seen, "0470000012" in seen) == (True, False, False)
    assert [one for one in HARD if one in seen.split("<main")[1]] == []
    assert NUMBER in sees("lotte"), "who works with her knows"
    if name == "agreement":
        assert ELSE in seen
        assert ELSE not in sees("lotte")


def test_home_and_not_safe_send_her_to_somebody_else_too(family: Family, pact: Agreement) -> None:  # noqa: F811
    share(family, "wilma")
    assert "Wilma" in family.page("portals:unsafe", seen_by="noor")
    assert record(family, member(family, "wilma")).status_code == 302
    assert "Wilma" not in family.page("portals:unsafe", seen_by="noor")
    home = family.page("portals:child", seen_by="noor")
    assert (NUMBER in home, "0470000012" in home) == (False, False)
    assert family.url("portals:not_well") in home


@pytest.mark.parametrize("name", PAGES)
def test_after_the_help_it_sends_her_to_nobody_of_the_house(
    family: Family,
    pact: Agreement,  # noqa: F811
    name: str,
) -> None:
    share(family, "wilma")
    assert record(family, member(family, "wilma")).status_code == 302
    before = page(family, pact, name)
    assert ("Vraag het aan je begeleider" in before, "Lotte. Is ze er niet" in before) == (True, True)
    close(family)
    seen = page(family, pact, name)
    assert ELSE in seen
    assert ("begeleider" in seen.split("<main")[1], "Lotte" in seen.split("<main")[1]) == (False, False)
    Restriction.objects.update(over_at=clock.now())
    again = page(family, pact, name)
    assert ("Een maantje." in again, "wie nog helpt" in again) == (True, False)
