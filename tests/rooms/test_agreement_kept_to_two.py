"""Noor keeps to herself and Wilma what Lotte read: the next version of the same, and nobody reads on of the old."""

from html import unescape
from typing import Any

import pytest

from kring.access.door import RefusedError
from kring.agreements import reading
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point, Yes
from kring.kit import clock, sheets
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party, Reads
from kring.law.agreements import Point as Code
from kring.law.meaning import Meaning
from tests.family import Family
from tests.rooms.agreeing import DINNER, THERE, agree, agreed, made, words
from tests.rooms.test_agreement_pages import read

TUESDAY = {Key(Code.PHONE): Value(words="Op dinsdag mag je bellen.")}


@pytest.fixture
def before(family: Family) -> Agreement:
    return agreed(family)


def pacts(family: Family, who: str) -> list[reading.Pact]:
    return reading.pacts(family.door(who, Section.AGREEMENTS))


def standing(family: Family, who: str) -> list[int | None]:
    """The numbers of what is agreed and stands, as somebody reads it."""
    return [one.held.row.number for one in pacts(family, who) if one.held]


def kept(family: Family) -> Agreement:
    return made(family, "noor", TUESDAY, reads=Reads.NOTHING)


def test_the_words_come_along_and_it_is_the_next_version_of_the_same(family: Family, before: Agreement) -> None:
    row = kept(family)
    assert (row.pact, row.number) == (before.pact, 2)
    for who in ("noor", "wilma"):
        assert {THERE, DINNER, "Op dinsdag mag je bellen."} <= words(family, who)


def test_while_noor_types_it_the_words_stand_on_her_pages_and_lotte_reads_on(family: Family, before: Agreement) -> None:
    door = family.door("noor", Section.AGREEMENTS)
    new = making.Begun(meaning=Meaning.JIM, reads=Reads.NOTHING)
    row = making.begin(door, family.member("wilma"), new, act=uuid7(), on=clock.today())
    assert THERE in read(family, "noor", "ready", pact=row.pact)
    assert "leest je begeleiding dan niet meer" in read(family, "noor", "ready", pact=row.pact)
    assert THERE in words(family, "lotte")
    assert standing(family, "lotte") == [before.number]


def test_from_then_on_only_the_two_read_what_stood_there(family: Family, before: Agreement) -> None:
    assert standing(family, "bram") == [1]
    row = kept(family)
    for who in ("lotte", "bram"):
        assert pacts(family, who) == []
        assert not family.door(who, Section.AGREEMENTS).within(Yes.objects.all()).exists()
    assert words(family, "bram") == set()
    for who in ("noor", "wilma"):
        assert standing(family, who) == [1], "until both say yes, the one of before holds"
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    for who in ("noor", "wilma"):
        assert standing(family, who) == [2]
        assert read(family, who, "agreement", pact=row.pact).count("afgesproken</") == 1


def test_what_lotte_was_typing_meanwhile_goes_on_by_itself(family: Family, before: Agreement) -> None:
    lotte = family.door("lotte", Section.AGREEMENTS)
    new = making.Begun(meaning=Meaning.JIM)
    hers = making.begin(lotte, family.member("wilma"), new, act=uuid7(), on=clock.today())
    assert hers.pact == before.pact
    kept(family)
    with pytest.raises(RefusedError):
        reading.pact(lotte, before.pact)
    typing = lotte.within(Agreement.objects.typing()).get()
    making.make(lotte, typing, act=uuid7(), on=clock.today())
    assert [one.latest.row.number for one in pacts(family, "lotte") if one.latest] == [1]


def test_of_two_that_both_said_yes_to_the_last_one_stands_and_the_page_said_so_before(
    family: Family, before: Agreement
) -> None:
    row = kept(family)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    new = made(family, "lotte")
    assert new.pact != row.pact
    for who in ("noor", "wilma"):
        assert "dan stopt het vorige" in read(family, who, "agreement", pact=new.pact)
        assert standing(family, who) == [2]
    assert "dan stopt het vorige" not in read(family, "lotte", "agreement", pact=new.pact), "she does not know of it"
    agree(family, "noor", new, Party.CHILD)
    agree(family, "lotte", new, Party.PERSON, expressed="said")
    for who in ("noor", "wilma"):
        assert standing(family, who) == [1]
        assert "Dat geldt nu." in read(family, who, "agreement", pact=row.pact)
        assert "voorbij sinds" in read(family, who, "all")


def test_what_she_kept_to_the_two_no_yes_that_lotte_wrote_for_her_ends(family: Family, before: Agreement) -> None:
    """Nor is anything of it gone from where she taps that it is not going well (C86)."""
    row = kept(family)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    new = made(family, "lotte")
    for party in Party:
        agree(family, "lotte", new, party, expressed="said")
    for who in ("noor", "wilma"):
        assert standing(family, who) == [2]
    assert standing(family, "lotte") == [1], "she knows of no other"


def test_before_she_begins_noor_reads_who_will_read_what_of_before(family: Family) -> None:
    where = {"member": family.member("wilma")}
    assert "lezen alleen jullie twee nog" not in read(family, "noor", "begin", **where)
    agreed(family)
    said = "dan lezen alleen jullie twee nog wat er vroeger stond"
    assert said in family.browser("noor").get(f"{family.url('agreements:begin', **where)}?again=1").content.decode()
    kept(family)
    page = family.browser("noor").get(f"{family.url('agreements:begin', **where)}?again=1").content.decode()
    assert "Dan begin je met een leeg blad" in page


def test_what_noor_lets_lotte_read_again_begins_empty(family: Family, before: Agreement) -> None:
    kept(family)
    row = made(family, "noor", TUESDAY, reads=Reads.ALL)
    assert (row.pact == before.pact, row.number) == (False, 1)
    assert words(family, "lotte") == {"Op dinsdag mag je bellen."}


def everywhere(family: Family, who: str, row: Agreement, told: list[dict[str, Any]]) -> list[str]:
    """What somebody finds of it: now, as it was, side by side, on paper, at who may know what, and of the day."""
    browser, agreement = family.browser(who), family.url("agreements:agreement", pact=row.pact)
    where = [agreement, f"{agreement}?version=1", family.url("agreements:versions", pact=row.pact)]
    where += [family.url("portals:about", member=family.member("wilma"))]
    where += [family.url("portals:copy")] if who == "lotte" else []
    pages = [browser.get(one) for one in where]
    assert {one.status_code for one in pages} == {200}
    told.clear()
    assert browser.get(family.url("agreements:paper", pact=row.pact)).status_code == 200
    return [*(unescape(one.content.decode()) for one in pages), str(told)]


def test_of_what_lotte_typed_herself_she_reads_on_only_what_is_practical(
    family: Family, before: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    there = next(
        one for one in family.door("lotte", Section.AGREEMENTS).within(Point.objects.all()) if one.words == THERE
    )
    where = family.url("portals:why", item=there.pk)
    assert [THERE in one for one in everywhere(family, "lotte", before, told)][:2] == [True, True]
    assert family.browser("lotte").get(where).status_code == 200
    row = made(family, "noor", TUESDAY, reads=Reads.PRACTICAL)
    for yes in (None, Party.CHILD, Party.PERSON):
        if yes:
            agree(family, "noor" if yes is Party.CHILD else "wilma", row, yes)
        pages = everywhere(family, "lotte", before, told)
        assert not [one for one in pages if THERE in one], yes
        assert [DINNER in one for one in pages][:3] == [True, True, True], yes
        assert family.browser("lotte").get(where).status_code == 404
        for who in ("noor", "wilma"):
            assert THERE in read(family, who, "agreement", pact=row.pact)
    assert standing(family, "lotte") == [2]
    assert THERE in everywhere(family, "noor", before, told)[1]


def test_what_lotte_was_typing_opens_nothing_that_noor_closed_meanwhile(family: Family, before: Agreement) -> None:
    noor, lotte = (family.door(who, Section.AGREEMENTS) for who in ("noor", "lotte"))
    new = making.Begun(meaning=Meaning.JIM, reads=Reads.PRACTICAL)
    close = making.begin(noor, family.member("wilma"), new, act=uuid7(), on=clock.today())
    hers = making.begin(lotte, family.member("wilma"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    for door, one in ((noor, close), (lotte, hers)):
        making.make(door, door.within(Agreement.objects.filter(pk=one.pk)).get(), act=uuid7(), on=clock.today())
    last = lotte.within(Agreement.objects.filter(pk=hers.pk)).get()
    assert (last.number, last.reads) == (3, Reads.PRACTICAL)
    for who, reads in (("noor", True), ("wilma", True), ("lotte", False), ("bram", False)):
        assert (THERE in words(family, who), DINNER in words(family, who)) == (reads, True), who
