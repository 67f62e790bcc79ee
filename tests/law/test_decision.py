"""What a decision is: all grounds weighed, nothing taken for granted, and kept as it was taken."""

import json
from dataclasses import FrozenInstanceError
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.decision import Decision, Ground, NothingWeighedError, NoTruthValueError, decide, negate
from kring.law.jim import Factor
from kring.law.registry import UnknownGroundError, register
from kring.law.source import Status
from kring.law.time import NoLawThatDayError

TODAY = date(2026, 11, 21)
CODES = sorted(register())
KNOWN = st.sampled_from([True, False, None])
GROUNDS = st.dictionaries(st.sampled_from(CODES), KNOWN, min_size=1).map(
    lambda facts: [Ground(code, holds) for code, holds in facts.items()]
)
DAYS = st.dates(date(2023, 2, 1), date(2060, 1, 1))  # from the day the youngest ground is law


def weigh(adult: bool | None, independent: bool | None) -> Decision:
    return decide(Ground("trust-person.adult", adult), Ground("trust-person.independent", independent), on=TODAY)


def codes(grounds: tuple[object, ...]) -> list[str]:
    return [ground.code for ground in grounds]  # type: ignore[attr-defined]


def test_all_that_holds_is_allowed() -> None:
    decision = weigh(True, True)
    assert decision.allowed
    assert decision.missing == decision.against == ()


def test_not_known_is_missing_and_not_against() -> None:
    decision = weigh(True, None)
    assert not decision.allowed
    assert codes(decision.missing) == ["trust-person.independent"]
    assert decision.against == ()


def test_everything_shows_at_once() -> None:
    decision = weigh(None, False)
    assert codes(decision.missing) == ["trust-person.adult"]
    assert codes(decision.against) == ["trust-person.independent"]


@pytest.mark.parametrize("holds", [True, False, None])
def test_a_decision_is_not_a_yes_or_a_no(holds: bool | None) -> None:
    with pytest.raises(NoTruthValueError, match=r"ask \.allowed"):
        bool(weigh(holds, True))


def test_nothing_is_allowed_by_weighing_nothing() -> None:
    with pytest.raises(NothingWeighedError, match="nothing was weighed"):
        decide(on=TODAY)


def test_one_ground_is_weighed_once() -> None:
    with pytest.raises(NothingWeighedError, match="weighed twice"):
        decide(Ground("trust-person.adult", True), Ground("trust-person.adult", False), on=TODAY)


@pytest.mark.parametrize("code", [factor.value for factor in Factor] + ["trust-person.values", ""])
def test_what_is_no_ground_of_law_cannot_decide(code: str) -> None:
    with pytest.raises(UnknownGroundError):
        decide(Ground(code, True), on=TODAY)


def test_the_day_chooses_the_law() -> None:
    before = decide(Ground("trust-person.adult", True), on=date(2024, 5, 16)).grounds[0]
    after = decide(Ground("trust-person.adult", True), on=date(2024, 5, 17)).grounds[0]
    assert (before.valid_from, before.status) == (date(2014, 3, 1), Status.VERIFIED)
    assert (after.valid_from, after.status) == (date(2024, 5, 17), Status.OPEN)


def test_before_the_first_wording_there_is_no_decision() -> None:
    with pytest.raises(NoLawThatDayError, match=r"trust-person\.adult has no wording.*2014-02-28"):
        decide(Ground("trust-person.adult", True), on=date(2014, 2, 28))


def test_what_is_kept_is_plain_and_complete() -> None:
    assert weigh(True, None).as_kept() == {
        "on": "2026-11-21",
        "grounds": [
            {
                "code": "trust-person.adult",
                "holds": True,
                "valid_from": "2024-05-17",
                "source": "art. 24 par. 1 DRM (version 2024, not read)",
                "status": "open",
            },
            {
                "code": "trust-person.independent",
                "holds": None,
                "valid_from": "2024-05-17",
                "source": "art. 24 par. 1 DRM (version 2024, not read)",
                "status": "open",
            },
        ],
    }


def test_grounds_and_decisions_do_not_change() -> None:
    decision = weigh(True, True)
    for thing, name in ((decision, "on"), (decision.grounds[0], "holds"), (Ground("x", None), "holds")):
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            setattr(thing, name, None)


@given(GROUNDS, DAYS)
def test_a_kept_decision_reads_back_as_it_was_taken(grounds: list[Ground], day: date) -> None:
    decision = decide(*grounds, on=day)
    assert Decision.from_kept(json.loads(json.dumps(decision.as_kept()))) == decision


@given(GROUNDS, DAYS, st.randoms())
def test_the_order_of_the_facts_changes_nothing(grounds: list[Ground], day: date, chance: object) -> None:
    shuffled = list(grounds)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(*shuffled, on=day) == decide(*grounds, on=day)


def test_every_order_of_the_four_conditions_is_the_same_decision() -> None:
    grounds = [Ground(code, None) for code in CODES if code.startswith("trust-person.")]
    assert len({decide(*order, on=TODAY) for order in permutations(grounds)}) == 1


@given(GROUNDS, DAYS)
def test_allowed_missing_and_against_never_contradict(grounds: list[Ground], day: date) -> None:
    decision = decide(*grounds, on=day)
    assert decision.allowed == (not decision.missing and not decision.against)
    assert len(decision.grounds) == len(grounds)


def test_the_opposite_of_what_nobody_knows_is_not_known() -> None:
    assert [negate(fact) for fact in (True, False, None)] == [False, True, None]
