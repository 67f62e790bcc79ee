"""From 18 on: what the youth said about taking it over, who reads something now, and how long it is kept."""

from dataclasses import dataclass
from datetime import date

from kring.access.acts.owning import of_age_since, said_so_far
from kring.access.door import Door, RefusedError
from kring.access.standing import born_on
from kring.circle import calling
from kring.kit import clock
from kring.law.access import Relation
from kring.law.capacity import ADULT_FROM
from kring.law.retention import Term, falls_due_on
from kring.law.taking_over import Said, Voiced, may_be_written_for
from kring.law.time import birthday
from kring.portals.shared import Knows, Team, around, team
from kring.rights.counted import names_of_who_said_yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What stands on the page, for the youth or for who works with it."""

    on: date | None
    """The 18th birthday, as far as a birthday is known; for a worker also while it is still to come."""
    is_of_age: bool
    now: Voiced | None
    people: list[Knows]
    beside: list[str]
    """Whom the youth chose and who said yes, by name: they stay.  Who only has a way in is not among them."""
    team: Team
    kept_until: date | None

    @property
    def is_taken(self) -> bool:
        """Whether the youth took it over."""
        return self.now is not None and self.now.said is Said.YES

    @property
    def may_be_written(self) -> bool:
        """Whether a worker may write down what the youth said."""
        return self.is_of_age and may_be_written_for(self.now)


def seen(door: Door) -> Grown:
    """For the youth from its 18th birthday on, and at any time for who works with it.  Raises `RefusedError`.

    Before that day nothing here speaks to the youth: people tell what changes, and no page does (R15).
    """
    since, today = of_age_since(door), clock.today()
    may = door.relation is Relation.WORKER or (door.relation is Relation.CHILD and since is not None)
    if not may:
        raise RefusedError
    born = born_on(door.dossier, on=today)
    everyone = calling.all_others(door) if since else []
    return Grown(
        on=birthday(born, ADULT_FROM.on(today)) if born else None,
        is_of_age=since is not None,
        now=said_so_far(door),
        people=around(door, everyone) if since else [],
        beside=names_of_who_said_yes(door) if since and door.relation is Relation.CHILD else [],
        team=team(everyone),
        kept_until=falls_due_on(Term.FILE, born, on=today),
    )
