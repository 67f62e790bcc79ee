"""An address of the house that only takes a form: opened by itself it leads to its page, or there is nothing."""

from uuid import UUID

import pytest
from django.urls import reverse

from kring.kit.keys import uuid7
from kring.kit.pages import not_found_bytes
from kring.law.rights_moments import Audience
from kring.people.acts import shelf
from kring.people.models import Device, Organisation
from tests.family import Family
from tests.rooms import test_picture_code as pictures
from tests.rooms.around import advised, met, struggled

PAGES = {
    "around:adviser_removal": ("hilde", "around:advice"),
    "around:dilemma_erased": ("lotte", "around:dilemmas"),
    "around:called_off": ("greet", "around:gatherings"),
    "explaining:removal": ("mo", "explaining:shelf"),
    "people:link": ("mo", "people:organisation"),
    "people:device_ending": ("lotte", "people:devices"),
}
"""By whom it may be sent, and on which page its form stands."""


def made(family: Family, name: str) -> UUID:
    """Something that its form is about."""
    house, mo = Organisation.objects.get(posts__person=family.person("mo")), family.actor("mo")
    if name == "people:device_ending":
        pictures.register(family, "lotte")
        return Device.objects.values_list("pk", flat=True).get(organisation=house)
    shelf.add_material(mo, house, Audience.YOUTH, ("Een film", "https://film.example"), once=None)
    rows = {
        "around:adviser_removal": lambda: advised(mo, house),
        "around:dilemma_erased": lambda: struggled(family.actor("lotte")),
        "around:called_off": lambda: met(house),
        "explaining:removal": lambda: house.materials.values_list("pk", flat=True)[0],
        "people:link": lambda: family.person("an"),
    }
    return rows[name]()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_opened_by_itself_it_leads_to_its_page_and_of_what_is_not_there_there_is_nothing(
    family: Family, name: str
) -> None:
    who, page = PAGES[name]
    key = made(family, name)
    browser = family.browser(who)
    there, absent = reverse(name, args=[key]), reverse(name, args=[uuid7()])
    for method in (browser.get, browser.head):
        assert method(there)["Location"] == reverse(page)
        assert method(absent).status_code == 404
    assert browser.put(there).status_code == 405
    assert browser.put(absent).content == browser.post(absent).content == not_found_bytes()
    assert browser.get(reverse(page)).status_code == 200


@pytest.mark.parametrize(
    ("name", "page"), [("around:lasting", "around:advice"), ("explaining:pace", "explaining:shelf")]
)
def test_one_about_the_house_itself_leads_there_for_who_may_send_it(family: Family, name: str, page: str) -> None:
    assert family.browser("mo").get(reverse(name))["Location"] == reverse(page)
    for other in ("lotte", "noor", "wilma"):
        assert family.browser(other).get(reverse(name)).content == not_found_bytes()


def test_how_long_a_talk_took_is_nothing_to_noor_however_she_asks(family: Family) -> None:
    """What is sent there was answered with 405, which said that something is there."""
    where = family.url("circle:time", session=uuid7())
    for method in ("get", "post", "put", "options"):
        assert getattr(family.browser("noor"), method)(where).content == not_found_bytes()
