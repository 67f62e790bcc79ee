"""The trust person of a parent: what is known of the conditions, none of them verified."""

from datetime import date

import pytest

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
