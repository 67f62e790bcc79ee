"""It is not going well, and Wilma rests or answers no more: somebody else stands first, without a why, without blame.

And Wilma's own page of it never sends her to her own number: it says whom of the house she calls, day and night (R13).
"""

from html import unescape

import pytest

from kring.agreements.models import Agreement
from kring.law.access import Section
from kring.people.models import Organisation
from tests.family import Family
from tests.rooms.test_own_pause import PAUSE, on_again, passed_on
from tests.rooms.test_second_road import pact, page  # noqa: F401  # a fixture
from tests.rooms.test_steps import send, wilma  # noqa: F401  # a fixture
from tests.rooms.test_told_first import herself, told

PAGES = ("agreements:low", "portals:not_well")
CALLS = 'href="sms:0470000012"'
OWN = 'href="tel:0470000012"'


def stands_first(seen: str) -> bool:
    """Whether the other road stands before Wilma."""
    other = seen.index('id="road"')
    return other < max(seen.find("Een maantje."), seen.find("hebben even pauze"))


@pytest.mark.parametrize("name", PAGES)
def test_at_a_pause_the_other_road_stands_first_and_wilma_is_not_called(
    family: Family,
    pact: Agreement,  # noqa: F811
    name: str,
) -> None:
    seen = page(family, pact, name)
    assert (CALLS in seen, stands_first(seen)) == (True, False)
    assert herself(family, **PAUSE).status_code == 302
    assert page(family, pact, name) == seen, "nobody told her yet"
    told(family)
    seen = page(family, pact, name)
    assert "Jij en Wilma hebben even pauze" in seen
    assert "Dat ligt niet aan jou." in seen
    assert (CALLS in seen, OWN in seen, stands_first(seen)) == (False, False, True)
    assert "Zeg het aan Lotte" in seen
    assert "Of zeg het aan Lotte" not in seen
    assert on_again(family) == passed_on(family) == 302
    seen = page(family, pact, name)
    assert (CALLS in seen, stands_first(seen)) == (True, False)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("answer", "first"), [("yes", False), ("no", True)])
def test_who_stops_and_answers_no_more_stands_second_without_a_why(
    family: Family,
    pact: Agreement,  # noqa: F811
    name: str,
    answer: str,
    first: bool,
) -> None:
    before = page(family, pact, name)
    assert herself(family, picks_up=answer).status_code == 302
    seen = page(family, pact, name)
    assert stands_first(seen) is first
    assert (seen == before) is not first
    assert CALLS in seen, "she reads what she was told last (R15)"
    for word in ("pauze", "stop", "neemt niet"):
        assert word not in seen.split("<main")[1].replace("stopt er niets", "")


def test_the_agreement_says_it_to_each_of_those_who_may_know(family: Family, pact: Agreement) -> None:  # noqa: F811
    where = {"pact": pact.pact}
    assert herself(family, **PAUSE).status_code == 302
    assert "hebben even pauze" not in family.page("agreements:agreement", seen_by="noor", **where)
    assert "Jullie hebben even pauze" in family.page("agreements:agreement", seen_by="wilma", **where)
    told(family)
    for who, words in (
        ("noor", "Jij en Wilma hebben even pauze"),
        ("lotte", "Noor en Wilma hebben even pauze"),
        ("wilma", "Jullie hebben even pauze"),
    ):
        assert words in family.page("agreements:agreement", seen_by=who, **where)


def test_of_a_pause_that_noor_asked_wilma_reads_nothing_in_the_agreement(
    family: Family,
    pact: Agreement,  # noqa: F811
    wilma: object,  # noqa: F811
) -> None:
    assert send(family, "paused", wilma, by="noor", voice="child", expressed="said").status_code == 302
    assert "hebben even pauze" in family.page("agreements:agreement", seen_by="noor", pact=pact.pact)
    assert "even pauze" not in family.page("agreements:agreement", seen_by="wilma", pact=pact.pact)


def test_wilma_reads_whom_she_calls_and_never_her_own_number(family: Family, pact: Agreement) -> None:  # noqa: F811
    house = Organisation.objects.get(teams=family.door("lotte", Section.RIGHTS).dossier.team_id)
    seen = unescape(family.page("agreements:low", seen_by="wilma", pact=pact.pact))
    numbers = [one.replace(" ", "") for one in (house.contact_phone, house.deputy_phone) if one]
    assert numbers
    for number in numbers:
        assert f'href="tel:{number}"' in seen
    assert (OWN in seen, CALLS in seen) == (False, False)
    assert "Noor belt of schrijft jou op 0470 00 00 12." in seen


def test_without_anybody_to_call_it_says_nobody(family: Family, pact: Agreement) -> None:  # noqa: F811
    team = family.door("lotte", Section.RIGHTS).dossier.team_id
    Organisation.objects.filter(teams=team).update(contact=None, deputy=None)
    seen = family.page("agreements:low", seen_by="wilma", pact=pact.pact)
    assert "Bel iemand van het huis" not in seen
    assert 'href="tel:112"' in seen
