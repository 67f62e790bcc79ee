"""The pages that were made for a service or the court, as the child, its workers and that one person read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kring.access.acts.pages import asks_the_child, is_of_age
from kring.access.door import Door
from kring.access.models import Giver, Say
from kring.access.namesakes import of_the_involved, of_the_parents
from kring.access.spoken import said_of_pages
from kring.access.writing import ITSELF
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import NOBODY
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.transfers import SERVICES
from kring.people.models import Person
from kring.rights.acts import transfers as acts
from kring.rights.models import Transfer
from kring.rights.receiving import of_what

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, and what each parent said of it; the child reads that one stopped it, and not which (R20)."""

    row: Transfer
    receiver: str
    author: str
    said: list[Say]
    childs: Say | None = None
    """What the child said of it: its own to take back (R29)."""
    parents: Mapping[UUID, str] = field(default_factory=dict)
    """How each parent is called, two of one name told apart."""

    @property
    def by_parents(self) -> list[tuple[Say, str]]:
        """What each parent said of it, with its name."""
        return [(one, self.parents.get(one.given_by_id or NOBODY, str(one.given_by.call_name))) for one in self.said]

    ended_at: datetime | None = None
    """When the help ended, and this with it; nothing: it did not."""

    @property
    def is_stopped(self) -> bool:
        """A parent or the child took a yes back, or the help ended: nobody of the court reads it any more."""
        return self.stopped_by_a_parent or self.stopped_by_the_child or self.ended_at is not None

    @property
    def ended_with_the_help(self) -> bool:
        """It ended when the place of the child closed, and neither the child nor a parent had ended it before."""
        return self.ended_at is not None and not (self.stopped_by_a_parent or self.stopped_by_the_child)

    @property
    def stopped_by_a_parent(self) -> bool:
        """A parent took its yes back, or said no where it was still to say yes."""
        return any(_is_taken_back(one) for one in self.said)

    @property
    def parent_said_no(self) -> bool:
        """The one that ended it first had not said yes yet."""
        ended = [one for one in self.said if one.withdrawn_at and _is_taken_back(one)]
        return bool(ended) and min(ended, key=lambda one: one.withdrawn_at or clock.now()).waits

    @property
    def stopped_by_the_child(self) -> bool:
        """The child took its yes back, or said no where it was still to say yes (`waits`)."""
        return self.childs is not None and _is_taken_back(self.childs)

    grown: bool = False
    """The child is of age: no parent is asked, and none stops it (R15)."""
    asks: bool = False
    """The child is to tap yes, where nobody ended it."""
    apart: frozenset[UUID] = frozenset()
    """With which parents that are still to say yes contact is restricted: they are asked no more (R28)."""

    @property
    def waits(self) -> bool:
        """A parent is still to say yes: nobody of the court reads it yet."""
        return not self.is_stopped and not self.grown and any(one.waits for one in self.said)

    @property
    def waits_for_the_child(self) -> bool:
        """The child is still to tap yes."""
        return not self.is_stopped and self.asks

    @property
    def asks_anew(self) -> bool:
        """It said yes while it still waited for a parent, before it came of age: it says so once more."""
        return self.waits_for_the_child and self.childs is not None and not self.childs.waits

    @property
    def say(self) -> Say | None:
        """The child's."""
        return self.childs

    @property
    def how(self) -> Words | str:
        """How the child said it, where another wrote that down."""
        own = self.childs is None or self.childs.expressed == ITSELF
        return "" if own or self.childs is None else sentence(f"expressed.{self.childs.expressed}", name="")

    @property
    def by(self) -> str:
        """Who wrote that down."""
        return str(self.childs.recorded_by.call_name) if self.childs else ""


def _is_taken_back(say: Say) -> bool:
    """By who gave it: not what ended with the help."""
    return say.withdrawn_at is not None and not getattr(say, "with_the_help", False)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Someone of a service of this child."""

    person: UUID
    name: str
    word: Words
    apart: bool = False
    """Of a parent: contact with it is restricted, and Kring asks it nothing (R28)."""


def sheets(door: Door) -> list[Sheet]:
    """Those that this visitor reads, the last first.  What parents said of them: to the child and who works with it."""
    rows = list(door.within(Transfer.objects.order_by("-pk")))
    people = {key for row in rows for key in (row.item.told_to_id, row.item.author_id) if key}
    names = {one.pk: str(one.call_name) for one in Person.objects.filter(pk__in=people)}
    said = _said(door, [row.pk for row in rows])
    parents = of_the_parents(door.dossier.pk) if any(said.values()) else {}
    apart = _asked_no_more(door, said.values())
    return [replace(_sheet(door, row, names, said[row.pk], parents), apart=apart) for row in rows]


def _asked_no_more(door: Door, said: Iterable[list[Any]]) -> frozenset[UUID]:
    """Which parents that are still to say yes are asked no more; for who works with the child alone reads that."""
    waits = any(one.waits and one.giver == Giver.PARENT for some in said for one in some)
    if not waits or door.relation is not Relation.WORKER:
        return frozenset()
    return frozenset(acts.asked_nothing(door, acts.parents(door, on=clock.today())))


def _sheet(door: Door, row: Transfer, names: dict[UUID, str], said: list[Any], parents: Mapping[UUID, str]) -> Sheet:
    childs = next((one for one in said if one.giver == Giver.CHILD), None)
    return Sheet(
        row,
        _called(names, row.item.told_to_id) or next((str(one.made_for.call_name) for one in said), ""),
        _called(names, row.item.author_id),
        [one for one in said if one.giver == Giver.PARENT],
        childs,
        parents,
        next((one.withdrawn_at for one in said if one.with_the_help), None),
        is_of_age(door),
        childs is not None and asks_the_child(door, row.item, childs),
    )


def _said(door: Door, pages: list[UUID]) -> defaultdict[UUID, list[Any]]:
    """The yes of the child and of each parent about these pages; nothing of it to who reads them for a service."""
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    if pages and door.relation not in SERVICES:
        said = said_of_pages(door, pages)
        for one in said.select_related("given_by", "made_for", "recorded_by").order_by("said_at", "pk"):
            found[one.item_id].append(one)  # type: ignore[index]
    return found


def _called(names: dict[UUID, str], person: UUID | None) -> str:
    return names.get(person, "") if person else ""


def parents(door: Door) -> list[Receiver]:
    """The parents who are asked before something goes to the court, each apart; of who is of age none (R15)."""
    rows = [] if is_of_age(door) else acts.parents(door, on=clock.today())
    apart = acts.asked_nothing(door, rows)
    return [replace(one, apart=one.person in apart) for one in _receivers(rows)]


def receivers(door: Door) -> list[Receiver]:
    """For whom a page can be made: never with whom contact is restricted (R28)."""
    return _receivers(acts.of_services(door, on=clock.today()))


def _receivers(rows: list[Involvement]) -> list[Receiver]:
    """Each under the own name, two of one name told apart."""
    called = of_the_involved(rows)
    return [Receiver(row.person_id, called[row.person_id], of_what(row)) for row in rows]
