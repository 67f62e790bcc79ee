"""What happens now, for Noor: how far it is with each whom she chose, and what comes after that (B125)."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.utils.formats import date_format

from kring.kit import clock
from kring.law.meaning import Meaning
from kring.law.steps import Answered
from tests import answered
from tests.family import Family
from tests.rooms.test_steps import ASK, send, wilma  # noqa: F401  # a fixture
from tests.rooms.test_told_first import herself, told
from tests.rooms.test_wish_page import name, wishes

EXPECT = "Nu spreken jullie af wat jullie van elkaar verwachten."
UNTOLD = ("stopte", "staat niet meer naast jou", "Hoe gaat het nu verder?")


def ahead(family: Family) -> str:
    return unescape(family.page("portals:ahead", seen_by="noor"))


def steps(family: Family, wish: UUID, *pages: str, **said: Any) -> None:
    for page in pages:
        assert send(family, page, wish, by="noor", **said).status_code == 302


def test_each_step_says_how_far_it_is_with_wilma_and_what_comes_then(family: Family, wilma: UUID) -> None:  # noqa: F811
    assert "Het is nog niet gevraagd aan Wilma." in ahead(family)
    steps(family, wilma, "asked", **ASK)
    asked = ahead(family)
    assert "Het is gevraagd aan Wilma, op " in asked
    assert "Nu is het wachten." in asked
    assert "nog niet gevraagd" not in asked
    assert EXPECT not in asked
    steps(family, wilma, "answered", reply="yes")
    assert "Wilma zei ja, op " in ahead(family)
    assert EXPECT in ahead(family)
    until = clock.today() + timedelta(days=90)
    steps(family, wilma, "tried", until=until.isoformat())
    tried = ahead(family)
    assert "Jullie proberen het samen, sinds " in tried
    assert f"De proef loopt tot {date_format(until, 'j F Y')}. Daarna praten jullie erover." in tried
    assert EXPECT not in tried, "that was before"
    steps(family, wilma, "began")
    assert "Jullie zijn begonnen op " in ahead(family)
    assert "De proef loopt" not in ahead(family)
    steps(family, wilma, "paused", voice="child")
    assert "hebben even pauze" in ahead(family)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Answered.THINKING, "Wilma denkt nog na. Dat mag."),
        (Answered.NOT_NOW, "Je keuze blijft staan. Je mag het later nog eens vragen"),
    ],
)
def test_an_answer_that_is_no_yes_is_an_answer(family: Family, wilma: UUID, reply: Answered, says: str) -> None:  # noqa: F811
    answered.said(family, "wilma", Meaning.JIM, reply)
    assert says in ahead(family)
    assert EXPECT not in ahead(family)


def test_the_trial_with_karim_stands_beside_what_the_law_still_asks(family: Family) -> None:
    name(family, "karim", by="noor")
    wish = wishes(family)[-1].pk
    answered.said(family, "karim")
    steps(family, wish, "tried", until=(clock.today() + timedelta(days=60)).isoformat())
    seen = ahead(family)
    assert "Jullie proberen het samen, sinds " in seen
    assert "De proef loopt tot " in seen
    assert "Er staan nog 2 dingen open" in seen


def test_who_stopped_stands_there_once_a_person_told_it_and_not_before(family: Family, wilma: UUID) -> None:  # noqa: F811
    answered.said(family, "wilma", Meaning.JIM)
    steps(family, wilma, "began")
    assert herself(family).status_code == 302
    assert not [words for words in UNTOLD if words in ahead(family)]
    told(family)
    seen = ahead(family)
    assert "Wilma staat niet meer naast jou" in seen
    assert "Dat ligt niet aan jou." in seen
    assert family.url("endings:endings") in seen
    name(family, "wilma", by="noor", meaning="jim")
    assert "staat niet meer naast jou" not in ahead(family), "she chose anew"


def test_what_noor_ended_herself_is_no_loss_to_be_told_of(family: Family, wilma: UUID) -> None:  # noqa: F811
    answered.said(family, "wilma", Meaning.JIM)
    family.browser("noor").post(family.url("rights:withdraw", wish=wilma), {"once": family.once()})
    assert "Je koos al eens iemand." in ahead(family)
    assert "staat niet meer naast jou" not in ahead(family)
