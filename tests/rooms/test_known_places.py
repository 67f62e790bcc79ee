"""What Kring knows by itself stands beside what a house adds, until the house says otherwise of it (A115, A256)."""

import pytest

from kring.law.source import CHECKED_ON
from kring.law.support import For
from kring.people.models import Adviser
from kring.rights.known import place, places
from tests.family import Family
from tests.rooms.test_welcome import kept

LINE = "Klachtenlijn van het Kinderrechtencommissariaat"
BESIDE = {
    "karim": {"Lus vzw", "tZitemzo", "Cachet vzw", LINE},
    "wilma": {"Lus vzw", "tZitemzo", "Cachet vzw", LINE},
    "rita": {"Lus vzw", "tZitemzo", "Cachet vzw", LINE},
    "ann": {"Ouderspunt", "tZitemzo", LINE},
}


def shown(family: Family, who: str, page: str = "portals:home") -> set[str]:
    seen = family.page(page, seen_by=who)
    return {one.name for one in places() if f"<b>{one.name}</b>" in seen}


@pytest.mark.parametrize("who", BESIDE)
def test_what_mo_adds_takes_nothing_away(family: Family, who: str) -> None:
    """The first tap of a house on the list of what Kring proposes did."""
    before = shown(family, who)
    assert before >= BESIDE[who]
    assert kept(family, "mo", name="Cachet vzw", phone="0470 99 88 77") == 302
    assert shown(family, who) == before | {"Cachet vzw"}
    page = family.page("portals:home", seen_by=who)
    assert page.count("Cachet vzw") == 1
    assert "0470 99 88 77" in page


def test_by_its_name_a_place_of_the_house_comes_instead(family: Family) -> None:
    assert "www.lusvzw.be" in family.page("portals:home", seen_by="wilma")
    kept(family, "mo", name="lus  VZW")
    page = family.page("portals:home", seen_by="wilma")
    assert "0470 11 22 33" in page
    assert "www.lusvzw.be" not in page


def test_what_the_house_keeps_for_others_hides_nothing_from_wilma(family: Family) -> None:
    kept(family, "mo", whom=For.PARENT.value)
    assert "www.lusvzw.be" in family.page("portals:home", seen_by="wilma")


def test_mo_hides_one_knowingly_and_takes_that_back(family: Family) -> None:
    before = shown(family, "wilma")
    page = family.browser("mo").get("/around/advice/?from=Cachet+vzw").content.decode()
    assert 'value="nobody"' in page
    assert kept(family, "mo", name="Cachet vzw", whom=For.NOBODY.value) == 302
    assert shown(family, "wilma") == before - {"Cachet vzw"}
    assert "niemand: toon dit nergens" in family.browser("lotte").get("/around/advice/").content.decode().casefold()
    family.browser("mo").post(f"/around/advice/{Adviser.objects.get().pk}/removal/", {"once": family.once()})
    assert "Cachet vzw" in shown(family, "wilma")


@pytest.mark.parametrize(("who", "page"), [("noor", "rights:meanings"), ("karim", "portals:home")])
def test_a_place_for_a_complaint_there_always_is(family: Family, who: str, page: str) -> None:
    kept(family, "mo", name=LINE, whom=For.NOBODY.value)
    assert LINE in shown(family, who, page)
    kept(family, "mo", name="Onze ombudsvrouw", whom=For.COMPLAINT.value)
    assert LINE not in shown(family, who, page)
    assert "Onze ombudsvrouw" in family.page(page, seen_by=who)


def test_each_has_a_source_and_a_day_and_what_nobody_read_is_open(family: Family) -> None:
    """Brief 1.8: the lines of the government and of the supervisors were not read at the source."""
    assert all(one.source and one.read_on <= CHECKED_ON for one in places())
    assert {one.name for one in places() if one.is_open} == {
        "Jeugdadvocaten",
        "JO-lijn van Opgroeien",
        "Commissie van toezicht",
    }
    assert not [one for one in places() if one.is_open and (one.shown_to or one.page)]
    with pytest.raises(LookupError):
        place("Lus")
    list_of_lotte = family.browser("lotte").get("/around/advice/").content.decode()
    assert list_of_lotte.count("Vraag het aan een jurist") == 3
    assert "SAM, steunpunt" in list_of_lotte
    assert "Kring las dit op 21 november 2026" in family.page("portals:home", seen_by="karim")
