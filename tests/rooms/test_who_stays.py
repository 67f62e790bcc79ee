"""Lotte goes: of whom Noor chose, only who was asked and said yes counts as somebody who stays (A170)."""

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse

from kring.law.meaning import Meaning
from kring.law.steps import Answered
from tests import answered
from tests.family import Family
from tests.rooms.test_departing import MINE, going, post_of
from tests.rooms.test_organisation import name_contact
from tests.rooms.test_steps import name
from tests.rooms.test_today import choose_karim
from tests.rooms.test_told_first import herself, told, wilma  # noqa: F401  # a fixture

__all__ = ["going"]


@pytest.mark.parametrize("reply", [None, *Answered])
def test_only_who_said_yes_counts_as_somebody_who_stays(family: Family, going: date, reply: Answered | None) -> None:
    choose_karim(family, Meaning.JIM)
    if reply is not None:
        answered.said(family, "karim", Meaning.JIM, reply)
    seen = family.browser("lotte").get(MINE).content.decode()
    assert ("Er staat niemand naast Noor die blijft" in seen) is (reply is not Answered.YES)


PAGES = ("endings:hand_over", "endings:move", "endings:close")
NEWS = "Er is nieuws over wie naast Noor staat"


def test_who_was_chosen_and_said_no_yes_yet_is_named_without_saying_that_nobody_was_chosen(family: Family) -> None:
    for page in PAGES[1:]:
        assert "Je leest hier niemand die Noor koos" in family.page(page, seen_by="lotte")
    choose_karim(family, Meaning.JIM)
    for page in PAGES:
        seen = family.page(page, seen_by="lotte")
        assert "Noor koos trainer Karim. Daar staat nog geen ja bij." in seen
        assert "Noor koos ook" not in seen
        assert "Je leest hier niemand die Noor koos" not in seen


def test_that_somebody_stops_and_noor_does_not_know_goes_along_without_a_name(family: Family, wilma: UUID) -> None:  # noqa: F811
    assert NEWS not in family.page("endings:hand_over", seen_by="lotte")
    assert herself(family).status_code == 302
    for page in PAGES:
        seen = family.page(page, seen_by="lotte")
        assert NEWS in seen
        assert "Wilma" not in seen
    told(family)
    assert NEWS not in family.page("endings:hand_over", seen_by="lotte")


def test_who_stopped_before_and_was_chosen_again_is_named_as_one_to_ask(family: Family, wilma: UUID) -> None:  # noqa: F811
    herself(family)
    told(family)
    name(family, "wilma", by="noor", meaning="jim")
    for page in PAGES:
        seen = family.page(page, seen_by="lotte")
        assert "Noor koos Wilma. Daar staat nog geen ja bij." in seen
        assert "Wilma zei eerder: ik stop. Vraag het eerst opnieuw." in seen


def test_before_the_last_day_is_saved_mo_reads_who_depends_on_lotte(family: Family) -> None:
    where = reverse("people:ending", args=[post_of(family, "lotte").pk])
    mo = family.browser("mo")
    seen = mo.get(where).content.decode()
    assert "Lotte werkt nu met 2 kinderen" in seen
    assert "vaste aanspreekpunt" not in seen
    assert "Sem" not in seen
    name_contact(family, by="mo")
    assert "Lotte is het vaste aanspreekpunt" in mo.get(where).content.decode()
    name_contact(
        family,
        by="mo",
        contact=str(family.person("greet")),
        deputy=str(family.person("lotte")),
        deputy_phone="0470 22 33 44",
    )
    assert "Lotte vervangt het vaste aanspreekpunt" in mo.get(where).content.decode()
    assert "werkt nu met" not in mo.get(reverse("people:ending", args=[post_of(family, "hilde").pk])).content.decode()
