"""Who guides the network reads what was agreed and with whom; as what, and a number, once Noor says yes (B39b, R7)."""

from html import unescape

import pytest

from kring.access.models import Word
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.law.access import Topic
from kring.law.agreements import Point as Code
from tests.family import Family
from tests.rooms.agreeing import DINNER, agreed
from tests.rooms.pointing import surely
from tests.rooms.test_guide_shut_out import says

NUMBER = "0470 00 00 12"
PRACTICAL = {
    Key(Code.RHYTHM): Value(words=DINNER),
    Key(Code.URGENT): Value(choice="call", words="Bellen mag.", number=NUMBER),
    Key(Code.LOW): Value(choice="message", words="Ik stuur een maantje.", number=NUMBER),
}


@pytest.fixture
def row(family: Family) -> Agreement:
    """What Noor and Wilma, her JIM, agreed; Bram guides the network."""
    surely(family, "bram", "els")
    return agreed(family, points=PRACTICAL)


def brams(family: Family, row: Agreement) -> str:
    """All that he reads of it, on every page that has it for him."""
    bram = family.browser("bram")
    asked = [family.url("agreements:all")]
    asked += [family.url(f"agreements:{one}", pact=row.pact) for one in ("agreement", "versions")]
    answers = [bram.get(one) for one in asked]
    return unescape("".join(one.content.decode() for one in answers if one.status_code == 200))


def test_without_a_yes_he_reads_what_is_practical_with_whom_and_no_number(family: Family, row: Agreement) -> None:
    page = brams(family, row)
    for told in (DINNER, "Wilma", "Tussen Noor en iemand van de kring."):
        assert told in page
    for closed in (NUMBER, NUMBER.replace(" ", ""), "ernaast staat", "JIM"):
        assert closed not in page, closed
    assert NUMBER in unescape(family.page("agreements:agreement", seen_by="noor", pact=row.pact))


def test_after_her_yes_he_reads_the_number_and_after_her_no_nothing(family: Family, row: Agreement) -> None:
    says(family, Word.YES, Topic.BESIDE_ME)
    assert NUMBER in brams(family, row)
    says(family, Word.NO, Topic.BESIDE_ME)
    page = brams(family, row)
    for closed in (NUMBER, DINNER, "Wilma"):
        assert closed not in page, closed


def test_who_names_a_guide_reads_the_same_before(family: Family) -> None:
    page = " ".join(unescape(family.page("rights:guide", seen_by="lotte")).split())
    assert "Wel: wat er praktisch is afgesproken, en met wie." in page
    assert "Alleen als Noor ja zegt: wie naast Noor staat en als wat, en het nummer bij een afspraak." in page
