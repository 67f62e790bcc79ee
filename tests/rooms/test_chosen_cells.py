"""Who may know as what a child chose somebody, by hand from R2 and R7: without a row, and without a database."""

import pytest

from kring.access.chosen import may_know_as_what
from kring.access.sieve import Answers
from kring.kit.keys import uuid7
from kring.law.access import Relation, Topic
from tests.rooms.doors_by_hand import door_of

CHOSEN = {Relation.TRUST_PERSON, Relation.JIM, Relation.SUPPORTER}
WHO_STANDS_BESIDE_ME = Answers(yes_topics=frozenset({Topic.BESIDE_ME}))


def known(by: str, answers: Answers | None = None) -> set[Relation]:
    """Of what this visitor may know that somebody is it by the choice of the child."""
    door = door_of(by, answers=answers or Answers())
    return {one for one in CHOSEN if may_know_as_what(door, one)}


@pytest.mark.parametrize("by", ["child", "worker"])
def test_the_child_and_who_works_with_it_know_whom_it_chose(by: str) -> None:
    assert known(by) == CHOSEN


def test_to_whom_the_child_said_no_about_it_no_page_tells_it_whoever_that_is() -> None:
    """Also not who works with it; a no about another subject closes nothing of this (R7)."""
    for by in ("worker", "jim"):
        no = Answers(no_topics=frozenset({Topic.BESIDE_ME.value}), yes_items=frozenset({uuid7()}))
        assert known(by, no) == set()
    assert known("worker", Answers(no_topics=frozenset({Topic.CIRCLE.value}))) == CHOSEN


@pytest.mark.parametrize("by", ["trust_person", "jim", "supporter", "network_guide"])
def test_who_is_beside_it_knows_by_its_yes_to_that_subject_and_by_no_other(by: str) -> None:
    assert known(by) == set()
    assert known(by, Answers(yes_topics=frozenset({Topic.CIRCLE}), yes_items=frozenset({uuid7()}))) == set()
    assert known(by, WHO_STANDS_BESIDE_ME) == CHOSEN


@pytest.mark.parametrize("by", ["parent", "upbringer"])
def test_a_parent_knows_by_its_yes_that_somebody_serves_and_of_no_other_choice(by: str) -> None:
    """Serving is a fact of the file; whom the child wished beside it is its own word (R2)."""
    assert known(by) == set()
    assert known(by, WHO_STANDS_BESIDE_ME) == {Relation.TRUST_PERSON}


@pytest.mark.parametrize("by", ["fallback_worker", "fixed_contact", "director", "court_service"])
def test_who_has_no_page_of_the_choices_knows_none_of_them(by: str) -> None:
    assert known(by, WHO_STANDS_BESIDE_ME) == set()


def test_what_nobody_chose_is_no_choice_that_is_told() -> None:
    for relation in set(Relation) - CHOSEN:
        assert may_know_as_what(door_of("supporter"), relation), relation
