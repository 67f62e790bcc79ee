"""The closed lists that fields and rows name: meanings, expressions, purposes, grounds of the GDPR."""

from dataclasses import is_dataclass
from datetime import date

import pytest

from kring.law import appointment, decision, jim, processing, registry, retention, source, trust_person
from kring.law.access import Answer, Case, Verb, table
from kring.law.meaning import Expressed, Meaning
from kring.law.parts import Part, SaidBy
from kring.law.processing import REFERENCES, LegalGround, Purpose
from kring.law.source import Status

TODAY = date(2026, 11, 21)


def test_three_meanings_and_three_ways_to_say_it() -> None:
    assert [meaning.value for meaning in Meaning] == ["trust_person", "jim", "supporter"]
    assert [way.value for way in Expressed] == ["said", "written", "pointed"]


def test_somebody_is_there_for_three_things_and_a_part_in_the_safety_opens_nothing_by_itself() -> None:
    """B47: of the plan somebody reads what it wrote or the child says yes to, only while it has a part in that."""
    assert [part.value for part in Part] == ["child", "parent", "safety"]
    assert [said.value for said in SaidBy] == ["child", "person", "parent", "together"]
    by_a_part = [rule for rules in table().values() for rule in rules if Case.SAFETY_PART in rule.when]
    assert by_a_part
    assert all(
        rule.answers(verb) <= {Answer.ASKS, Answer.WROTE} for rule in by_a_part for verb in (Verb.KNOW, Verb.READ)
    )


def test_every_ground_of_the_gdpr_has_its_reference() -> None:
    assert set(REFERENCES) == set(LegalGround)
    for ground in set(LegalGround) - {LegalGround.NO_PERSONAL_DATA}:
        assert REFERENCES[ground].on(TODAY).article_6


def test_special_data_have_an_article_9_and_offences_an_article_10() -> None:
    assert REFERENCES[LegalGround.CARE].on(TODAY).article_9 == "9.2.h"
    assert [ground for ground in LegalGround if REFERENCES[ground].on(TODAY).article_10] == [LegalGround.OFFENCE_CHECK]


def test_nothing_in_the_gdpr_is_called_verified_before_a_jurist_read_it() -> None:
    verified = [ground for ground in LegalGround if REFERENCES[ground].on(TODAY).status is Status.VERIFIED]
    assert verified == [LegalGround.NO_PERSONAL_DATA]


def test_purposes_are_few() -> None:
    assert len(Purpose) == 10


def test_the_gdpr_applies_since_its_day() -> None:
    assert {next(iter(dated))[0] for dated in REFERENCES.values()} == {date(2018, 5, 25)}


@pytest.mark.parametrize("module", [appointment, decision, jim, processing, registry, retention, source, trust_person])
def test_facts_grounds_and_versions_never_change(module: object) -> None:
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind)]
    assert kinds
    assert not [kind for kind in kinds if not kind.__dataclass_params__.frozen]  # type: ignore[attr-defined]
