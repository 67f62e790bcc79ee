"""Karim never said yes, and nobody tells Noor: what she reads promises nothing, and it does not stay with Lotte alone.

A person tells it and no page (R15); but no page calls secret what is not (R10), and no place closes over it (C139).
"""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.acts.closing import Last
from kring.endings.acts import closing
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.rights.acts import as_said
from kring.rights.models import Taken
from tests.family import Family
from tests.rooms.test_denied_serving import serves  # noqa: F401  # a fixture
from tests.rooms.test_denied_stays import taps
from tests.rooms.test_denied_then_heard import heard, talked

WEEK = timedelta(days=7)
LEAD = "keer weet een kind al een week niet"


def leads(family: Family) -> str:
    return unescape(family.browser("hilde").get(reverse("portals:lead")).content.decode())


def closes(family: Family) -> str:
    return unescape(family.page("endings:close", seen_by="lotte"))


def last_day(family: Family) -> None:
    facts = Last(day=clock.today(), told_on=clock.today(), told_by="Lotte")
    closing.close(family.door("lotte", Section.RIGHTS), facts, once=uuid7())


@pytest.mark.parametrize("page", ["rights:beside", "rights:person"])
@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_no_page_promises_his_secrecy_any_more(family: Family, serves: UUID, page: str, who: str) -> None:  # noqa: F811
    facts = {"member": family.member("karim")} if page == "rights:person" else {}
    badge = "badge secrecy"
    before = family.page(page, seen_by=who, **facts)
    assert badge in before
    taps(family, "not_said")
    after = family.page(page, seen_by=who, **facts)
    assert badge not in after
    if who == "noor":
        assert "die ja was niet van mij" not in unescape(after), "a person tells her that, and no page"
    heard(family, serves)
    assert badge not in family.page(page, seen_by=who, **facts), "his own yes is asked first"
    taps(family, "yes")
    assert badge in family.page(page, seen_by=who, **facts)


def test_after_a_week_hilde_counts_it_for_as_long_as_it_lasts(
    family: Family,
    serves: UUID,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taps(family, "not_said")
    assert LEAD not in leads(family)
    moment = clock.now() + WEEK
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert f"1 {LEAD}" in leads(family)
    moment += 10 * WEEK
    assert f"1 {LEAD}" in leads(family)
    assert "Karim" not in leads(family)
    talked(family)
    assert LEAD not in leads(family)


def test_no_place_closes_before_lotte_talked_about_it(family: Family, serves: UUID) -> None:  # noqa: F811
    taps(family, "not_said")
    assert "Praat er eerst samen over." in closes(family)
    assert "Karim" not in closes(family).split("Deze plek sluit nog niet")[1], "Noor may look along"
    with pytest.raises(closing.NewsError):
        last_day(family)
    lotte = family.door("lotte", Section.RIGHTS)
    row = lotte.within(Taken.objects.filter(unsaid_on__isnull=False)).get()
    as_said.talked_of(lotte, row.pk, act=uuid7())
    assert "Praat er eerst samen over." not in closes(family)
    last_day(family)
