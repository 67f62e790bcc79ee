"""A page for a service or for the court: what must hold, and what nobody may skip (R29)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kring.law.access import Relation
from kring.law.transfers import SERVICES, STANDS_AS, Asked, Basis, Service, may_be_made

ON = date(2026, 11, 21)
GOOD: dict[str, Any] = {"needed": True, "in_its_interest": True}
CONSENTS: dict[str, Any] = {"capable": True, "child_consents": True, "parents_consent": True}
KNOWN = some.none() | some.booleans()


def service(**facts: Any) -> Asked:
    return Asked(**{"receiver": Relation.MANDATED_SERVICE, **GOOD, "consent_sought": True, **facts})


def court(**facts: Any) -> Asked:
    return Asked(**{"receiver": Relation.COURT_SERVICE, **GOOD, **CONSENTS, **facts})


def test_a_service_by_need_interest_and_consent_sought() -> None:
    assert may_be_made(service(), on=ON).allowed
    for fact in ("needed", "in_its_interest", "consent_sought"):
        assert may_be_made(service(**{fact: False}), on=ON).against
        assert may_be_made(service(**{fact: None}), on=ON).missing


@pytest.mark.parametrize("fact", ["child_consents", "parents_consent"])
def test_the_court_asks_the_yes_of_the_child_and_of_the_parents(fact: str) -> None:
    assert may_be_made(court(), on=ON).allowed
    assert may_be_made(court(**{fact: False}), on=ON).against
    assert may_be_made(court(**{fact: None}), on=ON).missing


def test_a_child_that_cannot_yet_leaves_it_to_the_parents_and_an_adult_asks_nobody() -> None:
    assert may_be_made(court(capable=False, child_consents=None), on=ON).allowed
    assert may_be_made(court(capable=None, child_consents=None), on=ON).missing
    assert may_be_made(court(adult=True, parents_consent=None), on=ON).allowed
    assert may_be_made(court(adult=True, capable=False, child_consents=None), on=ON).missing


def test_on_a_written_request_only_basic_data() -> None:
    basic = {"basis": Basis.BASIC_DATA, "child_consents": None, "parents_consent": None}
    fixed = {**basic, "words_are_fixed": True}
    assert may_be_made(court(**fixed, written_request=True), on=ON).allowed
    assert may_be_made(court(**fixed), on=ON).missing
    for said in (False, None):
        decision = may_be_made(court(**basic, written_request=True, words_are_fixed=said), on=ON)
        assert [one.code for one in (*decision.against, *decision.missing)] == ["transfers.basic-data-only"]
    assert may_be_made(service(basis=Basis.BASIC_DATA, consent_sought=None, written_request=True), on=ON).missing


@given(
    receiver=some.sampled_from(Relation),
    basis=some.sampled_from(Basis),
    facts=some.fixed_dictionaries(
        dict.fromkeys(
            (
                "needed",
                "in_its_interest",
                "consent_sought",
                "child_consents",
                "parents_consent",
                "written_request",
                "words_are_fixed",
            ),
            KNOWN,
        )
    ),
)
def test_nothing_goes_to_the_court_past_a_no(receiver: Relation, basis: Basis, facts: dict[str, Any]) -> None:
    if may_be_made(Asked(receiver=receiver, basis=basis, capable=True, **facts), on=ON).allowed:
        assert receiver in SERVICES
        assert facts["needed"]
        assert facts["in_its_interest"]
        if receiver is Relation.COURT_SERVICE:
            basic = basis is Basis.BASIC_DATA and facts["written_request"] and facts["words_are_fixed"]
            assert basic or (facts["child_consents"] and facts["parents_consent"])


def test_a_magistrate_stands_as_the_social_service_of_the_court_does() -> None:
    """Art. 75 and 75/1 DIJH ask the same of both; a mandated service is the OCJ or the VK."""
    court = {one.value for one, relation in STANDS_AS.items() if relation is Relation.COURT_SERVICE}
    mandated = {one.value for one, relation in STANDS_AS.items() if relation is Relation.MANDATED_SERVICE}
    assert (court, mandated) == ({"social_service", "magistrate"}, {"ocj", "vk"})
    assert set(STANDS_AS) == set(Service)
