"""Everybody finds where a message may come, and that it may come nowhere: from any page of its own (issue 5, 1)."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kring.kit import clock
from kring.law.ways import WayKind
from kring.people.models import User, Way
from tests.family import Family

HERE = reverse("ways:channel")
ASKS = "Waar mogen we je iets laten weten?"


def links(page: str) -> set[str]:
    return set(re.findall(r'href="([^"#]+)"', page))


def opened(browser: Client, where: str) -> str:
    answer = browser.get(where, follow=True)
    assert answer.status_code == 200, where
    return answer.content.decode()


@pytest.mark.parametrize(
    "who", ["lotte", "hilde", "mo", "greet", "saar", "nadia", "wilma", "karim", "rita", "ann", "noor"]
)
def test_from_where_one_comes_in_one_link_leads_there(family: Family, who: str) -> None:
    browser = family.browser(who)
    home = opened(browser, reverse("portals:today"))
    assert HERE in links(home)
    assert ASKS in opened(browser, HERE)


@pytest.mark.parametrize("who", ["lotte", "ann"])
def test_how_do_i_come_in_leads_there_too(family: Family, who: str) -> None:
    page = opened(family.browser(who), reverse("mfa_index"))
    assert "Kies je meldingen" in page
    assert HERE in links(page)


def test_so_does_the_page_of_noor_about_her_own_way_in(family: Family) -> None:
    assert f'href="{HERE}"' in family.page("rights:own", seen_by="noor").split("<footer")[0]


def test_who_is_not_there_finds_no_such_link(family: Family) -> None:
    for where in (reverse("public:front"), reverse("account_login")):
        assert HERE not in links(opened(Client(), where))


def test_a_child_that_came_in_by_pictures_finds_nothing_of_it(family: Family) -> None:
    """That page is shut to it (issue 3): a link to what is not there helps nobody."""
    browser, user = family.browser("sem"), User.objects.get(person=family.person("sem"))
    home = family.url("portals:child", child="sem")
    assert HERE in links(opened(browser, home))
    now = clock.now()
    told = {"kind": WayKind.PICTURES.value, "made_at": now, "until_at": now + timedelta(days=300)}
    user.stays.update(way=Way.objects.create(person=user.person, **told))
    assert HERE not in links(opened(browser, home))
    assert browser.get(HERE).status_code == 404
