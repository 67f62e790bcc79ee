"""Looking along with someone: what both may see, and nothing of it can be changed (R20), cell by cell."""

from dataclasses import fields
from typing import Any

import pytest

from kring.access.models import Item
from kring.access.preview import Both
from kring.access.sieve import Answers, Sieve
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic, Verb

PLACE, KARIM, NOOR, THIS = (uuid7() for _ in range(4))
YES = Answers(yes_items=frozenset({THIS}))


def sieve(relation: str, me: object, **facts: Any) -> Sieve:
    return Sieve(dossier=PLACE, section=Section.JOURNAL, relation=Relation(relation), me=me, **facts)  # type: ignore[arg-type]


def both(theirs: Sieve, mine: Sieve) -> Both:
    return Both(**{one.name: getattr(theirs, one.name) for one in fields(Sieve)}, mine_too=mine)


def note(klass: str = "own_words", **facts: Any) -> Item:
    told = {"section": "journal", "topic": Topic.SCHOOL.value, "author_id": NOOR}
    return Item(**{"pk": THIS, "dossier_id": PLACE, "klass": klass, **told, **facts})


def test_only_what_both_may_read_is_shown() -> None:
    noor, karim = sieve("child", NOOR), sieve("trust_person", KARIM, answers=YES)
    assert both(karim, noor).lets(note(), Verb.READ)
    assert both(karim, noor).lets(note(), Verb.KNOW)
    assert not both(sieve("trust_person", KARIM), noor).lets(note(), Verb.READ), "Noor alone may"
    kept = note("confidence", author_id=KARIM)
    assert karim.lets(kept, Verb.READ)
    assert not both(karim, noor).lets(kept, Verb.READ), "he wrote that in confidence"


def test_what_both_may_change_is_not_changed_from_here() -> None:
    two = both(sieve("worker", KARIM), sieve("worker", KARIM))
    mine = note("file", author_id=KARIM)
    assert two.mine_too.lets(mine, Verb.CHANGE)
    for verb in (Verb.ADD, Verb.CHANGE):
        assert not two.lets(mine, verb)
        assert not two.opens(Klass.OWN_WORDS, verb)
        assert two.is_empty(verb)
    assert not two.may_add(Klass.OWN_WORDS)


@pytest.mark.parametrize(("theirs", "mine"), [("parent", "worker"), ("worker", "parent")])
def test_where_one_of_the_two_finds_nothing_there_is_nothing(theirs: str, mine: str) -> None:
    """A parent without a yes reads no notes; of a child that it represents, the file (brief 1.6)."""
    shut = {"restricted": True}
    facts = [shut if one == "parent" else {} for one in (theirs, mine)]
    two = both(sieve(theirs, KARIM, **facts[0]), sieve(mine, NOOR, **facts[1]))
    assert two.is_empty()
    assert not two.opens(Klass.FILE)
    represents = {"cases": frozenset({Case.REPRESENTS})}
    facts = [represents if one == "parent" else {} for one in (theirs, mine)]
    open_to_both = both(sieve(theirs, KARIM, **facts[0]), sieve(mine, NOOR, **facts[1]))
    assert not open_to_both.is_empty()
    assert open_to_both.opens(Klass.FILE)
    assert not open_to_both.opens(Klass.OWN_WORDS)
    assert open_to_both.lets(note("file"), Verb.READ)
