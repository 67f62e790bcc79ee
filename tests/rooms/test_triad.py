"""Three who look together: Noor, her JIM and who works with her; the third seat is open until the JIM says yes."""

import pytest

from kring.law.meaning import Meaning
from tests import answered
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses

OPEN = "de derde plek: gekozen, nog geen ja"


def page(family: Family, who: str) -> str:
    return family.page("rights:person", seen_by=who, member=family.member("wilma"))


@pytest.mark.parametrize(
    ("who", "says"), [("noor", "en jij kiest wie er staat"), ("lotte", "en Noor kiest wie er staat")]
)
def test_the_third_seat_is_open_until_wilma_said_yes(family: Family, who: str, says: str) -> None:
    chooses(family)
    before = page(family, who)
    assert OPEN in before
    assert says in before
    answered.said(family, "wilma", meaning=Meaning.JIM)
    after = page(family, who)
    assert OPEN not in after
    assert says in after


@pytest.mark.parametrize("meaning", [Meaning.TRUST_PERSON, Meaning.SUPPORTER])
def test_of_a_trust_person_or_a_supporter_there_are_no_three_seats(family: Family, meaning: Meaning) -> None:
    """R3: the three are a thing of the JIM track."""
    chooses(family, meaning=meaning)
    assert "triad" not in page(family, "noor")
