"""A question that was put together once gives what the same question gives when it is asked anew, to everybody."""

import gc
import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import DateTimeField, Q, UUIDField
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from kring.access import questions as asked
from kring.access.asking import everything
from kring.access.desk import desk_of
from kring.access.door import RefusedError, come_to
from kring.access.kept import ClosedDoorError, KeptQuerySet
from kring.access.questions import Question, Within
from kring.access.sieve import Answers
from kring.circle import board, reading
from kring.circle.acts import sessions, speaking
from kring.circle.cards import Age, Mode
from kring.circle.domains import Layer
from kring.circle.models import Placement, Sign
from kring.circle.speech import NEW
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Verb
from kring.law.limits import Limited
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step, Voice
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.portals import course, day, questions
from kring.rights import facts, lately, paths, resting, untold
from kring.rights import questions as chosen
from kring.rights import reading as rights
from kring.rights.acts import as_said, conditions, held, limiting, serving, steps, wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family

MEMBERS = ("wilma", "karim")
GROUNDS = ("extreme", "talked_with_the_child", "motivated", "child_knows_why_and_until_when", "child_knows_the_judge")


@pytest.fixture
def lived(family: Family) -> Family:
    """Noor named Karim, who serves and rests unknown to her, Wilma, and Rita until Lotte wrote otherwise."""
    on, karim, wilma = clock.today(), family.member("karim"), family.member("wilma")
    noor = family.door("noor", Section.RIGHTS)
    for member, meaning in ((karim, Meaning.TRUST_PERSON), (wilma, Meaning.JIM)):
        wishes.name(noor, member, wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=on), act=uuid7())
    checks = family.door("lotte", Section.CONDITIONS)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(checks, karim, seen, act=uuid7(), on=on)
    answered.said(family, "karim")
    serving.begin(checks, karim, act=uuid7(), on=on)
    rests = steps.New(step=Step.PAUSED, on=on, voice=Voice.PERSON)
    lotte = family.door("lotte", Section.RIGHTS)
    held.hold(lotte, paths.path_as(lotte, karim, Meaning.TRUST_PERSON), rests, act=uuid7(), on=on)
    speaking.note(family.door("lotte", Section.MOMENTS), None, speaking.Spoken(language="ar"), version=NEW, act=uuid7())
    sessions.start(family.door("lotte"), mode=Mode.CALM, age=list(Age)[-1], minutes=None, act=uuid7())
    limited = Limited(from_on=on, until_on=on + timedelta(days=7), **dict.fromkeys(GROUNDS, True))
    wanted = limiting.Wanted(
        member=karim, plain="Niet deze week.", motive="Er was geweld aan de poort.", limited=limited
    )
    limiting.limit(family.door("lotte", Section.DECIDED), wanted, act=uuid7(), on=on)
    rita = family.member("rita")
    wishes.name(noor, rita, wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=on), act=uuid7())
    as_said.end(
        lotte, paths.path_as(lotte, rita, Meaning.JIM), as_said.Otherwise(expressed=Expressed.SAID, on=on), act=uuid7()
    )
    with everything():
        Sign.objects.filter(member=wilma).opened().update(paused_on=on)
    return family


LISTS: dict[str, Callable[[Family], dict[str, Any]]] = {
    "none": lambda family: {},
    "layer": lambda family: {"layer": Layer.CHILD.value},
    "member": lambda family: {"member": family.member("karim")},
    "of": lambda family: {"of": [family.member(name) for name in (*MEMBERS, "rita")]},
}
LISTS["path"] = lambda family: {
    "member": family.member("karim"),
    "wishes": list(family.door("lotte", Section.RIGHTS).within(Wish.objects.all()).values_list("pk", flat=True)),
}
LISTS["on"] = lambda _: {"on": clock.today()}
LISTS["by_another"] = lambda family: {"me": family.actor("noor").person, "since": clock.now() - timedelta(days=1)}
LISTS["between"] = lambda _: dict(zip(("since", "until"), day.bounds(clock.today()), strict=True))
ASKED: list[tuple[Question[Any], str]] = [
    (reading._PLACED, "layer"),
    (reading._TIES, "layer"),
    (reading._NAMES, "none"),
    (reading._NAMES_OF, "of"),
    (reading._SIGNS, "none"),
    *[(one, "layer") for one in board._LAST],
    (facts._LOOKED, "member"),
    (rights._TAKEN_OF, "member"),
    (paths._NAMED, "none"),
    (paths._TAKEN, "path"),
    (paths._SERVES, "member"),
    (questions.PLACED, "member"),
    (chosen.CHOSEN, "none"),
    (chosen.LIMITED, "on"),
    (chosen.NAMED, "none"),
    (chosen.SERVING, "none"),
    (chosen.TAKEN, "none"),
    (resting._RESTS, "none"),
    (lately._ENDS, "by_another"),
    (untold._UNTOLD, "none"),
    (course.SAID, "none"),
    (course.TAKEN, "none"),
    (questions.PEOPLE, "none"),
    (questions.WISHES, "none"),
    (questions.NAMES, "of"),
    (questions.CONDITIONS, "none"),
    (questions.SERVINGS, "none"),
    (questions.SESSIONS, "none"),
    (day._PLACEMENTS, "none"),
    (day._SESSIONS, "between"),
    (day._WISHES, "on"),
    (day._LOOKED, "on"),
    (day._SERVINGS, "on"),
    (day._SPEECH, "on"),
]


def told(rows: Any) -> list[Any]:  # noqa: ANN401  # models, tuples: whatever a question gives
    """What can be compared; of a row with its item also that."""
    return [
        (vars(one) | {"_state": None}, one.item.dossier_id, one.item.author_id) if hasattr(one, "item") else tuple(one)
        for one in rows
    ]


def test_every_question_of_the_house_is_asked_both_ways() -> None:
    of_rooms = importlib.import_module("tests.rooms.test_room_questions").ASKED  # it asks this file how to compare
    gc.collect()  # those of other tests here, which hold on to themselves
    there = [one for one in gc.get_objects() if type(one) is Question]
    assert {id(one) for one in there} == {id(one) for one in (*of_rooms, *(one for one, _ in ASKED))}


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_it_is_the_same_however_it_is_asked(lived: Family, question: Question[Any], kind: str) -> None:
    values, found = LISTS[kind](lived), 0
    for who in sorted(lived.seeded.persons):
        for dossier in lived.seeded.dossiers.values():
            try:
                door = come_to(lived.actor(who), dossier)
            except RefusedError:
                continue
            anew = told(question.build(lambda rows: door.within(rows, question.verb), **values))  # noqa: B023  # at once
            for _ in range(2):
                assert told(question.of(door, **values)) == anew, who
            found += bool(anew)
    assert found, "else nothing was compared"


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_so_it_is_over_a_desk(lived: Family, question: Question[Any], kind: str) -> None:
    if question.verb is not Verb.READ:
        return
    values = LISTS[kind](lived)
    for who in ("lotte", "bram", "hilde", "nadia", "noor"):
        desk = desk_of(lived.actor(who), (Relation.WORKER, Relation.TEAM_LEAD, Relation.NETWORK_GUIDE))
        for one in (desk, desk.only([lived.noor.dossier]), desk.only([])):
            assert told(question.over(one, **values)) == told(question.build(one.within, **values)), who


def test_the_statement_is_the_one_that_is_put_together_anew(family: Family) -> None:
    for who, child in (("lotte", "noor"), ("lotte", "sem"), ("noor", "noor")):
        door = family.door(who, child=child)
        with CaptureQueriesContext(connection) as sent:
            reading._NAMES.of(door)
            list(reading._NAMES.build(door.within))
        prepared, anew = (re.sub("[()]", "", one["sql"]) for one in sent.captured_queries)  # brackets mean nothing
        assert prepared == anew


def test_it_is_one_statement_each_time(family: Family, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    door, of = family.door("lotte"), [family.member(name) for name in MEMBERS]
    for some in (of, of[:1]):
        with django_assert_num_queries(1):
            assert {row[0] for row in reading._NAMES_OF.of(door, of=some)} == set(some)
    with django_assert_num_queries(0):
        assert reading._NAMES_OF.of(door, of=[]) == []


def test_each_child_and_each_visitor_has_its_own_answer(family: Family) -> None:
    noor, sem = (set(reading.names(family.door("lotte", child=child))) for child in ("noor", "sem"))
    assert noor
    assert not noor & sem
    with pytest.raises(RefusedError):
        family.door("greet")
    assert set(reading.names(family.door("noor"))) == noor


def test_what_the_child_said_to_one_visitor_closes_it_to_that_one_alone(family: Family) -> None:
    open_to_all, closed = family.door("lotte"), family.door("lotte")
    assert family.member("wilma") in reading.names(open_to_all)
    said = Answers(no_items=frozenset({family.member("wilma")}))
    closed.standing = replace(closed.standing, answers=said)
    closed._sieves.clear()
    kept = dict(reading._NAMES._made)
    assert family.member("wilma") not in reading.names(closed)
    assert reading._NAMES._made == kept, "what is asked of one alone is not kept for others"
    assert family.member("wilma") in reading.names(open_to_all)


def test_of_whom_nothing_can_pass_nothing_is_asked(
    family: Family, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    door = family.door("lotte")
    door.standing = replace(door.standing, restricted=True)
    door._sieves.clear()
    with django_assert_num_queries(0):
        assert chosen.NAMED.of(door) == []


def test_no_more_ways_are_kept_than_a_house_has(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST", 2)
    question = Question(Placement, reading._called, of=[UUIDField()])
    door = family.door("lotte")
    for count in (1, 2, 4, 8):
        question.of(door, of=[family.member("wilma")] * count)
        assert len(question._made) <= 2
    question.cache_clear()
    assert not question._made


def test_each_way_of_asking_is_put_together_once(family: Family) -> None:
    """By whoever stands so, in whatever order; of one child or of a desk, with few names or many."""
    made: list[str] = []

    def build(within: Within[Placement], *, of: Any) -> KeptQuerySet[Placement]:  # noqa: ANN401  # places or values
        made.append("once more")
        return within(Placement.objects.filter(member__in=of)).order_by("pk")

    question = Question(Placement, build, of=[UUIDField()])
    one, three = [family.member("wilma")], [family.member(name) for name in (*MEMBERS, "rita")]
    lotte, bram = family.door("lotte"), family.door("bram")
    for _ in range(3):
        for door in (lotte, bram):
            assert len(question.of(door, of=one)) < len(question.of(door, of=three))
        question.over(desk_of(family.actor("lotte")), of=one)
    assert len(made) == len(question._made) == 5, "two who stand otherwise, of one and of four; and a desk"


def test_with_one_of_two_lists_empty_it_is_asked_as_django_asks_it(family: Family) -> None:
    def build(within: Within[Placement], *, of: Any, but: Any) -> KeptQuerySet[Placement]:  # noqa: ANN401  # as above
        now = Placement.objects.filter(until_at=None, layer=Layer.CHILD.value)
        return within(now.filter(member__in=of).exclude(member__in=but)).order_by("pk")

    question = Question(Placement, build, of=[UUIDField()], but=[UUIDField()])
    door, two = family.door("lotte"), [family.member(name) for name in MEMBERS]
    assert len(question.of(door, of=two, but=[])) == 2
    assert not question._made, "no place holds nothing"
    assert len(question.of(door, of=two, but=two[:1])) == 1
    assert question.of(door, of=[], but=two) == []
    assert len(question._made) == 1


def test_a_value_that_is_none_is_asked_as_django_asks_it(family: Family) -> None:
    question = Question(
        Placement, lambda within, *, until: within(Placement.objects.filter(until_at=until)), until=DateTimeField()
    )
    door = family.door("lotte")
    assert told(question.of(door, until=None)) == told(door.within(Placement.objects.filter(until_at=None))) != []


def test_a_value_for_which_there_is_no_place_is_no_question(family: Family) -> None:
    """An earlier day would be left out, and today would be the answer."""
    with pytest.raises(TypeError, match="at"):
        reading._PLACED.of(family.door("lotte"), layer="child", at=clock.now())


def test_rows_of_which_it_is_told_later_for_whom_are_put_together_with_no_others(family: Family) -> None:
    here = Placement.objects.all().opened(Q(item__dossier=family.noor.dossier), None)
    with pytest.raises(ClosedDoorError, match="when it is asked"):
        here | family.door("lotte").within(Placement.objects.all())


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL is told who asks")
def test_a_statement_that_tells_nobody_finds_nothing(family: Family) -> None:
    assert not list(Placement.objects.all().opened(Q(item__dossier=family.noor.dossier), None))
    assert reading.names(family.door("lotte"))
