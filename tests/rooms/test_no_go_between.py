"""While contact is restricted Kring brings nobody together: no card, no welcome, no task, no dead link (R28)."""

import re

import pytest

from kring.access.models import Restriction
from kring.kit import clock
from tests.family import Family
from tests.links import share
from tests.rooms.test_restrictions import member, record
from tests.rooms.test_role_card import ask, code_of, nobody_asked, said, serves, show

__all__ = ["nobody_asked", "serves"]


def test_a_card_that_is_on_the_screen_stops_at_once(serves: Family) -> None:
    code = code_of(show(serves))
    valid = said(ask(code))
    assert valid
    record(serves, member(serves, "karim"))
    assert said(ask(code)) != valid
    assert said(ask(code)) == said(ask("ABCD-EFGH-JKMN"))
    Restriction.objects.update(over_at=clock.now())
    assert said(ask(code)) == valid


@pytest.mark.parametrize("who", ["wilma", "karim", "rita"])
def test_no_page_says_where_one_is_welcome_or_offers_something_to_do(family: Family, who: str) -> None:
    share(family, who)
    browser = family.browser(who)
    pages = [family.url(one) for one in ("support:welcome", "support:welcome_pdf", "seeking:offer")]
    assert [browser.get(one).status_code for one in pages] == [200, 200, 200]
    welcome, to_do = "Jouw welkomstblad", "Wat kan ik doen?"
    home = family.page("portals:home", seen_by=who)
    assert welcome in home
    assert to_do in home
    record(family, member(family, who))
    assert [browser.get(one).status_code for one in pages] == [404, 404, 404]
    assert browser.post(family.url("seeking:offer"), {"once": family.once()}).status_code == 404
    home = family.page("portals:home", seen_by=who)
    assert welcome not in home
    assert to_do not in home
    assert "Stel een vraag" in home


@pytest.mark.parametrize("who", ["wilma", "karim", "rita"])
def test_every_link_of_the_home_is_there(family: Family, who: str) -> None:
    share(family, who)
    record(family, member(family, who))
    browser = family.browser(who)
    home = browser.get(family.url("portals:home")).content.decode()
    links = set(re.findall(rf'href="([^"#]*{family.noor.dossier}[^"#]*)"', home))
    assert family.url("rights:say") in links
    assert {one for one in links if browser.get(one, follow=True).status_code == 404} == set()
    assert "contactbeperking" not in home.lower()
