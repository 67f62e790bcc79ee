"""How long things stay, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.retention import TERMS, Start, Term, falls_due_on, is_due
from kring.law.source import Status
from kring.law.time import NoLawThatDayError

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def test_every_term_has_a_version_today() -> None:
    assert set(TERMS) == set(Term)
    assert all(TERMS[term].on(TODAY) for term in Term)


@pytest.mark.parametrize(
    ("term", "start", "due"),
    [
        (Term.FILE, date(2011, 6, 15), date(2046, 6, 15)),
        (Term.FILE, date(2012, 2, 29), date(2047, 3, 1)),
        (Term.NETWORK_CONTACT, TODAY, TODAY),
        (Term.CHECK, TODAY, TODAY),
        (Term.DRAFT, date(2026, 1, 1), date(2026, 4, 1)),
        (Term.ACCOUNT, TODAY, date(2027, 11, 21)),
        (Term.LOG, TODAY, date(2036, 11, 21)),
        (Term.SESSION, TODAY, date(2026, 11, 22)),
        (Term.BESIDE, TODAY, date(2027, 2, 20)),
        (Term.PEERS, TODAY, date(2027, 5, 23)),
        (Term.GATHERING, TODAY, date(2026, 11, 22)),
        (Term.ORGANISATION, date(2028, 2, 29), date(2029, 3, 1)),
    ],
)
def test_the_day_it_falls_due(term: Term, start: date, due: date) -> None:
    assert falls_due_on(term, start, on=TODAY) == due
    assert is_due(term, start, on=max(due, TODAY))
    if due > TODAY:
        assert not is_due(term, start, on=due - timedelta(days=1))


@pytest.mark.parametrize("term", list(Term))
def test_nothing_is_erased_on_a_guess(term: Term) -> None:
    assert falls_due_on(term, None, on=TODAY) is None
    assert not is_due(term, None, on=date(2200, 1, 1))


@given(st.sampled_from(Term), DAYS, DAYS)
def test_what_has_fallen_due_stays_due(term: Term, start: date, day: date) -> None:
    day = max(day, TODAY)
    if is_due(term, start, on=day):
        assert is_due(term, start, on=day + timedelta(days=1))


@given(st.sampled_from(Term), DAYS)
def test_nothing_falls_due_before_it_began(term: Term, start: date) -> None:
    due = falls_due_on(term, start, on=TODAY)
    assert due is not None
    assert due >= start


def test_only_the_file_runs_from_birth_and_only_it_comes_from_a_rule_that_was_read() -> None:
    today = {term: TERMS[term].on(TODAY) for term in Term}
    assert [term for term, kept in today.items() if kept.runs_from is Start.BIRTH] == [Term.FILE]
    assert [term for term, kept in today.items() if kept.source.status is Status.VERIFIED] == [Term.FILE]
    assert today[Term.NETWORK_CONTACT].source.status is Status.OPEN


def test_the_rule_of_35_years_is_older_than_our_own_choices() -> None:
    first_days = {term: next(iter(TERMS[term]))[0] for term in Term}
    assert first_days.pop(Term.FILE) == date(2014, 3, 1)
    assert set(first_days.values()) == {date(2026, 1, 1)}


def test_before_the_first_term_there_is_none() -> None:
    with pytest.raises(NoLawThatDayError):
        falls_due_on(Term.FILE, TODAY, on=date(2014, 2, 28))
