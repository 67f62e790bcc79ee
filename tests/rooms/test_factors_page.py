"""What is talked about with a JIM: seven factors, none of which blocks (R3, C142)."""

from typing import Any

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.law.access import Section
from kring.law.jim import Factor
from kring.rights.models import Factor as FactorRow
from tests.family import Family
from tests.rooms.test_conditions_page import page
from tests.rooms.test_wish_page import name


def talk(family: Family, *, by: str, **replies: Any) -> HttpResponse:
    where = family.url("rights:factor", member=family.member("wilma"))
    return family.browser(by).post(
        where, {"once": family.once(), **{f"jim.{key}": said for key, said in replies.items()}}
    )


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_seven_things_to_talk_about_and_none_of_them_blocks(family: Family, by: str) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    every = {factor.value.removeprefix("jim."): "no" for factor in Factor}
    assert talk(family, by=by, **every).status_code == 302
    told = page(family, seen_by="noor", person="wilma")
    assert "Hierover nog praten" in told
    assert "Jij kiest wie je JIM is." in told
    assert "Wilma" in family.page("rights:beside", seen_by="noor")
    assert family.log(Event.FACTOR_TALKED_THROUGH) == 1


def test_a_former_worker_is_a_talking_point_too(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    talk(family, by="lotte", **{"former-worker": "yes"})
    assert "Dat is niet verboden." in page(family, seen_by="lotte", person="wilma")


def test_lovers_are_talked_about_and_never_stored(family: Family) -> None:
    """On the page as a sentence without an answer; sent all the same, it is nowhere (C155, C196b)."""
    name(family, "wilma", by="noor", meaning="jim")
    told = page(family, seen_by="noor", person="wilma")
    assert "iemand anders dan je lief? Kring bewaart daar niets van" in told
    assert 'name="jim.not-a-lover"' not in told
    where = family.url("rights:factor", member=family.member("wilma"))
    sent = {"once": family.once(), "jim.not-a-lover": "no", "jim.after-hours": "no"}
    assert family.browser("noor").post(where, sent).status_code == 302
    kept = list(family.door("lotte", Section.RIGHTS).within(FactorRow.objects.all()).values_list("code", flat=True))
    assert kept == ["jim.after-hours"]
    assert "Bellen buiten de werkuren kan bij Wilma nog niet" in page(family, seen_by="noor", person="wilma")
