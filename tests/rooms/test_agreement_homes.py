"""Agreements where people come in: in the home of the person and of a parent, and the next look in a worker's day."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from kring.access.models import SamePerson
from kring.agreements.drafting import Key, Value
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Point as Code
from kring.law.agreements import Reads
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import DINNER, agreed, made
from tests.rooms.test_agreement_sharing import point, share

STILL = "Kijk samen of de afspraken nog kloppen."


def home(family: Family, who: str) -> str:
    return unescape(family.page("portals:home", seen_by=who))


def today(family: Family) -> str:
    return unescape(family.browser("lotte").get(reverse("portals:today")).content.decode())


def in_days(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(("days", "is_told"), [(13, True), (14, True), (15, False)])
def test_lotte_finds_the_next_look_in_her_day_two_weeks_beforehand(family: Family, days: int, is_told: bool) -> None:
    made(family, look_again_on=in_days(days))
    assert (STILL in today(family)) is is_told
    assert (STILL in unescape(family.page("portals:child", seen_by="lotte"))) is is_told


@pytest.mark.parametrize(("reads", "is_told"), [(Reads.ALL, True), (Reads.PRACTICAL, True), (Reads.NOTHING, False)])
def test_of_what_noor_keeps_from_her_nothing_stands_in_her_day(family: Family, reads: Reads, is_told: bool) -> None:
    made(family, "noor", reads=reads, look_again_on=in_days(3))
    assert (STILL in today(family)) is is_told


def test_of_what_is_over_nobody_is_reminded_told_or_not_until_noor_takes_that_back(family: Family) -> None:
    """A63: her own end counts from that moment, also while nobody told Wilma."""
    noor, wilma = family.door("noor", Section.RIGHTS), family.member("wilma")
    named = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(noor, wilma, named, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)
    made(family, look_again_on=in_days(3))
    for ends, is_told in ((False, True), (True, False), (False, True)):
        if ends:
            wishes.withdraw(noor, wilma, Meaning.JIM, act=uuid7(), on=clock.today())
        elif STILL not in today(family):
            wishes.name(noor, wilma, named, act=uuid7())
        assert (STILL in today(family)) is is_told
        assert (STILL in unescape(family.page("portals:child", seen_by="lotte"))) is is_told


def test_a_newer_version_has_a_day_of_its_own(family: Family) -> None:
    made(family, look_again_on=in_days(3))
    made(family, "lotte", {Key(Code.PHONE): Value(words="Op zondag.")}, look_again_on=in_days(90))
    assert STILL not in today(family)


def test_wilma_finds_her_agreement_at_home(family: Family) -> None:
    assert "Jouw afspraken met Noor" not in home(family, "wilma")
    made(family, look_again_on=in_days(90))
    assert "Nog niet afgesproken." in home(family, "wilma")
    assert "Opnieuw bekijken op" in home(family, "wilma")
    for who in ("karim", "rita"):
        assert "Jouw afspraken met Noor" not in home(family, who)


def test_ann_finds_a_way_to_what_noor_shares_and_to_nothing_else(family: Family) -> None:
    row = agreed(family)
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    where = family.url("agreements:all")
    assert where not in home(family, "ann")
    share(family, "noor", row, point(family, DINNER))
    assert where in home(family, "ann")
    assert where not in home(family, "tarik")


def test_noor_finds_them_on_her_own_page(family: Family) -> None:
    made(family, look_again_on=in_days(90))
    assert family.url("agreements:all") in family.page("portals:child", seen_by="noor")
    assert "opnieuw kijken op" in unescape(family.page("agreements:all", seen_by="noor"))
