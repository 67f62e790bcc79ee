"""Many rows are weighed as one is (house.md 4), without a database: what `rows_for` asks is answered of a row in hand.

`test_sieve` and `test_sieve_rows` ask a database the same, of fewer; here the die is the same each time.
"""

from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Q

from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic, Verb, protection, table

PLACE, ELSEWHERE, ME, OTHER, SIDE, BEYOND = (uuid7() for _ in range(6))
THINGS = [uuid7() for _ in range(4)]
MEMBERS = [uuid7() for _ in range(3)]
TOPICS = [Topic.SCHOOL, Topic.CIRCLE, Topic.GENERAL]
SIEVES, ROWS = 4, 24
SECTIONS = (Section.JOURNAL, Section.SAID, Section.CIRCLE, Section.CONCERNS, Section.APART, Section.AGREEMENTS)


def passes(row: Item, asked: Q) -> bool:
    """What the database would say of this row; of what is not there nothing is so, and its opposite is."""
    found = [passes(row, one) if isinstance(one, Q) else _is_so(row, *one) for one in asked.children]
    so = any(found) if asked.connector == Q.OR and found else all(found)
    return so is not asked.negated


def _is_so(row: Item, name: str, value: object) -> bool:
    name, _, kind = name.partition("__")
    there = getattr(row, f"{name}_id" if name in {"dossier", "author", "wall", "about", "told_to"} else name)
    if not kind:
        return bool(there == value)
    assert kind == "in"
    assert isinstance(value, list)
    return there in value


def row(die: Random, section: Section) -> Item:
    return Item(
        pk=die.choice(THINGS),
        dossier_id=die.choice([PLACE] * 7 + [ELSEWHERE]),
        section=die.choice([section] * 7 + [Section.RIGHTS]).value,
        klass=die.choice(die.choice([list(Klass), _told_of(section), _told_of(section)])).value,
        topic=die.choice(TOPICS).value,
        author_id=die.choice([ME, OTHER]),
        told_to_id=die.choice([None, ME, OTHER]),
        wall_id=die.choice([None, None, SIDE, BEYOND]),
        about_id=die.choice([None, *MEMBERS]),
        held_close=die.choice([False, False, True]),
    )


def _told_of(section: Section) -> list[Klass]:
    """The classes of which the table says something here."""
    return sorted({klass for _, here, klass in table() if here is section})


def sieve(die: Random, section: Section, relation: Relation) -> Sieve:
    def some(keys: list[Any], most: int = 1) -> frozenset[Any]:
        return frozenset(die.sample(keys, die.choice([0, most])))

    mine = some(MEMBERS)
    topics: dict[str, Any] = {"yes_topics": some(TOPICS), "no_topics": frozenset(map(str, some(TOPICS)))}
    closing: dict[str, frozenset[UUID]] = {"no_items": some([*THINGS, *MEMBERS], 2)}
    opening = {name: some(THINGS, 2) for name in ("yes_items", "theirs", "told", "disclosed")}
    return Sieve(
        dossier=PLACE,
        section=section,
        relation=relation,
        me=ME,
        walls=some([SIDE]),
        answers=Answers(**opening, **closing, **topics),
        mine=mine,
        confirmed=die.choice([mine, frozenset(), some(MEMBERS)]),
        close=some(MEMBERS, 2),
        cases=frozenset(die.sample(list(Case), die.choice([2, len(Case)]))),
        restricted=die.random() < 0.1,
        closed=die.random() < 0.1,
        unsure=die.random() < 0.2,
    )


@pytest.mark.parametrize("urgent", [True, False])
@pytest.mark.parametrize("section", SECTIONS)
def test_of_many_rows_those_pass_that_pass_alone(
    section: Section, monkeypatch: pytest.MonkeyPatch, *, urgent: bool
) -> None:
    """Also where an emergency would open every class: each other protection holds by itself."""
    guard = protection() if urgent else replace(protection(), never_in_an_emergency=frozenset())
    monkeypatch.setattr("kring.access.sieve.protection", lambda: guard)
    die = Random(section.value)  # noqa: S311  # nothing is kept secret by it
    rows = [row(die, section) for _ in range(ROWS)]
    for relation in Relation:
        for one in [sieve(die, section, relation) for _ in range(SIEVES)]:
            for verb in Verb:
                asked = one.rows_for(verb, item="")
                alone = [item for item in rows if one.lets(item, verb)]
                assert [item for item in rows if passes(item, asked)] == alone, one
                assert not alone or not one.is_empty(verb)


def test_the_way_to_an_item_and_the_children_are_those_that_were_said() -> None:
    here = Sieve(dossier=PLACE, section=Section.JOURNAL, relation=Relation.WORKER, me=ME)
    there = Item(dossier_id=ELSEWHERE, section="journal", klass="own_words", author_id=OTHER)
    assert not passes(there, here.rows_for(item=""))
    assert passes(there, here.rows_for(item="", dossiers=[PLACE, ELSEWHERE]))
    assert not passes(there, here.rows_for(item="", dossiers=[PLACE]))

    def names(asked: Q) -> set[str]:
        return {name for one in asked.children for name in (names(one) if isinstance(one, Q) else {one[0]})}

    assert all(name.startswith("item__") for name in names(here.rows_for()))
    assert {"item__section", "item__klass__in", "item__dossier"} <= names(here.rows_for())
