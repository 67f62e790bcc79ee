"""Lotte talks with Noor about another choice, with reasons: Noor's choice stands, and nothing waits for it (A118)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Stand
from kring.rights.acts import wishes
from kring.rights.paths import path_as
from tests import answered
from tests.family import Family
from tests.rooms.test_steps import send

WHY = "Karim woont dichterbij, en kan ook op weekdagen."
SHE_SAID = "Toch Wilma. Zij luistert."


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM; the wish."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    return wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())


def talk(family: Family, wish: UUID, by: str = "lotte", **said: str) -> HttpResponse:
    facts = {"once": family.once(), "on": clock.today().isoformat(), "reasons": WHY, "said": SHE_SAID, **said}
    return family.browser(by).post(family.url("rights:another", wish=wish), facts)


def stand(family: Family) -> Stand:
    return path_as(family.door("noor", Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand


def test_it_stands_there_with_its_day_and_noor_reads_it_as_well(family: Family, wilma: UUID) -> None:
    where = family.url("rights:another", wish=wilma)
    assert where in family.page("rights:person", seen_by="lotte", member=family.member("wilma"))
    assert where in family.page("rights:person", seen_by="noor", member=family.member("wilma"))
    assert talk(family, wilma).status_code == 302
    for who in ("lotte", "noor"):
        page = family.page("rights:another", seen_by=who, wish=wilma)
        assert WHY in page
        assert SHE_SAID in page
    assert family.log(Event.OTHER_CHOICE_TALKED_OF) == 1


def test_the_choice_stands_and_the_next_step_waits_for_nothing(family: Family, wilma: UUID) -> None:
    before = stand(family)
    for _ in range(3):
        talk(family, wilma)
    assert stand(family) is before is Stand.WISHED
    answered.said(family, "wilma", Meaning.JIM)
    assert send(family, "began", wilma, by="noor").status_code == 302
    assert stand(family) is Stand.SERVING
    assert family.log(Event.WISH_WITHDRAWN) == 0


@pytest.mark.parametrize("who", ["noor", "ann", "tarik", "wilma", "karim", "bram", "mo", "hilde"])
def test_nobody_else_writes_it_down(family: Family, wilma: UUID, who: str) -> None:
    assert talk(family, wilma, by=who).status_code == 404
    assert family.log(Event.OTHER_CHOICE_TALKED_OF) == 0


def test_a_parent_and_who_was_chosen_find_nothing_there(family: Family, wilma: UUID) -> None:
    talk(family, wilma)
    for who in ("ann", "tarik", "wilma"):
        assert family.browser(who).get(family.url("rights:another", wish=wilma)).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reasons": ""}, "Dit is nog leeg."),
        ({"on": (clock.today() + timedelta(days=1)).isoformat()}, "Die dag moet nog komen."),
        ({"reasons": "x" * 50_001}, "50000"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    family: Family, wilma: UUID, wrong: dict[str, str], words: str
) -> None:
    page = talk(family, wilma, **wrong).content.decode()
    assert words in page
    assert SHE_SAID in page
    assert family.log(Event.OTHER_CHOICE_TALKED_OF) == 0


def test_a_double_click_writes_it_once(family: Family, wilma: UUID) -> None:
    once = family.once()
    assert [talk(family, wilma, once=once).status_code for _ in range(2)] == [302, 302]
    assert family.log(Event.OTHER_CHOICE_TALKED_OF) == 1
