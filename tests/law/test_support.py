"""How long a place to turn to may go without somebody looking at it."""

from datetime import date, timedelta

import pytest

from kring.law.access import Answer, Case, Klass, Relation, Section, Verb, rules_for
from kring.law.support import AHEAD, SERVES, WHOSE, For, is_old, may_be_said_anew, yes_until
from kring.law.ways import NETWORK


@pytest.mark.parametrize(
    ("looked_on", "old"), [(date(2025, 11, 29), True), (date(2025, 11, 30), False), (date(2026, 11, 29), False)]
)
def test_a_place_is_old_a_year_after_somebody_looked(looked_on: date, *, old: bool) -> None:
    assert is_old(looked_on, on=date(2026, 11, 29)) is old


def test_a_yes_to_others_holds_a_quarter_and_is_asked_again_two_weeks_before() -> None:
    """C138: it lapses by itself; a meeting is planned within the time that a yes of today holds."""
    said = date(2026, 11, 30)
    assert yes_until(said) == date(2027, 2, 28)
    assert not may_be_said_anew(yes_until(said), on=date(2027, 2, 13))
    assert may_be_said_anew(yes_until(said), on=date(2027, 2, 14))
    assert all(yes_until(day) > day + timedelta(days=AHEAD) for day in (said, date(2028, 2, 29), date(2027, 12, 1)))


def test_only_who_serves_and_a_jim_meet_others() -> None:
    """Named is not yet serving (R2): `Relation.TRUST_PERSON` is who serves."""
    assert {Relation.TRUST_PERSON, Relation.JIM} == SERVES


def test_who_works_here_has_no_list_of_its_own() -> None:
    assert Relation.WORKER not in WHOSE
    assert set(WHOSE.values()) == set(For) - {For.EVERYONE}


@pytest.mark.parametrize("relation", sorted(NETWORK))
@pytest.mark.parametrize("klass", list(Klass))
def test_who_stands_beside_a_child_reads_of_its_safety_only_what_the_child_says_yes_to(
    relation: Relation, klass: Klass
) -> None:
    """B47: without a part in it nobody gets anything of it, in no case that the law knows."""
    for rule in rules_for(relation, Section.SAFETY, klass, frozenset(Case)):
        for verb in (Verb.KNOW, Verb.READ):
            assert rule.answers(verb) <= {Answer.ASKS, Answer.WROTE}
