"""What a child can decide by itself, right by right, and who of its parents has the authority (brief 1.4, 1.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.acts.deciding import weighs_no_more
from kring.access.capacity import CapacityFound
from kring.access.door import Door, RefusedError
from kring.access.namesakes import of_the_involved
from kring.access.standing import authority_of, born_on
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Relation
from kring.law.capacity import ADULT_FROM, AskedRight, Finding, ToldSoFar, Turn, is_capable, to_tell
from kring.law.decision import Decision
from kring.law.standing import Authority
from kring.law.time import age_on
from kring.law.ways import PARENTS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Weighed:
    """One of the three rights: what the law answers today, and the last thing that was found."""

    right: AskedRight
    decision: Decision
    last: CapacityFound | None
    grown: bool = False
    """18 or older: then nobody presumes anything, and the youth judge is no word for it."""

    @property
    def ages_of_twelve(self) -> bool:
        """Whether it is so because the law presumes it from twelve, which who gives the help may rebut (brief 1.6)."""
        return not self.was_found and not self.grown

    @property
    def a_judge_may(self) -> bool:
        """Whether the page says that a youth judge may decide otherwise: to use a right is not to get one's way.

        Of help and of staying with one's parents; of the file no judge was read of.
        """
        return self.right is not AskedRight.FILE and not self.grown

    @property
    def title(self) -> Words:
        """Which right, in words."""
        return sentence(code_of(self.right))

    @property
    def words(self) -> Words:
        """What is known of it, as a worker reads it."""
        (ground,) = self.decision.grounds
        return sentence(ground.code, holds=ground.holds)

    @property
    def was_found(self) -> bool:
        """Whether the answer comes from looking at it together; at 18 it does not count any more."""
        return self.decision.grounds[0].code == "capacity.found"

    @property
    def is_asked(self) -> bool:
        """Whether nobody can say yet."""
        return bool(self.decision.missing)


@dataclass(frozen=True, slots=True)
class Parent:
    """One parent, apart from the other."""

    row: Involvement
    now: Authority
    name: str
    """How it is called, told apart from another of the same name."""

    @property
    def words(self) -> Words:
        """What is known of its authority today."""
        return sentence(code_of(self.now))

    @property
    def has_passed(self) -> bool:
        """Whether the days of what was written are over: then it is asked again."""
        return bool(self.row.authority) and self.now is Authority.UNKNOWN


def only_who_helps(door: Door) -> bool:
    """For who gives the help: whether the child is of age, and nothing is weighed any more.  Raises `RefusedError`."""
    if door.relation is not Relation.WORKER:
        raise RefusedError
    return weighs_no_more(door)


def rights(door: Door) -> list[Weighed]:
    """The three rights, as they stand today."""
    today, born = clock.today(), born_on(door.dossier, on=clock.today())
    rows = CapacityFound.objects.filter(dossier=door.dossier).select_related("found_by").order_by("found_on", "pk")
    last = {row.right: row for row in rows}
    return [_weighed(right, last.get(right.value), born, today) for right in AskedRight]


def born(door: Door) -> tuple[date | None, int | None, Turn | None]:
    """The birthday, how old that makes the child today, and of which birthday a person still tells what changes."""
    today, place = clock.today(), door.dossier
    day = born_on(place, on=today)
    so_far = ToldSoFar(place.opened_on, place.words_from, place.grown_told_on)
    return day, None if day is None else age_on(day, today), to_tell(day, so_far, on=today)


def parents(door: Door) -> list[Parent]:
    """The parents and who brings up the child, each apart."""
    today = clock.today()
    rows = here(door.dossier.pk, PARENTS, on=today)
    called = of_the_involved(rows)
    return [Parent(row, authority_of(row, on=today), called[row.person_id]) for row in rows]


def parent(door: Door, person: UUID) -> Parent:
    """One of them.  Raises `RefusedError`."""
    found = next((one for one in parents(door) if one.row.person_id == person), None)
    if found is None:
        raise RefusedError
    return found


def _weighed(right: AskedRight, last: CapacityFound | None, born: date | None, today: date) -> Weighed:
    finding = Finding(right, last.capable, last.found_on) if last else None
    grown = born is not None and age_on(born, today) >= ADULT_FROM.on(today)
    return Weighed(right, is_capable(born, finding, on=today), last, grown)
