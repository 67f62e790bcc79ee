"""Noor keeps to herself and Wilma what Lotte read: the next version of the same, and nobody reads on of the old."""

import pytest

from kring.access.door import RefusedError
from kring.agreements import reading
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Yes
from kring.kit import clock
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
