"""Whether what was agreed is over: it stands on the choice that stood when it was made (A63; issue 5, 7).

For law to weigh, and no word of a choice goes along: who reads an agreement reads whether it is over, and since when.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, UUIDField

from kring.access.door import Door
from kring.access.weighed import to_weigh_of
from kring.agreements.models import Agreement
from kring.dossier.models import Involvement
from kring.kit.prepared import Open, Prepared
from kring.law import agreements as law
from kring.law.access import Relation
from kring.law.steps import Voice
from kring.rights.models import Wish


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the child chose, as what, and when that ended."""

    key: UUID
    member: UUID
    meaning: str
    ended_on: date | None
    named_on: date
    ended_by: str
    passed_on: date | None
    itself: bool = True
    """The child wrote that it chose so with its own hands."""

    def is_taken_back(self, others: Iterable[Choice]) -> bool:
        """The child ended it itself, and itself chose the same anew that same day, before anybody told it.

        Where another wrote that it chose anew, they make agreements anew: as it read when it let this one go (R7).
        """
        by_the_child = self.ended_by == Voice.CHILD.value and self.passed_on is None
        return by_the_child and any(
            one.itself and one.key > self.key and one.named_on == self.ended_on for one in others
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """Everybody a child chose, or did once."""

    all: list[Choice]

    def over_since(self, row: Agreement) -> date | None:
        """Since when this version is over, or what is typed of one; nothing while it stands.

        Made with somebody whom the child never chose as this: by any choice of that person.
        """
        of_them = [one for one in self.all if one.member == row.member_id]
        so = [one for one in of_them if one.meaning == row.meaning] or of_them
        return law.over_since(_in_order(so, row.pk))

    def let_go(self, member: UUID) -> bool:
        """Whether the child chose this one, and in no meaning any more: first it chooses anew."""
        ended = [one.ended_on is not None for one in self.all if one.member == member]
        return bool(ended) and all(ended)


def _in_order(so: list[Choice], made: UUID) -> list[law.Chosen]:
    """Each choice; one after an end that was taken back, goes on from the one before it."""
    found: list[law.Chosen] = []
    before = False
    for one in sorted(so, key=lambda one: one.key):
        before = before or one.key < made
        if not one.is_taken_back(so):
            found.append(law.Chosen(before, one.ended_on))
            before = False
    return found


def choices(door: Door) -> Choices:
    """One statement."""
    return Choices([Choice(*row) for row in _CHOICES.ask(dossier=door.dossier.pk)])


FACTS = ("pk", "member_id", "meaning", "withdrawn_on", "named_on", "ended_by", "passed_on")


def _itself() -> Exists:
    """Who wrote it is the child."""
    child = Involvement.objects.filter(relation=Relation.CHILD.value)
    return Exists(child.filter(dossier=OuterRef("item__dossier"), person=OuterRef("item__author")))


def _choices(*, dossier: Open) -> QuerySet[Any, Any]:
    rows = to_weigh_of(dossier, Wish.objects.all()).annotate(itself=_itself())
    return rows.values_list(*FACTS, "itself")


_CHOICES = Prepared(_choices, dossier=UUIDField())
