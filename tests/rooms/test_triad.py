"""Three who look together: Noor, her JIM and who works with her; the third seat is open until the JIM says yes."""

import pytest

from kring.access.door import Door
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.support.pack import pack
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


def test_it_stands_on_the_welcome_page_and_the_sheet_of_a_jim_and_of_nobody_else(family: Family) -> None:
    """The paper says what is true before its yes and after it."""
    assert "de derde plek, als je dat wil" in family.page("support:welcome", seen_by="wilma")
    assert "derde plek" not in family.page("support:welcome", seen_by="rita")
    door: Door = family.door("lotte", Section.RIGHTS)
    three = pack(door, Relation.JIM).sheet("Wilma").three
    assert three is not None
    assert [one.name for one in three.seats] == ["Jij", "Noor", "De begeleiding"]
    assert "Noor kiest wie er staat" in three.said
    for other in (Relation.TRUST_PERSON, Relation.SUPPORTER):
        assert pack(door, other).sheet("Wilma").three is None


def test_the_sheet_of_wilma_is_made_with_the_picture(family: Family) -> None:
    chooses(family)
    answered.said(family, "wilma", Meaning.JIM)
    made = family.browser("lotte").get(family.url("support:pack_pdf", member=family.member("wilma")))
    assert made.content.startswith(b"%PDF")
