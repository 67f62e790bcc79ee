"""A door without a database: a position, what was answered, and whom it is about."""

from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Item
from kring.access.same import STRANGER
from kring.access.sieve import Answers
from kring.access.standing import Standing
from kring.dossier.models import Dossier
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Case, Relation
from kring.people.actors import Actor, ActorKind

PLACE, ME, OTHER, THIS = (uuid7() for _ in range(4))


def stands(relation: str, *cases: Case, **facts: Any) -> Standing:
    """A standing with nothing answered and no wall, unless it is said."""
    told: dict[str, Any] = {"walls": frozenset(), "restricted": False, "answers": Answers()} | facts
    return Standing(Relation(relation), cases=frozenset(cases), **told)


def door_of(relation: str, *cases: Case, me: UUID = ME, **facts: Any) -> Door:
    """The door of somebody who is nobody in the circle; of `me`, where somebody looks along, the person is another."""
    child = Dossier(pk=PLACE, call_name="Noor")
    actor = Actor(ActorKind.SESSION, ME)
    return Door(actor, me, child, stands(relation, *cases, **facts), _mine=STRANGER)


def passage(klass: str = "own_words", **facts: Any) -> Passage:
    """A note of somebody else about school."""
    told = {"section": "journal", "topic": "school", "author_id": OTHER, "klass": klass}
    return Passage(item=Item(**{"pk": THIS, "dossier_id": PLACE, **told, **facts}))
