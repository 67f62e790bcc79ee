"""By which road one row is opened and what takes it away, each by itself: by hand from R7, R17, R29; no database."""

from dataclasses import replace
from typing import Any

import pytest

from kring.access.sieve import Answers
from kring.law.access import Answer, Case, Klass, Topic, Verb, protection
from tests.rooms.test_sieve_cells import ABOUT, ME, OTHER, THIS, item, reads, who


def test_what_is_about_oneself_opens_once_it_is_sure_who_one_is() -> None:
    """That a child pointed somebody out is not enough, nor that somebody else was confirmed (`access.same`)."""
    papa = who("parent", cases=frozenset({Case.MINOR}))
    me, another = frozenset({ABOUT}), frozenset({OTHER})
    assert reads(replace(papa, mine=me, confirmed=me), klass="household", about_id=ABOUT)
    assert not reads(replace(papa, mine=me), klass="household", about_id=ABOUT)
    assert not reads(replace(papa, mine=another, confirmed=me), klass="household", about_id=ABOUT)
    assert not reads(replace(papa, mine=me, confirmed=me), klass="household", about_id=OTHER)


def test_what_was_made_for_one_is_read_by_that_one() -> None:
    for relation, section, klass in (("jim", "said", "own_words"), ("court_service", "transfers", "file")):
        asker = who(relation, section)
        for told_to, may in ((ME, True), (OTHER, False), (None, False)):
            assert reads(asker, klass=klass, told_to_id=told_to) is may
        row = item(section=section, klass=klass, told_to_id=ME)
        assert asker.opened_by(row, Verb.READ) == [Answer.ADDRESSED]


def test_a_page_for_a_service_is_read_by_who_works_with_the_child_whomever_it_is_for() -> None:
    """That only the one to whom something is said reads it, is so of what is said, and of no other part (R29)."""
    assert reads(who("worker", "transfers"), klass="file", told_to_id=OTHER)
    assert not reads(who("worker", "said"), told_to_id=OTHER)


def test_a_subject_that_is_weighed_without_its_yes_loses_that_one_and_no_other() -> None:
    said = Answers(yes_topics=frozenset({Topic.HOME, Topic.SCHOOL}), yes_items=frozenset({THIS}))
    assert said.without_topic(Topic.SCHOOL) == replace(said, yes_topics=frozenset({Topic.HOME}))
    assert said.without_topic(Topic.FUTURE) == said


@pytest.mark.parametrize("relation", ["trust_person", "parent"])
def test_about_who_is_close_nothing_is_told_in_an_emergency_whatever_that_opens(
    relation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two protections, of which each holds without the other (R17)."""
    guard = replace(protection(), never_in_an_emergency=frozenset())
    monkeypatch.setattr("kring.access.sieve.protection", lambda: guard)
    facts: dict[str, Any] = {"klass": "agogic", "about_id": ABOUT}
    told = who(relation, "journal", answers=Answers(disclosed=frozenset({THIS})))
    assert reads(replace(told, close=frozenset({OTHER})), **facts)
    assert not reads(replace(told, close=frozenset({ABOUT})), **facts)
    assert not reads(told, **facts), "nobody knows who is close"
    assert reads(who("worker", "journal", answers=told.answers), **facts)


@pytest.mark.parametrize("whom", [True, False])
@pytest.mark.parametrize(
    ("relation", "klass", "yes"),
    [
        ("supporter", "own_words", {"yes_items": frozenset({THIS})}),
        ("supporter", "own_words", {"yes_topics": frozenset({Topic.SCHOOL})}),
        ("supporter", "household", {"theirs": frozenset({THIS})}),
        ("parent", "concern", {"told": frozenset({THIS})}),
    ],
)
def test_in_a_closed_place_no_yes_of_anybody_opens_anything(
    relation: str, klass: str, yes: dict[str, Any], whom: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the child, of a parent about itself, of a worker who tells: each, also to whom a place is not shut (C139)."""
    guard = replace(protection(), shut_when_closed=frozenset()) if whom else protection()
    monkeypatch.setattr("kring.access.sieve.protection", lambda: guard)
    section = "concerns" if klass == "concern" else "journal"
    asker = who(relation, section, answers=Answers(**yes), cases=frozenset(Case))
    assert reads(asker, klass=klass)
    assert not reads(replace(asker, answers=Answers()), klass=klass)
    assert not reads(replace(asker, closed=True), klass=klass)


@pytest.mark.parametrize("ends", [False, True])
@pytest.mark.parametrize("relation", ["child", "trust_person", "jim", "supporter", "worker", "parent"])
def test_in_a_closed_place_who_ends_something_ends_it_and_nobody_else_writes(relation: str, ends: bool) -> None:
    """At an address that ends something: the child and who stands beside it (R7); to these what was shared is shut
    otherwise, also what they wrote (C139), and the child goes on reading.  Who works with it reads, and writes nothing.
    """
    beside = relation in {"trust_person", "jim", "supporter"}
    here = who(relation, "journal" if relation == "worker" else "said")
    assert here.may_add(Klass.OWN_WORDS)
    closed = replace(here, closed=True, ends=ends)
    assert closed.may_add(Klass.OWN_WORDS) is (ends and (beside or relation == "child"))
    assert reads(closed, author_id=ME) is (ends or not beside)
    assert reads(replace(closed, closed=False), author_id=ME)


@pytest.mark.parametrize("ends", [False, True])
@pytest.mark.parametrize("relation", ["supporter", "parent", "worker"])
def test_an_emergency_opens_nothing_in_a_closed_place_to_whomever(relation: str, ends: bool) -> None:
    here = who(relation, "journal", answers=Answers(disclosed=frozenset({THIS})))
    assert reads(here, held_close=True)
    assert not reads(replace(here, closed=True, ends=ends), held_close=True)
