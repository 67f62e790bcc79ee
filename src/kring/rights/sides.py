"""Who stands on which side of a child's circle, as who works with the child reads it (R16)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.acts import walls
from kring.access.acts.protecting import Toward
from kring.access.door import Door, RefusedError
from kring.access.spoken import walls_of
from kring.dossier.models import Involvement, Wall
from kring.kit import clock
from kring.law.access import Relation
from kring.rights.restrictions import to_choose


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody, and its side."""

    key: str
    toward: Toward
    name: object
    wall: UUID | None


def only_who_builds(door: Door) -> None:
    """For who works with the child.  Raises `RefusedError`."""
    if door.relation is not Relation.WORKER:
        raise RefusedError


def standings(door: Door) -> list[Standing]:
    """Everyone of the circle and everyone who comes in, each with its side."""
    people = to_choose(door)
    members = walls_of(door.dossier.pk, (one.toward.member for one in people if one.toward.member))
    held = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    found = members | dict(held.values_list("person_id", "wall_id"))
    along = {
        (who.person, found.get(one.toward.member))
        for one in people
        for who in one.as_it
        if one.toward.member in who.confirmed
    }
    asked = [(one, found.get(one.toward.member or one.toward.person)) for one in people]  # type: ignore[arg-type]  # one of the two
    return [
        Standing(one.key, one.toward, one.in_short, wall)
        for one, wall in asked
        if (one.toward.person, wall) not in along  # who it is for sure, goes along with that one where both stand
    ]


def by_side(door: Door) -> list[tuple[Wall, list[Standing]]]:
    """The sides, each with who stands there."""
    here = walls.sides(door.dossier.pk)
    people = standings(door) if here else []
    return [(wall, [one for one in people if one.wall == wall.pk]) for wall in here]
