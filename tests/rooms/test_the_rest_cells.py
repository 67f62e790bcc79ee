"""What an answer about a subject never closes: what was said to that one, what has no subject (R13, R14, R21)."""

from dataclasses import replace

from kring.access.sieve import Answers
from kring.law.access import Topic
from tests.rooms.test_sieve_cells import ME, OTHER, THIS, reads, who


def test_a_no_about_a_subject_leaves_what_was_said_to_that_one_and_a_no_about_the_text_does_not() -> None:
    """R14: a child that closed a subject cries to who it chose, and is heard."""
    for relation, section in (("worker", "said"), ("jim", "said"), ("supporter", "said")):
        subject = who(relation, section, answers=Answers(no_topics=frozenset({Topic.SCHOOL})))
        assert reads(subject, told_to_id=ME)
        assert not reads(subject, told_to_id=OTHER)
        assert not reads(replace(subject, unsure=True), told_to_id=ME)
        assert not reads(replace(subject, answers=Answers(no_items=frozenset({THIS}))), told_to_id=ME)
        assert not reads(replace(subject, restricted=True), told_to_id=ME)
    assert not reads(who("worker", "said", answers=Answers(no_topics=frozenset({Topic.SCHOOL}))))


def test_a_no_to_all_the_rest_closes_what_has_no_subject_and_not_what_never_has_one() -> None:
    """R13, R14, R21: what is said, the explaining of the right, and what the house does are no subject."""
    rest = Answers(no_topics=frozenset({Topic.GENERAL}))
    for section, klass in (
        ("said", "own_words"),
        ("moments", "file"),
        ("parents", "own_words"),
        ("decided", "file"),
        ("support", "file"),
    ):
        worker = who("worker", section, answers=rest)
        assert reads(worker, klass=klass, topic="general"), section
        assert reads(worker, klass=klass, topic="school")
        told = replace(rest, no_topics=rest.no_topics | {Topic.SCHOOL.value})
        assert not reads(replace(worker, answers=told), klass=klass, topic="school")
    for section in ("journal", "rights", "circle"):
        assert reads(who("worker", section), topic="general")
        assert not reads(who("worker", section, answers=rest), topic="general"), section
