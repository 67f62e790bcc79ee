"""In which position somebody comes to a child, cell by cell: its hat, its days, its walls and what counts (R15-R18)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.access.same import Mine
from kring.access.sieve import Answers
from kring.access.standing import Standing, anew_from, authority_of, born_on, standing_of
from kring.dossier.models import Dossier, Involvement
from kring.kit.keys import uuid7
from kring.law.access import Case, Relation, Section, Topic
from kring.law.standing import Authority

ON = date(2026, 11, 29)
NOBODY_ASKED: dict[str, Any] = {"capable": None, "found_on": None} | dict.fromkeys(
    ("beside", "in_safety", "restricted"), False
)


def holds(relation: str, *, born: str = "2011-03-14", **facts: Any) -> Involvement:
    """One position, with what the database adds to it."""
    row = Involvement(relation=relation, dossier=Dossier(born_on=born), from_on=ON)
    for name, value in (NOBODY_ASKED | facts).items():
        setattr(row, name, value)
    return row


def standing(*held: Involvement, answers: Answers | None = None) -> Standing:
    return standing_of(held, answers or Answers(), on=ON)


def test_who_is_two_things_comes_in_as_the_one_of_its_own_life_with_the_walls_of_that_one() -> None:
    """A worker who is also a parent; and the wall of the other position opens nothing."""
    side, other = uuid7(), uuid7()
    both = standing(holds("worker", wall_id=other, restricted=True), holds("parent", wall_id=side))
    assert both.relation is Relation.PARENT
    assert both.walls == {side}
    assert not both.restricted
    assert standing(holds("parent"), holds("parent", wall_id=side), holds("parent", wall_id=other)).walls == {
        side,
        other,
    }
    assert standing(holds("parent")).walls == frozenset[UUID]()


@pytest.mark.parametrize(
    ("born", "cases"),
    [
        ("2011-03-14", {Case.MINOR, Case.CAPABLE}),
        ("2017-03-14", {Case.MINOR}),
        ("2008-11-29", {Case.CAPABLE}),  # eighteen today
        ("", {Case.MINOR}),
        ("2026-11-30", {Case.MINOR}),  # a day that is still to come: a slip
        ("2026-11-29", {Case.MINOR}),  # born today
    ],
)
def test_how_old_the_child_is_and_what_it_is_presumed_to_decide(born: str, cases: set[Case]) -> None:
    assert standing(holds("child", born=born)).cases == cases


def test_what_somebody_found_of_the_child_goes_before_its_age() -> None:
    assert Case.CAPABLE in standing(holds("child", born="2017-03-14", capable=True, found_on=ON)).cases
    assert Case.CAPABLE not in standing(holds("child", capable=False, found_on=ON)).cases


def test_a_yes_about_the_file_and_a_seat_beside_a_worker_are_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    near = frozenset({uuid7()})
    monkeypatch.setattr("kring.access.standing.close_to", lambda *_: near)
    yes = Answers(yes_topics=frozenset({Topic.THE_FILE}))
    assert Case.FILE_ACCESS in standing(holds("trust_person"), answers=yes).cases
    assert Case.FILE_ACCESS not in standing(holds("trust_person")).cases
    assert Case.BESIDE_A_WORKER in standing(holds("trust_person", beside=True)).cases
    assert Case.BESIDE_A_WORKER not in standing(holds("trust_person")).cases
    assert standing(holds("trust_person", beside=True)).close == near
    assert not standing(holds("trust_person")).close, "asked only of who sits beside a worker"
    assert Case.SAFETY_PART in standing(holds("jim", in_safety=True)).cases
    assert Case.SAFETY_PART not in standing(holds("jim")).cases
    assert standing(holds("trust_person"), answers=yes).answers == yes


@pytest.mark.parametrize(
    ("days", "known"),
    [
        ({}, True),
        ({"authority_from": ON}, True),
        ({"authority_until": ON}, True),
        ({"authority_from": date(2026, 11, 30)}, False),
        ({"authority_until": date(2026, 11, 28)}, False),
        ({"authority_from": date(2026, 11, 1), "authority_until": date(2026, 11, 28)}, False),
        ({"authority_from": date(2026, 11, 1), "authority_until": date(2026, 12, 28)}, True),
    ],
)
def test_the_authority_of_a_parent_has_days(days: dict[str, date], known: bool) -> None:
    """Outside them nobody knows, and then it represents nobody."""
    row = holds("parent", born="2019-03-14", authority=Authority.HOLDS.value, **days)
    assert authority_of(row, on=ON) is (Authority.HOLDS if known else Authority.UNKNOWN)
    assert (Case.REPRESENTS in standing(row).cases) is known


def test_a_birthday_nobody_knows_is_none() -> None:
    assert born_on(Dossier(born_on=""), on=ON) is None
    assert born_on(Dossier(born_on="2026-11-29"), on=ON) == ON
    assert born_on(Dossier(born_on="2026-11-30"), on=ON) is None


def test_who_one_is_counts_where_the_table_asks_it_or_an_emergency_opens_more_than_the_table() -> None:
    me, place = uuid7(), uuid7()
    mine = Mine(frozenset({uuid7()}), frozenset({uuid7()}))
    worker = standing(holds("worker"))
    assert not worker.sieve(place, Section.CIRCLE, me, mine).mine
    asked = worker.sieve(place, Section.CONCERNS, me, mine)
    assert (asked.mine, asked.confirmed) == (mine.members, mine.confirmed)
    told = standing(holds("supporter"), answers=Answers(disclosed=frozenset({uuid7()})))
    asked = told.sieve(place, Section.CIRCLE, me, mine)
    assert (asked.mine, asked.confirmed) == (mine.members, mine.confirmed)


def test_the_sieve_has_all_that_counts() -> None:
    side, me, place = uuid7(), uuid7(), uuid7()
    yes = Answers(yes_items=frozenset({uuid7()}))
    sieve = standing(holds("parent", wall_id=side, restricted=True), answers=yes).sieve(
        place, Section.JOURNAL, me, closed=True
    )
    assert (sieve.dossier, sieve.section, sieve.relation, sieve.me) == (place, Section.JOURNAL, Relation.PARENT, me)
    assert (sieve.walls, sieve.answers, sieve.cases) == ({side}, yes, {Case.MINOR, Case.CAPABLE})
    assert sieve.restricted
    assert sieve.closed
    assert not standing(holds("parent")).sieve(place, Section.JOURNAL, me).closed


def test_towards_a_parent_of_who_is_of_age_only_a_yes_counts_that_was_said_since() -> None:
    """She became eighteen on 14 March (R15); towards who stands beside her, each yes goes on."""
    old, new, of_age = uuid7(), uuid7(), date(2026, 3, 14)
    began = {("child", old): of_age - timedelta(days=1), ("child", new): of_age}
    said = Answers(yes_items=frozenset({old, new}), began=began)
    parent = standing(holds("parent", born="2008-03-14"), answers=said)
    assert (parent.answers.yes_items, parent.anew) == ({new}, of_age)
    for same in (holds("supporter", born="2008-03-14"), holds("parent")):
        assert (standing(same, answers=said).answers.yes_items, standing(same).anew) == ({old, new}, None)


def test_what_it_would_be_if_something_else_were_answered() -> None:
    """The yes to the file makes its case, and the no unmakes it; any other answer, and any other case, stays (R18)."""
    file, school = (Answers(yes_topics=frozenset({topic})) for topic in (Topic.THE_FILE, Topic.SCHOOL))
    without = standing(holds("trust_person"))
    by_its_yes = standing(holds("trust_person"), answers=file)
    assert by_its_yes.cases == without.cases | {Case.FILE_ACCESS}
    assert without.if_said(file) == by_its_yes
    assert by_its_yes.if_said(Answers()) == without
    assert without.if_said(school) == replace(without, answers=school)
    both = Answers(yes_topics=file.yes_topics | school.yes_topics)
    assert by_its_yes.if_said(both) == replace(by_its_yes, answers=both)
    everything = replace(without, cases=frozenset(Case))
    assert everything.if_said(school).cases == everything.cases, "of the file nothing else was said"


def test_from_which_day_a_yes_counts_is_asked_of_the_position_in_which_somebody_comes_in() -> None:
    """Whatever else it holds (R15)."""
    of_age = {"born": "2008-03-14"}
    parent, worker = holds("parent", **of_age), holds("worker", **of_age)
    assert anew_from([parent], on=ON) == anew_from([worker, parent], on=ON) == date(2026, 3, 14)
    assert anew_from([worker], on=ON) is None
    assert anew_from([holds("parent")], on=ON) is None, "a child that is no adult yet"
