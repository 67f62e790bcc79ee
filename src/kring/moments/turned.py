"""Who told the child and its parents what changes at 12 or 18, and who did not hear it yet (R15)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts.turning import told_so_far, turn_of
from kring.access.door import Door
from kring.access.namesakes import of_the_involved
from kring.dossier.here import here
from kring.kit import clock
from kring.law.capacity import ADULT_FROM, Turn
from kring.law.ways import PARENTS
from kring.people.models import Person


@dataclass(frozen=True, slots=True)
class Heard:
    """Once that it was told: when, by whom, and to whom."""

    on: date
    by: str
    to: str


@dataclass(frozen=True, slots=True)
class Turned:
    """The birthday, who heard what it changes, and which parents did not yet."""

    turn: Turn | None
    heard: list[Heard]
    child_heard: bool
    parents: dict[UUID, str]
    unheard: list[str]

    @property
    def is_past(self) -> bool:
        """Whether the day was already, or is today."""
        return self.turn is not None and self.turn.on <= clock.today()

    @property
    def of_age(self) -> bool:
        """Whether it is 18, and not 12."""
        return self.turn is not None and self.turn.age >= ADULT_FROM.on(clock.today())


def turned(door: Door) -> Turned:
    """For who works with the child.  Three statements."""
    turn = turn_of(door)
    rows = here(door.dossier.pk, PARENTS, on=clock.today())
    called = of_the_involved(rows)
    parents = {row.person_id: called[row.person_id] for row in rows}
    told = [one for one in told_so_far(door) if turn is not None and one.age == turn.age]
    writers = {one.pk: one.call_name for one in Person.objects.filter(pk__in={one.recorded_by_id for one in told})}
    child = door.dossier.call_name
    heard = [
        Heard(
            one.told_on, one.told_by or writers[one.recorded_by_id], called.get(one.told_to_id) or one.told_to.call_name
        )
        if one.told_to_id and one.told_to
        else Heard(one.told_on, one.told_by or writers[one.recorded_by_id], child)
        for one in told
    ]
    to = {one.told_to_id for one in told}
    return Turned(turn, heard, None in to, parents, [name for key, name in parents.items() if key not in to])
