"""What the door asks of the table, written down by hand from the law and the product rules, not from the table."""

import tomllib
from datetime import date, timedelta

import pytest

from kring.law import access, capacity, retention, ways
from kring.law.access import Answer, Case, Klass, Relation, Section, Topic, Verb
from kring.law.ways import WayKind

AT_HOME = {"child", "trust_person", "jim", "supporter", "parent", "upbringer", "parents_trust_person"}


def test_who_comes_for_its_own_life() -> None:
    assert set(access.AT_HOME) == AT_HOME
    assert set(access.COMES_IN) == AT_HOME - {"child"}, "and of these the child is there already"


def test_who_works_and_who_has_a_desk() -> None:
    assert set(ways.PARENTS) == {"parent", "upbringer"}
    assert set(ways.WORKERS) == {"worker", "fallback_worker"}
    assert set(ways.WITH_A_DESK) == {"worker", "network_guide"}
    assert set(ways.ALL_WHO_WORK) == {"worker", "fallback_worker", "network_guide"}
    assert ways.FITS[Relation.CHILD] == {WayKind.CARD, WayKind.PICTURES}


@pytest.mark.parametrize("relation", list(Relation))
def test_who_looks_over_the_walls(relation: Relation) -> None:
    """R16: the child, who works with it, and the director who decides (R5); of whom it lives with, nobody."""
    over = {"child", "worker", "fallback_worker", "network_guide", "director"}
    assert access.sees_every_wall(relation) is (relation.value in over)


def test_a_rule_counts_only_in_its_case() -> None:
    """The file of a child: by itself only when it can decide that (brief 1.6)."""
    place = (Relation.CHILD, Section.JOURNAL)
    assert Klass.FILE not in access.classes(*place, Verb.READ, Answer.OPEN)
    assert Klass.FILE in access.classes(*place, Verb.READ, Answer.OPEN, frozenset({Case.CAPABLE}))
    assert Klass.OWN_WORDS in access.classes(*place, Verb.READ, Answer.OPEN)


@pytest.mark.parametrize(
    ("relation", "section", "asks"),
    [
        (Relation.TRUST_PERSON, Section.RIGHTS, True),  # its own serving (R2, R10)
        (Relation.PARENT, Section.JOURNAL, True),  # what is about the parent itself
        (Relation.WORKER, Section.APART, True),  # nobody reads there about itself (R17)
        (Relation.WORKER, Section.CIRCLE, False),
        (Relation.SUPPORTER, Section.CIRCLE, False),
        (Relation.MANAGER, Section.APART, False),
    ],
)
def test_where_it_matters_who_one_is(relation: Relation, section: Section, asks: bool) -> None:
    assert access.asks_who_i_am(relation, section) is asks


@pytest.mark.parametrize(
    ("new", "old", "more"),
    [
        (Klass.FILE, Klass.CONFIDENCE, True),  # the child, and a parent who stands in for it, read the file
        (Klass.FILE, Klass.THIRD_PARTY, True),
        (Klass.CONFIDENCE, Klass.FILE, False),
        (Klass.CONFIDENCE, Klass.THIRD_PARTY, True),  # what is about third persons nobody reads of itself
        (Klass.CONFIDENCE, Klass.CONFIDENCE, False),
        (Klass.THIRD_PARTY, Klass.CONFIDENCE, False),
        (Klass.THIRD_PARTY, Klass.THIRD_PARTY, False),  # as it was
    ],
)
def test_a_class_that_opens_more(new: Klass, old: Klass, more: bool) -> None:
    assert access.opens_more(Section.JOURNAL, new, old) is more


A_TABLE = """
[protection]
sees_every_wall = []
open_when_restricted = []
left_when_restricted = []
never_in_an_emergency = []
never_told_what_was_said = []
never_about_oneself = []
never_about_those_close = []
reads_about_those_close = []
not_the_rest = []
reads_what_is_held_close = []
closed_to_who_wrote_it = []
shut_when_closed = []
ends_when_closed = []
[[rule]]
who = ["jim"]
section = ["journal"]
class = ["own_words", "confidence"]
read = "wrote"
because = "x"
source = "x"
[[rule]]
who = ["jim"]
section = ["journal"]
class = ["household"]
read = "asks"
because = "x"
source = "x"
[[rule]]
who = ["jim"]
section = ["journal"]
class = ["file"]
when = "minor"
read = "asks wrote"
because = "x"
source = "x"
"""


@pytest.mark.parametrize(
    ("new", "old", "more"),
    [
        (Klass.OWN_WORDS, Klass.THIRD_PARTY, False),  # its writer reads its own, whatever it is filed as
        (Klass.HOUSEHOLD, Klass.OWN_WORDS, True),
        (Klass.FILE, Klass.HOUSEHOLD, False),  # in fewer cases
        (Klass.HOUSEHOLD, Klass.FILE, True),  # in every case, and before it was in one
    ],
)
def test_opening_more_often_is_opening_more(
    new: Klass, old: Klass, more: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a table of this test, because ours has no such rules now."""
    cached = (access.table, access.protection, access.opens_more)
    monkeypatch.setattr(access, "_toml", lambda: tomllib.loads(A_TABLE))
    for one in cached:
        one.cache_clear()
    try:
        assert access.opens_more(Section.JOURNAL, new, old) is more
    finally:
        monkeypatch.undo()
        for one in cached:
            one.cache_clear()


def test_days_from_which_the_law_holds() -> None:
    """The decree of 2013 is in force since 1 March 2014; on the day before nothing is known."""
    began = date(2014, 3, 1)
    assert began == retention.KNOWN_SINCE
    assert date(2026, 1, 1) == retention.KRING_SINCE
    for figure, years in ((capacity.PRESUMED_FROM, 12), (capacity.ADULT_FROM, 18)):
        assert figure.on(began) == years
        with pytest.raises(LookupError):
            figure.on(began - timedelta(days=1))


def test_a_subject_that_has_another_name_now_is_none_until_somebody_asks_anew() -> None:
    """R7: a yes to what nobody can name today opens nothing."""
    assert access.known_topics(["school", "what-was-once-a-subject", "money"]) == {Topic.SCHOOL, Topic.MONEY}
    assert access.known_topics([]) == frozenset()
