"""Making an agreement and saying yes to it: who reads which part, what stays, and what nobody's yes opens."""

from datetime import timedelta

import pytest

from kring.access.acts import answering, protecting
from kring.access.door import RefusedError
from kring.access.models import Draft, SamePerson, Word
from kring.access.writing import NotAllowedError, StaleError
from kring.agreements.acts import agreeing, making
from kring.agreements.acts.agreeing import MayNotAgree
from kring.agreements.drafting import Key, Value, typed
from kring.agreements.models import Agreement, Point, Yes
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party, Reads
from kring.law.agreements import Point as Code
from kring.law.meaning import Meaning
from tests.family import Family
from tests.rooms.agreeing import DINNER, POINTS, THERE, agree, agreed, made, seen, words

OTHERS = ("ann", "tarik", "mo", "an", "nadia", "hilde", "dirk")


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_child_and_worker_make_it_and_wilma_reads_it(family: Family, by: str) -> None:
    made(family, by)
    for who in ("noor", "lotte", "wilma"):
        assert {THERE, DINNER} <= words(family, who)
    assert family.log(Event.AGREEMENT_BEGUN) == family.log(Event.AGREEMENT_MADE) == 1


def test_while_it_is_typed_wilma_knows_nothing_of_it(family: Family) -> None:
    door = family.door("lotte", Section.AGREEMENTS)
    row = making.begin(door, family.member("wilma"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    making.keep(door, row, POINTS, {})
    assert typed(row.pk).points == POINTS
    for who in ("wilma", "karim"):
        there = family.door(who, Section.AGREEMENTS)
        assert not there.within(Agreement.objects.all()).exists()
        assert not there.within(Point.objects.all()).exists()
    assert family.log(Event.AGREEMENT_MADE) == 0


def test_who_coaches_the_network_reads_the_practical_part_alone(family: Family) -> None:
    made(family)
    assert DINNER in words(family, "bram")
    assert THERE not in words(family, "bram")


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    made(family)
    with pytest.raises(RefusedError):
        family.door(who, Section.AGREEMENTS)


@pytest.mark.parametrize("who", ["karim", "rita", "bram"])
def test_who_is_not_of_this_agreement_reads_no_own_words_and_makes_none(family: Family, who: str) -> None:
    row = made(family)
    door = family.door(who, Section.AGREEMENTS)
    assert THERE not in words(family, who)
    with pytest.raises(NotAllowedError):
        making.begin(door, family.member("rita"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    new = agreeing.Agreed(party=Party.PERSON, on=clock.today())
    with pytest.raises(NotAllowedError):
        agreeing.agree(door, seen(family, "lotte", row), new, act=uuid7(), on=clock.today())
    assert family.log(Event.AGREEMENT_AGREED) == 0


@pytest.mark.parametrize(
    ("reads", "reads_dinner", "knows"),
    [(Reads.ALL, True, True), (Reads.PRACTICAL, True, True), (Reads.NOTHING, False, False)],
)
def test_what_noor_keeps_from_lotte_is_read_by_wilma_alone(
    family: Family, reads: Reads, reads_dinner: bool, knows: bool
) -> None:
    row = made(family, "noor", reads=reads)
    assert {THERE, DINNER} <= words(family, "wilma")
    assert {THERE, DINNER} <= words(family, "noor")
    assert (THERE in words(family, "lotte")) is (reads is Reads.ALL)
    assert (DINNER in words(family, "lotte")) is reads_dinner
    door = family.door("lotte", Section.AGREEMENTS)
    assert door.within(Agreement.objects.filter(pk=row.pk)).exists() is knows
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    for who in ("noor", "wilma"):
        assert family.door(who, Section.AGREEMENTS).within(Yes.objects.all()).count() == 2
    assert door.within(Yes.objects.filter(agreement=row.pk)).exists() is knows


def test_what_is_between_noor_and_wilma_stands_in_nobodys_way(family: Family) -> None:
    made(family, "noor", reads=Reads.NOTHING)
    mine = made(family, "lotte")
    assert mine.number == 1
    assert made(family, "lotte", {Key(Code.PHONE): Value(words="Op zondag.")}).number == 2


def test_lotte_keeps_to_what_noor_chose(family: Family) -> None:
    made(family, "noor", reads=Reads.PRACTICAL)
    row = made(family, "lotte", {Key(Code.RHYTHM): Value(words="Elke dinsdag.")})
    assert row.reads == Reads.PRACTICAL
    assert words(family, "noor") >= {THERE, "Elke dinsdag."}
    assert THERE not in words(family, "lotte")


def test_a_new_version_keeps_what_did_not_change_and_what_was_said_about_it(family: Family) -> None:
    first = agreed(family)
    noor = family.door("noor", Section.AGREEMENTS)
    dinner = next(one for one in noor.within(Point.objects.all()) if one.words == DINNER)
    made(family, "lotte", {Key(Code.ENGAGING): Value(words="Wilma luistert."), Key(Code.DOES_NOT): Value()})
    now = {one.pk: one.words for one in noor.within(Point.objects.of(first.pact, 2))}
    assert set(now.values()) == {DINNER, "Wilma luistert."}
    assert dinner.pk in now
    before = {one.words for one in noor.within(Point.objects.of(first.pact, 1))}
    assert before == {one.words for one in POINTS.values()}


def test_two_type_at_once_and_both_arrive(family: Family) -> None:
    agreed(family)
    lotte, noor = (family.door(who, Section.AGREEMENTS) for who in ("lotte", "noor"))
    rows = [
        making.begin(door, family.member("wilma"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
        for door in (lotte, noor)
    ]
    assert rows[0].pk == rows[1].pk
    making.keep(lotte, rows[0], {Key(Code.PHONE): Value(words="Op zondag.")}, {})
    making.keep(noor, rows[1], {Key(Code.VISITS): Value(words="Op zaterdag.")}, {})
    making.make(lotte, rows[0], act=uuid7(), on=clock.today())
    assert words(family, "wilma") >= {"Op zondag.", "Op zaterdag.", DINNER}
    assert not Draft.objects.filter(pk=rows[0].pk).exists()
    with pytest.raises((NotAllowedError, StaleError)):
        making.make(noor, rows[1], act=uuid7(), on=clock.today())


def test_what_was_begun_can_be_left(family: Family) -> None:
    first = agreed(family)
    door = family.door("noor", Section.AGREEMENTS)
    row = making.begin(door, family.member("wilma"), making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
    making.keep(door, row, {Key(Code.PHONE): Value(words="Nooit.")}, {})
    making.leave(door, row, act=uuid7())
    assert not door.within(Agreement.objects.typing()).exists()
    assert door.within(Agreement.objects.made()).get().pk == first.pk
    with pytest.raises(NotAllowedError):
        making.leave(door, first, act=uuid7())


@pytest.mark.parametrize(
    ("by", "party", "expressed"),
    [
        ("lotte", Party.CHILD, "itself"),
        ("wilma", Party.CHILD, "itself"),
        ("wilma", Party.CHILD, "said"),
        ("noor", Party.PERSON, "itself"),
    ],
)
def test_nobody_taps_for_another(family: Family, by: str, party: Party, expressed: str) -> None:
    row = made(family)
    with pytest.raises((NotAllowedError, MayNotAgree)):
        agree(family, by, row, party, expressed=expressed)
    assert family.log(Event.AGREEMENT_AGREED) == 0


@pytest.mark.parametrize(("by", "party"), [("lotte", Party.CHILD), ("lotte", Party.PERSON), ("noor", Party.PERSON)])
def test_a_yes_may_be_written_down_as_it_was_said(family: Family, by: str, party: Party) -> None:
    row = made(family)
    agree(family, by, row, party, expressed="said")
    assert family.log(Event.AGREEMENT_AGREED) == 1


def test_a_yes_is_said_once_and_not_before_it_stands_there(family: Family) -> None:
    row = made(family)
    with pytest.raises(MayNotAgree):
        agree(family, "noor", row, Party.CHILD, on=clock.today() - timedelta(days=1))
    agree(family, "noor", row, Party.CHILD)
    with pytest.raises(StaleError):
        agree(family, "noor", row, Party.CHILD)


def test_while_contact_is_restricted_nothing_is_agreed_and_wilma_reads_nothing(family: Family) -> None:
    row = made(family)
    toward = [protecting.Toward(member=family.member("wilma"))]
    protecting.restrict(family.door("lotte"), toward, from_on=clock.today(), until_on=None, once=uuid7())
    with pytest.raises(MayNotAgree):
        agree(family, "noor", row, Party.CHILD)
    with pytest.raises(RefusedError):
        family.door("wilma", Section.AGREEMENTS)


def test_wilma_says_what_she_expects_and_changes_nothing(family: Family) -> None:
    row = made(family)
    door = family.door("wilma", Section.AGREEMENTS)
    said = {
        Key(Code.REPLY_PERSON, Party.PERSON.value): Value(choice="day", words="Ik werk in ploegen."),
        Key(Code.REMARK, Party.PERSON.value): Value(words="Woensdag past goed."),
    }
    agreeing.react(door, seen(family, "wilma", row), said, act=uuid7())
    assert {"Ik werk in ploegen.", "Woensdag past goed."} <= words(family, "noor")
    point = door.within(Point.objects.filter(since=1)).first()
    with pytest.raises(NotAllowedError), door.writes(Event.AGREEMENT_ANSWERED, once=None) as write:
        write.change(point, words="iets anders")
    with pytest.raises(NotAllowedError):
        agreeing.react(door, row, {Key(Code.ENGAGING): Value(words="iets anders")}, act=uuid7())


def test_a_parent_reads_only_the_point_that_noor_shares(family: Family) -> None:
    made(family)
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    noor = family.door("noor", Section.ANSWERS)
    dinner = next(one for one in noor.within(Point.objects.all()) if one.words == DINNER)
    new = answering.Answering(towards=family.member("mama"), word=Word.YES, item=dinner.pk)
    answering.answer(noor, new, once=uuid7())
    assert words(family, "ann") == {DINNER}
    made(family, "lotte", {Key(Code.RHYTHM): Value(words="Elke dinsdag.")})
    with pytest.raises(RefusedError):
        words(family, "ann")
