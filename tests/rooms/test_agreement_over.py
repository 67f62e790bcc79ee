"""What Noor and Wilma agreed on is over with the choice it was made on; chosen anew, both say yes anew (A63)."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from kring.access.models import Item
from kring.access.same import SamePerson
from kring.agreements.acts import making, telling
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point
from kring.endings import reading
from kring.endings.acts import passing
from kring.endings.acts.leaving import Told
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Channel, Party
from kring.law.agreements import Point as Code
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Voice
from kring.rights.acts import wishes
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import DINNER, POINTS, agree, agreed, made

CALL = {Key(Code.LOW): Value(choice=Channel.CALL.value, words="Bel Wilma.", number="0470 12 34 56")}


def choose(family: Family, meaning: Meaning = Meaning.JIM, *, days_ago: int = 0) -> None:
    door = family.door("noor", Section.RIGHTS)
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today() - timedelta(days=days_ago))
    wishes.name(door, family.member("wilma"), said, act=uuid7())


def end(family: Family, voice: Voice) -> None:
    """Noor chose otherwise yesterday, or she was told that Wilma stops."""
    wilma, today = family.member("wilma"), clock.today() - timedelta(days=1)
    if voice is Voice.CHILD:
        wishes.withdraw(family.door("noor", Section.RIGHTS), wilma, Meaning.JIM, act=uuid7(), on=today)
    else:
        wishes.end_as_told(family.door("lotte", Section.RIGHTS), wilma, Meaning.JIM, today)


def page(family: Family, who: str, row: Agreement, name: str = "agreement") -> HttpResponse:
    return family.browser(who).get(family.url(f"agreements:{name}", pact=row.pact))


def read(family: Family, who: str, name: str = "all", **parts: Any) -> str:
    return unescape(family.page(f"agreements:{name}", seen_by=who, **parts))


def send(family: Family, who: str, name: str, **parts: Any) -> HttpResponse:
    return family.browser(who).post(family.url(f"agreements:{name}", **parts), {"once": family.once()})


@pytest.fixture
def stood(family: Family) -> Agreement:
    """Noor chose Wilma, and both said yes."""
    choose(family, days_ago=2)
    return agreed(family, points={**POINTS, **CALL}, look_again_on=clock.today().isoformat())


def looks(family: Family) -> int:
    return Item.objects.filter(section=Section.AGREEMENTS.value).exclude(look_on=None).count()


@pytest.mark.parametrize("voice", [Voice.CHILD, Voice.PERSON])
def test_when_the_choice_ends_what_was_agreed_is_over_and_stays_to_read_again(
    family: Family, stood: Agreement, voice: Voice
) -> None:
    for who in ("noor", "lotte"):
        assert "voorbij sinds" not in read(family, who)
    assert "opnieuw kijken op" in read(family, "noor")
    assert page(family, "noor", stood, "low").status_code == 200
    assert looks(family) == 1
    end(family, voice)
    for who in ("noor", "lotte"):
        listed = read(family, who)
        assert "voorbij sinds" in listed
        assert "afgesproken<" not in listed
        assert "opnieuw kijken op" not in listed
        whole = read(family, who, "agreement", pact=stood.pact)
        assert "Dit geldt niet meer" in whole
        assert DINNER in whole
        assert "Het gaat nu niet zo goed" not in whole
        assert "Opnieuw bekijken op" not in whole
    assert page(family, "noor", stood, "low").status_code == 404
    assert page(family, "wilma", stood).status_code == 404
    if voice is Voice.CHILD:  # she can take it back until somebody told it
        rows = reading.chosen_otherwise(family.door("lotte", Section.RIGHTS), family.member("wilma"))
        told = Told(by="Lotte", on=clock.today())
        passing.pass_on(family.door("lotte", Section.RIGHTS), rows, told, act=uuid7())
    assert looks(family) == 0


@pytest.mark.parametrize("voice", [Voice.CHILD, Voice.PERSON])
def test_chosen_anew_nothing_is_agreed_until_both_say_yes_anew(family: Family, stood: Agreement, voice: Voice) -> None:
    end(family, voice)
    assert "voorbij sinds" in read(family, "noor")
    choose(family)
    assert "voorbij sinds" in read(family, "noor")
    assert page(family, "wilma", stood).status_code == 404
    assert send(family, "noor", "tap", pact=stood.pact).status_code == 404
    assert send(family, "wilma", "tap", pact=stood.pact).status_code == 404
    assert "Maak nieuwe afspraken" in read(family, "noor", "agreement", pact=stood.pact)
    newer = made(family, "noor", {})
    assert newer.pact == stood.pact
    assert "nog niet afgesproken" in read(family, "noor")
    agree(family, "noor", newer, Party.CHILD)
    assert "nog niet afgesproken" in read(family, "noor")
    if voice is Voice.PERSON:  # who stopped itself is asked first: until its yes nothing comes back by a screen
        assert page(family, "wilma", newer).status_code == 404
        answered.said(family, "wilma", Meaning.JIM)
    assert DINNER in read(family, "wilma", "agreement", pact=stood.pact)
    assert page(family, "wilma", stood, "agreement").status_code == 200
    older = family.browser("wilma").get(family.url("agreements:agreement", pact=stood.pact), {"version": 1})
    assert older.status_code == 404
    agree(family, "wilma", newer, Party.PERSON)
    assert "nog niet afgesproken" not in read(family, "noor")
    assert "voorbij sinds" not in read(family, "noor")
    assert page(family, "noor", stood, "low").status_code == 200


def test_what_ann_read_of_it_is_asked_anew_too(family: Family, stood: Agreement) -> None:
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    door, ann = family.door("noor", Section.AGREEMENTS), telling.Towards(member=family.member("mama"))
    dinner = next(one.pk for one in door.within(Point.objects.filter(until=None)) if one.words == DINNER)
    telling.share(door, ann, {dinner: True}, act=uuid7())
    assert DINNER in read(family, "ann")
    end(family, Voice.CHILD)
    choose(family)
    made(family, "noor", {})
    assert family.browser("ann").get(family.url("agreements:all")).status_code == 404


def test_what_noor_takes_back_that_same_day_was_no_end(family: Family, stood: Agreement) -> None:
    wilma, today = family.member("wilma"), clock.today()
    wishes.withdraw(family.door("noor", Section.RIGHTS), wilma, Meaning.JIM, act=uuid7(), on=today)
    assert page(family, "wilma", stood).status_code == 404
    choose(family)
    assert "voorbij sinds" not in read(family, "noor")
    assert page(family, "wilma", stood).status_code == 200
    assert looks(family) == 1
    wishes.end_as_told(family.door("lotte", Section.RIGHTS), wilma, Meaning.JIM, today)
    choose(family)
    assert "voorbij sinds" in read(family, "noor")
    assert page(family, "wilma", stood).status_code == 404


def test_what_was_being_typed_goes_on_with_the_new_choice_and_not_without_one(family: Family) -> None:
    choose(family)
    door, wilma = family.door("noor", Section.AGREEMENTS), family.member("wilma")
    row = making.begin(door, wilma, making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    making.keep(door, row, POINTS, {})
    assert page(family, "noor", row, "ready").status_code == 200
    end(family, Voice.PERSON)
    assert send(family, "noor", "ready", pact=row.pact)["Location"].endswith("?again=1")
    assert "Wilma" not in read(family, "noor")
    began = family.browser("noor").get(family.url("agreements:begin", member=wilma), follow=True)
    assert "Kies Wilma eerst opnieuw" in began.content.decode()
    choose(family)
    newer = making.begin(door, wilma, making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    assert newer.pk != row.pk
    assert DINNER in read(family, "noor", "ready", pact=newer.pact)


def test_somebody_let_go_is_not_among_those_to_agree_with(family: Family) -> None:
    choose(family)
    assert ">Wilma</a>" in read(family, "noor")
    end(family, Voice.CHILD)
    assert ">Wilma</a>" not in read(family, "noor")
    choose(family, Meaning.SUPPORTER)
    assert ">Wilma</a>" in read(family, "noor")
