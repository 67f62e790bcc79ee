"""At which children contact with somebody is restricted, as who leads the team reads it: never with whom, nor why.

A second human knows it from the first hour, who can ask after it: a worker alone shuts nobody out unseen (R2, R28).
What protects does not wait for that.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from kring.access.models import Restriction
from kring.access.same import SamePerson
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.restrictions import is_provisional


@dataclass(frozen=True)
class RestrictedAt:
    """All that are in force at one child; the last that was written comes last."""

    rows: list[Restriction]

    @property
    def child(self) -> str:
        """Whose place it is."""
        return str(self.rows[0].dossier.call_name)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows)

    @property
    def wrote(self) -> list[str]:
        """Who wrote them down."""
        return list(dict.fromkeys(row.recorded_by.call_name for row in self.rows))

    @property
    def last(self) -> Restriction:
        """The last one."""
        return self.rows[-1]

    @property
    def by_the_team(self) -> int:
        """How many of them the team decided by itself, until somebody else does."""
        return sum(is_provisional(row.decided_by) for row in self.rows)

    @property
    def untold(self) -> int:
        """Of how many nobody wrote that the child was told, or the child says that nobody did (R15)."""
        return sum(row.told_on is None or row.untold_on is not None for row in self.rows)

    @cached_property
    def passed(self) -> int:
        """Of how many the day to look again is over, or was never chosen: they hold, and nobody looked."""
        return sum(row.until_on is None or row.until_on < clock.today() for row in self.rows)

    @property
    def next_look(self) -> date | None:
        """The first day on which somebody looks again, of those whose day is still to come."""
        return min((row.until_on for row in self.rows if row.until_on and row.until_on >= clock.today()), default=None)


def restricted_at(children: QuerySet[Dossier]) -> list[RestrictedAt]:
    """One for each child, in the order in which the first was written; who stands there under two names, once."""
    held = Restriction.objects.in_force().filter(dossier__in=children)
    same = SamePerson.objects.filter(person=OuterRef("person"), item__in=held.values("member"))
    same = same.filter(item__dossier=OuterRef("dossier"))
    rows = held.exclude(Exists(same)).order_by("recorded_at", "pk")
    found: dict[object, list[Restriction]] = {}
    for row in rows.select_related("dossier", "recorded_by"):
        found.setdefault(row.dossier_id, []).append(row)
    return [RestrictedAt(some) for some in found.values()]
