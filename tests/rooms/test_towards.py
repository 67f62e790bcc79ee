"""What Noor answered by subject towards somebody: for who may read that, as it is now or as it stood then (R7)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kring.access.acts.protecting import Toward, restrict
from kring.access.models import Say, Word
from kring.access.spoken import chosen_for
from kring.access.towards import answered_now, answered_then
from kring.agreements.models import Point
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.law.agreements import Party
from tests.family import Family
from tests.rooms.agreeing import agree
from tests.rooms.journal import row, write
from tests.rooms.test_agreement_sharing import with_mother

YES, NO, ASK = Word.YES, Word.NO, Word.ASK
DAY = timedelta(days=1)


def said(family: Family, topic: Topic | str, word: Word, **more: Any) -> Say:
    """An answer of Noor towards her mother."""
    facts = {"dossier_id": family.noor.dossier, "towards_id": family.member("mama"), "topic": str(topic)}
    facts |= {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor"), "answer": word}
    row: Say = Say.objects.create(**facts | {"from_on": clock.today(), "said_at": clock.now(), **more})
    return row


def now(family: Family, who: str, *members: str) -> dict[str, dict[Topic, str]]:
    keys = {family.member(one): one for one in members}
    found = answered_now(family.door(who, Section.SAID), list(keys))
    return {keys[key]: dict(by_topic) for key, by_topic in found.items()}


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_noor_and_who_works_with_her_read_what_stands_now(family: Family, who: str) -> None:
    yesterday = clock.today() - DAY
    said(family, Topic.SCHOOL, YES)
    said(family, Topic.FATHER, NO, from_on=yesterday)
    said(family, Topic.HEALTH, ASK)
    said(family, Topic.FRIENDS, YES, waits=True)
    said(family, Topic.LEISURE, NO, withdrawn_at=clock.now())
    said(family, Topic.FUTURE, YES, from_on=yesterday - DAY, until_on=yesterday)
    said(family, Topic.SAFETY, YES, giver="worker")
    said(family, "lessons", YES)
    said(family, Topic.CIRCLE, YES, towards_id=family.member("papa"))
    here = {Topic.SCHOOL: "yes", Topic.FATHER: "no", Topic.HEALTH: "ask"}
    assert now(family, who, "mama") == {"mama": here}
    assert now(family, who, "mama", "papa") == {"mama": here, "papa": {Topic.CIRCLE: "yes"}}
    assert now(family, who) == {}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("shut", [NO, ASK])
def test_where_two_speak_about_the_same_what_closes_holds(family: Family, shut: Word, order: int) -> None:
    for word in (YES, shut)[::order]:
        said(family, Topic.SCHOOL, word)
    assert now(family, "noor", "mama") == {"mama": {Topic.SCHOOL: shut.value}}


@pytest.mark.parametrize("who", ["wilma", "karim", "tarik", "ann", "rita"])
def test_nobody_else_reads_what_she_answers_now(family: Family, who: str) -> None:
    said(family, Topic.SCHOOL, YES)
    assert now(family, "noor", "mama")
    assert now(family, who, "mama") == {}


@pytest.fixture
def between(family: Family) -> list[Point]:
    """The points of an agreement to which Noor and Wilma said yes: one says that her mother is told things."""
    row = with_mother(family)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    points = list(family.door("noor", Section.AGREEMENTS).within(Point.objects.filter(until=None)))
    assert {one.towards_id for one in points} == {None, family.member("mama")}
    return points


def then(family: Family, who: str, between: list[Point], at: datetime | None = None) -> dict[Topic, str]:
    found = answered_then(family.door(who, Section.SAID), between, at or clock.now())
    assert set(found) <= {family.member("mama")}
    return dict(found.get(family.member("mama"), {}))


@pytest.mark.parametrize("who", ["noor", "lotte", "wilma"])
def test_the_two_and_who_works_with_her_read_what_stood_then(family: Family, between: list[Point], who: str) -> None:
    """Said by then and not taken back by then; a yes that was not waiting and had begun, and of which a day is left."""
    at, today = clock.now() - 10 * DAY, clock.today()
    before, since = {"said_at": at - DAY, "from_on": today - 20 * DAY}, at + DAY
    stood = {Topic.SCHOOL: ASK, Topic.FATHER: NO, Topic.HEALTH: ASK}
    for topic, word in (stood | {Topic.SCHOOL: YES}).items():  # taken back since: asked first (R7)
        said(family, topic, word, **before, withdrawn_at=since)
    said(family, Topic.FUTURE, YES, **before, until_on=today)
    said(family, Topic.FRIENDS, YES, **before | {"from_on": clock.day(at + DAY)})
    said(family, Topic.LEISURE, NO, **before, withdrawn_at=at - DAY / 2)
    said(family, Topic.HOME, YES, **before, waits=True)
    said(family, Topic.MOTHER, YES, **before, until_on=today - DAY)
    said(family, Topic.CIRCLE, YES, said_at=since, from_on=today - 20 * DAY)
    said(family, Topic.SAFETY, NO, said_at=since)
    said(family, Topic.GENERAL, NO, **before, giver="worker")
    said(family, Topic.BESIDE_ME, NO, **before, towards_id=family.member("papa"))
    assert then(family, who, between, at) == {topic: word.value for topic, word in stood.items()} | {
        Topic.FUTURE: "yes"
    }
    assert answered_then(family.door(who, Section.SAID), [], at) == {}


@pytest.mark.parametrize("word", [NO, ASK])
def test_what_closes_stood_then_whatever_the_days_beside_it(family: Family, between: list[Point], word: Word) -> None:
    at = clock.now() - 10 * DAY
    said(family, Topic.SCHOOL, word, said_at=at, from_on=clock.today(), waits=True)
    said(family, Topic.FATHER, YES, said_at=at, from_on=clock.day(at))
    assert then(family, "wilma", between, at) == {Topic.SCHOOL: word.value, Topic.FATHER: "yes"}


@pytest.mark.parametrize("who", ["karim", "tarik", "ann", "rita"])
def test_who_is_not_one_of_the_two_reads_nothing_of_then(family: Family, between: list[Point], who: str) -> None:
    """Also not Karim, to whom Noor said yes to what there is about who stands beside her: he reads the agreement."""
    said(family, Topic.SCHOOL, NO)
    said(family, Topic.BESIDE_ME, YES, towards_id=family.member("karim"))
    karims = family.door("karim", Section.AGREEMENTS).within(Point.objects.all())
    assert {row.pk for row in karims} & {row.pk for row in between}
    assert then(family, "wilma", between)
    assert then(family, who, between) == {}


def test_she_who_reads_the_agreement_no_more_reads_nothing_of_then(family: Family, between: list[Point]) -> None:
    said(family, Topic.SCHOOL, NO)
    whom = [Toward(person=family.person("wilma"))]
    restrict(family.door("lotte"), whom, from_on=clock.today(), until_on=None, once=None)
    assert then(family, "wilma", between) == {}
    assert then(family, "noor", between) == {Topic.SCHOOL: "no"}


def test_for_whom_one_thing_is_open_by_her_own_yes_to_it(family: Family) -> None:
    """Whom she chose, and nobody to whom she said no, took it back, or of whom it was not she who said it (R8)."""
    write(family, "noor", "zondag is zwaar")
    note = row(family, "zondag is zwaar")
    about = {"item": note.item}
    assert chosen_for(note) == []
    for who in ("karim", "wilma"):
        said(family, "", YES, towards_id=family.member(who), **about)
    said(family, "", NO, towards_id=family.member("els"), **about)
    said(family, "", YES, towards_id=family.member("rita"), withdrawn_at=clock.now(), **about)
    said(family, "", YES, giver="parent", towards_id=family.member("mama"), **about)
    said(family, "", YES, towards_id=None, made_for_id=family.person("tarik"), **about)
    assert set(chosen_for(note)) == {family.member("karim"), family.member("wilma")}
