"""Sem is not safe: pictures, few words, 112 first, and the same acts as Noor has; and his plan in the same way."""

from html import unescape

import pytest
from django.test import Client

from kring.access.models import Item
from kring.law.access import Section
from tests.family import Family
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap

TEXT = "Bij groot gevaar mag die wel hulp halen"


@pytest.fixture
def tablet(family: Family) -> Client:
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def test_it_is_pictures_with_112_first_and_read_aloud(family: Family, tablet: Client) -> None:
    page = read(tablet, where(family, "portals:unsafe"))
    main = page[page.index("<main") : page.index("</main")]
    assert main.index('href="tel:112"') < main.index("Lotte</span>")
    assert main.count('class="face') >= 4
    assert "<kring-speak" in main
    assert TEXT not in main
    assert TEXT in unescape(family.page("portals:unsafe", seen_by="noor"))


def test_one_tap_on_a_picture_tells_lotte(family: Family, tablet: Client) -> None:
    sent = {"who": str(family.person("lotte")), "once": family.once()}
    there = where(family, "portals:unsafe")
    told = tablet.post(there, sent, follow=True)
    assert told.redirect_chain == [(there, 302)]
    assert "Lotte krijgt dit te lezen." in unescape(told.content.decode())
    assert Item.objects.filter(section=Section.SAID.value, look_on__isnull=False).count() == 1
    assert "ik ben nu niet veilig" in family.browser("lotte").get("/today/").content.decode()


def test_whom_he_may_not_tell_is_refused_as_for_noor(family: Family, tablet: Client) -> None:
    for who in ("an", "tarik"):
        sent = {"who": str(family.person(who)), "once": family.once()}
        assert tablet.post(where(family, "portals:unsafe"), sent).status_code == 200
    assert not Item.objects.filter(section=Section.SAID.value, look_on__isnull=False).exists()


def test_his_plan_is_drawn_part_by_part(family: Family, tablet: Client) -> None:
    page = read(tablet, where(family, "journal:plan"))
    main = page[page.index("<main") : page.index("</main")]
    assert main.index('href="tel:112"') < main.index("Ik neem Rex mee")
    for figure in ("scared", "star", "friend", "house"):
        assert f"#{figure}" in main
    assert "<textarea" not in main
    assert "Druk af" not in main
    assert "Druk af" in unescape(family.page("journal:plan", seen_by="noor"))
