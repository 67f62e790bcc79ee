"""Noor sends the same wish from two tabs: it stands there once; said otherwise, or chosen anew, it is a record (R1)."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family

ALREADY = "Dit staat er al"


def sends(family: Family, who: str = "noor", **said: Any) -> str:
    """One tab; each has a token of its own."""
    member = str(family.member("wilma"))
    facts = {"once": family.once(), "person": member, "meaning": "jim", "on": clock.today().isoformat(), **said}
    answer = family.browser(who).post(family.url("rights:wish"), facts, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def stand(family: Family) -> int:
    door = family.door("noor", Section.RIGHTS)
    return int(door.within(Wish.objects.filter(member=family.member("wilma"))).count())


def test_the_same_from_a_second_tab_stands_there_once(family: Family) -> None:
    assert ALREADY not in sends(family, words="Zij vraagt nooit waarom.")
    assert ALREADY in sends(family, words="Zij vraagt nooit waarom.")
    assert (stand(family), family.log(Event.WISH_EXPRESSED)) == (1, 1)


@pytest.mark.parametrize(
    "other", [{"words": "Ze kookt."}, {"meaning": "supporter"}, {"meaning": "trust_person"}], ids=["words", "as", "law"]
)
def test_said_otherwise_it_is_a_record_of_its_own(family: Family, other: dict[str, str]) -> None:
    sends(family, words="Zij vraagt nooit waarom.")
    assert ALREADY not in sends(family, **{"words": "Zij vraagt nooit waarom.", **other})
    assert (stand(family), family.log(Event.WISH_EXPRESSED)) == (2, 2)


def test_after_an_end_it_is_a_record_of_its_own(family: Family) -> None:
    sends(family)
    door = family.door("noor", Section.RIGHTS)
    wishes.withdraw(door, family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert ALREADY not in sends(family)
    assert stand(family) == 2


def test_on_another_day_by_another_hand_or_pointed_it_is_a_record_of_its_own(family: Family) -> None:
    today = clock.today()
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=today)
    door, wilma = family.door("noor", Section.RIGHTS), family.member("wilma")
    first = wishes.name(door, wilma, said, act=uuid7())
    assert wishes.name(door, wilma, said, act=uuid7()) == first
    earlier = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=today - timedelta(days=1))
    pointed = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.POINTED, on=today, pointed=("sad",))
    by_lotte = wishes.name(family.door("lotte", Section.RIGHTS), wilma, said, act=uuid7())
    found = {first, by_lotte, *(wishes.name(door, wilma, one, act=uuid7()) for one in (earlier, pointed))}
    assert (len(found), stand(family)) == (4, 4)


def test_two_of_one_name_that_are_typed_may_be_two_people(family: Family) -> None:
    door = family.door("noor", Section.RIGHTS)
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    assert wishes.name(door, "Jan", said, act=uuid7()) != wishes.name(door, "Jan", said, act=uuid7())
