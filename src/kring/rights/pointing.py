"""Where a small child is in the pictures: which question, which six faces, and at whom it pointed so far.

Nothing is kept until the child designates someone: all of it travels in the address, as opaque ids (R26).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from kring.circle.cards import Card
from kring.circle.questions import PICTURES

QUESTIONS = tuple(card for card in PICTURES if not card.designates)
ALONG = next(card for card in PICTURES if card.designates)
DIGITS = 3
AT_ONCE = 6  # faces on one screen: more is reading, not pointing (look.md)


@dataclass(frozen=True, slots=True)
class Pointing:
    """The state of one round of pictures."""

    step: int
    page: int
    picks: Mapping[str, tuple[UUID, ...]]  # by card
    asked: int = 0  # how many were already asked the last question

    @classmethod
    def read(cls, query: QueryDict, known: list[UUID]) -> Self:
        """Out of an address; whatever is not of this circle is left out."""
        picks = {
            card.id: tuple(sorted({one for one in map(_uuid, query.getlist(card.id)) if one in known}, key=known.index))
            for card in QUESTIONS
        }
        page = _number(query, "page", _screens(len(known)) - 1)
        here = cls(_number(query, "step", len(QUESTIONS)), page, picks, _number(query, "asked", len(known)))
        return here.moved(query.get("go", ""), len(known))

    def moved(self, go: str, people: int) -> Self:
        """One screen further or back."""
        if go == "more":
            return replace(self, page=(self.page + 1) % _screens(people))
        if go == "on":
            return replace(self, step=min(self.step + 1, len(QUESTIONS)), page=0)
        if go == "back":
            return replace(self, step=max(self.step - 1, 0), page=0)
        return self

    @property
    def card(self) -> Card | None:
        """The question of this screen; after the last one: nothing, then it is about one person."""
        return QUESTIONS[self.step] if self.step < len(QUESTIONS) else None

    @property
    def pointed_now(self) -> frozenset[UUID]:
        """At whom the child pointed at the question of this screen."""
        return frozenset(self.picks[self.card.id]) if self.card else frozenset()

    @property
    def candidates(self) -> list[UUID]:
        """At whom the child pointed: most often first."""
        every = [member for members in self.picks.values() for member in members]
        return sorted(dict.fromkeys(every), key=lambda member: -every.count(member))

    def pointed(self, member: UUID) -> tuple[str, ...]:
        """The questions at which the child pointed at this person."""
        return tuple(card for card, members in self.picks.items() if member in members)

    def shown(self, people: int) -> range:
        """Which of the people stand on this screen."""
        return range(self.page * AT_ONCE, min((self.page + 1) * AT_ONCE, people))

    def carried(self, shown: set[UUID]) -> list[tuple[str, str]]:
        """What this screen does not ask and has to take along."""
        here = self.card.id if self.card else ""
        return [
            (card, str(member))
            for card, members in self.picks.items()
            for member in members
            if card != here or member not in shown
        ]

    @property
    def number(self) -> int:
        """Which question this is, for people."""
        return self.step + 1

    @property
    def query(self) -> str:
        """This screen as a query."""
        return self.address()

    def address(self, *, asked: int | None = None) -> str:
        """This round as a query, to go on with."""
        asked = self.asked if asked is None else asked
        return urlencode([*self.carried(set()), ("step", self.step), ("page", self.page), ("asked", asked)])


def _screens(people: int) -> int:
    return max(1, -(-people // AT_ONCE))


def _number(query: QueryDict, name: str, most: int) -> int:
    text = query.get(name, "0")
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
