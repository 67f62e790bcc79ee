"""The trust person of a parent: what is known of the conditions, none of them verified."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.parents_trust_person import NamedByAParent, may_serve_a_parent
from kring.law.source import Status

ON = date(2026, 11, 21)


def test_adult_apart_and_named_by_the_parent() -> None:
    named = NamedByAParent(adult=True, directly_involved_in_the_care=False, designated_by_the_parent=True)
    decision = may_serve_a_parent(named, on=ON)
    assert decision.allowed
    assert {one.status for one in decision.grounds} == {Status.UNVERIFIED}


@pytest.mark.parametrize(("adult", "involved"), [(None, None), (False, True)])
def test_what_is_not_asked_is_missing_and_what_is_not_so_is_against(adult: bool | None, involved: bool | None) -> None:
    named = NamedByAParent(adult=adult, directly_involved_in_the_care=involved, designated_by_the_parent=True)
    decision = may_serve_a_parent(named, on=ON)
    assert len(decision.missing if adult is None else decision.against) == 2
    assert not decision.allowed


@given(adult=st.none() | st.booleans(), involved=st.none() | st.booleans(), named=st.booleans())
def test_to_know_more_never_takes_back_what_held(adult: bool | None, involved: bool | None, named: bool) -> None:
    """What was not asked yet is missing and never against; and without the word of the parent there is nothing."""
    facts = NamedByAParent(adult=adult, directly_involved_in_the_care=involved, designated_by_the_parent=named)
    decision = may_serve_a_parent(facts, on=ON)
    assert decision.allowed is (adult is True and involved is False and named)
    assert len(decision.missing) == [adult, involved].count(None)
    assert not {one.code for one in decision.missing} & {one.code for one in decision.against}
