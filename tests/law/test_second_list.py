"""The table of who may what, laid beside a second list that was written from the sources without looking at the table.

`by_hand.toml` was made by somebody who read the law (brief 1.2 to 1.8), the rules of the product and the rows of the
trace, and the models of what exists, and never the table.  Where the two differed, one of them was wrong and was
mended; what was decided stands beside the cell.  A change of the table is written twice, on purpose.
"""

import tomllib
from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import pytest

from kring.law import access
from kring.law.access import Answer, Case, Klass, Relation, Section, Verb

BY_HAND = tomllib.loads((Path(__file__).parent / "by_hand.toml").read_text(encoding="utf-8"))
PROTECTION = BY_HAND.pop("protection")
FILED = BY_HAND.pop("filed")
"""In which class a row is filed: laid beside `access/filed.toml` in tests/rooms/test_filed.py, beside the models."""

Opened = frozenset[tuple[Answer, frozenset[Case]]]
"""The answers that open one verb, each with the cases that must hold."""


def _needed(found: set[tuple[Answer, frozenset[Case]]]) -> Opened:
    """Without what opens nothing more: a rule in a narrower case than another one with the same answer."""
    return frozenset((answer, when) for answer, when in found if not any(answer == a and w < when for a, w in found))


def cell_by_hand(relation: Relation, section: Section, klass: Klass) -> dict[Verb, Opened]:
    """What opens each verb in one cell, as it was written without the table."""
    found: defaultdict[Verb, set[tuple[Answer, frozenset[Case]]]] = defaultdict(set)
    for line in BY_HAND.get(f"{relation}.{section}", {}).get(klass.value, []):
        opens, _, when = line.partition("|")
        for verb, _, answers in (word.partition(":") for word in opens.split()):
            cases = frozenset(map(Case, when.split()))
            found[Verb(verb)] |= {(Answer(answer), cases) for answer in answers.split("+")}
    return {verb: _needed(some) for verb, some in found.items()}


def _by_the_table(relation: Relation, section: Section, klass: Klass) -> dict[Verb, Opened]:
    rules = access.table().get((relation, section, klass), ())
    told = {verb: {(answer, rule.when) for rule in rules for answer in rule.answers(verb)} for verb in Verb}
    return {verb: _needed(some) for verb, some in told.items() if some}


@pytest.mark.parametrize("relation", list(Relation))
def test_the_table_says_what_the_second_list_says(relation: Relation) -> None:
    places = [(section, klass) for section in Section for klass in Klass]
    table = {place: _by_the_table(relation, *place) for place in places}
    by_hand = {place: cell_by_hand(relation, *place) for place in places}
    assert {one: table[one] for one in places if table[one] != by_hand[one]} == {
        one: by_hand[one] for one in places if table[one] != by_hand[one]
    }


def test_every_line_of_the_second_list_names_what_exists() -> None:
    for place, cells in BY_HAND.items():
        relation, section = place.split(".")
        for klass in cells:
            assert cell_by_hand(Relation(relation), Section(section), Klass(klass)), (place, klass)


def test_the_protections_are_those_of_the_second_list() -> None:
    """All of them: one that stands in the table and not in the list, or the other way round, is a difference."""
    own = access.protection()
    told = {one.name: {str(code) for code in getattr(own, one.name)} for one in fields(own)}
    assert told == {name: set(codes) for name, codes in PROTECTION.items()}
