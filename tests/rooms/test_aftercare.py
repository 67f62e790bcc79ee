"""What the house does after the help has stopped: a record apart, that never counts as somebody beside Noor (C178)."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.endings import remaining
from kring.endings.models import Aftercare
from kring.kit import clock
from kring.law.access import Section
from kring.law.endings import Missing
from tests.family import Family

WHAT = "Je mag <altijd> bellen."


def agreed(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"who": "Greet", "what": WHAT, "from_on": clock.today().isoformat(), "until_on": ""} | facts
    return family.browser(who).post(family.url("endings:aftercare"), {"once": family.once(), **told})


def row(family: Family) -> Aftercare:
    found: Aftercare = family.door("lotte", Section.RIGHTS).within(Aftercare.objects.all())[0]
    return found


def test_noor_and_lotte_read_who_stays_reachable(family: Family) -> None:
    assert agreed(family).status_code == 302
    for who in ("noor", "lotte"):
        assert "Je mag &lt;altijd&gt; bellen." in family.page("endings:aftercare", seen_by=who)
    assert family.log(Event.AFTERCARE_AGREED) == 1


def test_it_never_counts_as_somebody_beside_her(family: Family) -> None:
    """A child with aftercare and nobody it chose still has nobody who stays."""
    agreed(family)
    assert Missing.NOBODY_STAYS in {one for one, _ in remaining.missing(family.door("lotte", Section.RIGHTS)).missing}
    for page in ("rights:beside", "support:around"):
        assert "Greet koos" not in family.page(page, seen_by="lotte")
        assert WHAT not in family.page(page, seen_by="lotte")
    assert "nog een plek vrij" in family.page("support:around", seen_by="lotte")


def test_it_stops_and_stays_as_a_fact(family: Family) -> None:
    agreed(family)
    there = family.url("endings:aftercare_stopped", care=row(family).pk)
    assert family.browser("lotte").post(there, {"once": family.once()}).status_code == 302
    assert row(family).until_on == clock.today()
    assert family.browser("lotte").post(there, {"once": family.once()}).status_code == 404


def test_an_end_before_the_beginning_is_said(family: Family) -> None:
    assert agreed(family, until_on=(clock.today() - timedelta(days=1)).isoformat()).status_code == 200
    assert family.log(Event.AFTERCARE_AGREED) == 0


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim", "rita", "bram", "an", "hilde", "nadia"])
def test_others_read_nothing_of_it(family: Family, who: str) -> None:
    agreed(family)
    assert family.browser(who).get(family.url("endings:aftercare")).status_code == 404
    assert agreed(family, who).status_code == 404


def test_noor_writes_no_aftercare(family: Family) -> None:
    assert agreed(family, "noor").status_code == 404
