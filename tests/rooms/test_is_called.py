"""Whom every trust person and JIM calls: Greet reads on her first page that she is, and what to do (A176, R13)."""

from html import unescape

import pytest
from django.urls import reverse

from kring.people.models import Organisation
from tests.family import Family

CONTACT = "Jij bent het vaste aanspreekpunt van De Brug"
DEPUTY = "Jij vervangt het vaste aanspreekpunt van De Brug"


@pytest.fixture(autouse=True)
def house(family: Family) -> Organisation:
    """Greet is called first, and Hilde where she cannot be reached."""
    house = Organisation.objects.get(name="De Brug")
    house.contact_id, house.deputy_id = family.person("greet"), family.person("hilde")
    house.contact_phone = house.deputy_phone = "0470 11 22 33"
    house.save(update_fields=["contact", "deputy", "contact_phone", "deputy_phone"])
    return house


def first_page(family: Family, who: str) -> str:
    page = reverse("portals:lead" if who == "hilde" else "portals:today")
    return unescape(family.browser(who).get(page).content.decode())


@pytest.mark.parametrize(("who", "says"), [("greet", CONTACT), ("hilde", DEPUTY)])
def test_who_is_called_reads_it_and_what_to_do(family: Family, who: str, says: str) -> None:
    seen = first_page(family, who)
    assert says in seen
    assert "Bel vandaag de begeleider van dat kind" in seen
    assert "Noor " not in seen


def test_who_is_not_called_and_whose_number_is_not_there_read_nothing_of_it(
    family: Family, house: Organisation
) -> None:
    assert [one for one in (CONTACT, DEPUTY) if one in first_page(family, "lotte")] == []
    house.contact_phone = ""
    house.save(update_fields=["contact_phone"])
    assert CONTACT not in first_page(family, "greet")
