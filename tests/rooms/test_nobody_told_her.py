"""Lotte wrote that Noor was told that Wilma stops; Noor says in one tap: nobody told me that (R15, R23)."""

from html import unescape

import pytest

from kring.law.meaning import Meaning
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_stops_by_a_link import STOPS, says
from tests.rooms.test_told_first import told

NEVER = "Niemand vertelde mij dat"
WORDS = f"Hier staat dat iemand mij vertelde dat Wilma er niet meer is voor mij. {NEVER}."


@pytest.fixture(autouse=True)
def stopped(family: Family) -> None:
    chooses(family, "wilma", Meaning.JIM)
    says(family, family.browser("wilma"), **STOPS)


def page(family: Family, who: str = "noor") -> str:
    return unescape(family.page("endings:endings", seen_by=who))


def test_before_lotte_wrote_so_there_is_nothing_to_say(family: Family) -> None:
    assert NEVER not in page(family)
    assert "Wilma" not in page(family)


def test_one_tap_and_lotte_reads_it(family: Family) -> None:
    told(family, "wilma")
    assert WORDS in page(family)
    assert "Lotte schreef dit op" in page(family)
    assert NEVER not in page(family, "lotte")
    sent = {"once": family.once(), "only_to": "all", "words": WORDS}
    assert family.browser("noor").post(family.url("rights:say"), sent).status_code == 302
    assert WORDS in unescape(family.browser("lotte").get(family.url("rights:heard")).content.decode())
