"""Noor reads everybody under the name that her circle has for them, wherever who reads something is told (R20)."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.models import Word
from kring.agreements.acts import making
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.meaning import Meaning
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses

NAMED, PLAIN = re.compile("lezen:? .{0,60}trainer Karim|>trainer Karim<"), re.compile("(?<!trainer )Karim")


@pytest.fixture
def wish(family: Family) -> UUID:
    """Noor chose Wilma, and Karim, "trainer Karim" in her circle, may know that."""
    yes = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.BESIDE_ME)
    answering.answer(family.door("noor", Section.ANSWERS), yes, once=uuid7())
    return chooses(family)


def agreement(family: Family, wish: UUID, who: str) -> str:
    """With Karim himself, still typed."""
    door = family.door("noor", Section.AGREEMENTS)
    row = making.begin(door, family.member("karim"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    return family.page("agreements:ready", seen_by=who, pact=row.pact)


def step(page: str) -> Callable[[Family, UUID, str], str]:
    return lambda family, wish, who: family.page(page, seen_by=who, wish=wish)


STEPS = ("rights:question", "rights:asked", "rights:answered", "rights:tried", "rights:paused", "rights:stopped")
PAGES = {one: step(one) for one in STEPS}


@pytest.mark.parametrize("page", PAGES)
def test_noor_reads_her_own_name_for_him_and_lotte_that_of_his_account(family: Family, wish: UUID, page: str) -> None:
    mine, hers = PAGES[page](family, wish, "noor"), PAGES[page](family, wish, "lotte")
    assert NAMED.search(mine)
    assert not PLAIN.search(mine)
    assert PLAIN.search(hers)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_with_whom_it_is_agreed_stands_once_among_its_readers(family: Family, wish: UUID, who: str) -> None:
    page = agreement(family, wish, who)
    assert NAMED.search(page)
    assert not PLAIN.search(page)
