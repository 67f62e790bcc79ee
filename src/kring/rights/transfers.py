"""The pages that were made for a service or the court, as the child, its workers and that one person read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Giver, Say
from kring.access.namesakes import of_the_involved, of_the_parents
from kring.access.spoken import said_of_pages
from kring.access.writing import ITSELF
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import NOBODY
from kring.kit.sentences import sentence
from kring.law.transfers import SERVICES
from kring.people.models import Person
from kring.rights.acts import transfers as acts
from kring.rights.models import Transfer

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

    @property
    def is_stopped(self) -> bool:
        """A parent or the child took a yes back: nobody of the court reads it any more."""
        return any(one.withdrawn_at for one in self.said) or self.stopped_by_the_child

    @property
    def stopped_by_the_child(self) -> bool:
        """The child took its yes back."""
        return self.childs is not None and self.childs.withdrawn_at is not None

    @property
    def waits(self) -> bool:
        """A parent is still to say yes: nobody of the court reads it yet."""
        return not self.is_stopped and any(one.waits for one in self.said)

    @property
    def waits_for_the_child(self) -> bool:
        """The child is still to tap yes."""
        return not self.is_stopped and self.childs is not None and self.childs.waits

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


@dataclass(frozen=True, slots=True)
class Receiver:
    """Someone of a service of this child."""

    person: UUID
    name: str
    word: Words


def sheets(door: Door) -> list[Sheet]:
    """Those that this visitor reads, the last first.  What parents said of them: to the child and who works with it."""
    rows = list(door.within(Transfer.objects.order_by("-pk")))
    people = {key for row in rows for key in (row.item.told_to_id, row.item.author_id) if key}
    names = {one.pk: str(one.call_name) for one in Person.objects.filter(pk__in=people)}
    said = _said(door, [row.pk for row in rows])
    parents = of_the_parents(door.dossier.pk) if any(said.values()) else {}
    return [
        Sheet(
            row,
            _called(names, row.item.told_to_id) or next((str(one.made_for.call_name) for one in said[row.pk]), ""),
            _called(names, row.item.author_id),
            [one for one in said[row.pk] if one.giver == Giver.PARENT],
            next((one for one in said[row.pk] if one.giver == Giver.CHILD), None),
            parents,
        )
        for row in rows
    ]


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
    """The parents who are asked before something goes to the court, each apart."""
    return _receivers(acts.parents(door, on=clock.today()))


def receivers(door: Door) -> list[Receiver]:
    """For whom a page can be made."""
    return _receivers(here(door.dossier.pk, SERVICES, on=clock.today()))


def _receivers(rows: list[Involvement]) -> list[Receiver]:
    """Each under the own name, two of one name told apart."""
    called = of_the_involved(rows)
    return [Receiver(row.person_id, called[row.person_id], sentence(f"relation.{row.relation}")) for row in rows]
