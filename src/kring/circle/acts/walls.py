"""Putting people on a side of the circle, with the lines that join them to others (R16)."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from kring.access.acts import walls
from kring.access.acts.protecting import Toward
from kring.access.door import Door
from kring.access.spoken import walls_of
from kring.audit.events import Event
from kring.circle.models import Tie


def put(door: Door, whom: Toward, wall: UUID | None, *, act: UUID) -> None:
    """Put somebody on a side, or on none; what the other side showed is gone at the next request.

    Raises `NotAllowedError` for who does not work with the child, and for a side of another child.
    """
    walls.only_who_builds(door)
    with door.writes(Event.SIDE_CHOSEN, once=act) as write:
        if whom.member:
            walls.move_member(door, whom.member, wall)
            _move_ties(door, whom.member)
        elif whom.person:
            walls.move_person(door, whom.person, wall)
        write.subject = whom.member or whom.person


def wall_between(dossier: UUID, members: Iterable[UUID]) -> UUID | None:
    """Behind which wall a line between these stands."""
    return walls.wall_of(dossier, walls_of(dossier, members).values())


def _move_ties(door: Door, member: UUID) -> None:
    """Every line that joins this one, now or once, stands where both its ends may be known."""
    for tie in door.within(Tie.objects.filter(Q(a=member) | Q(b=member))):
        wall = wall_between(door.dossier.pk, (tie.a_id, tie.b_id))
        walls.move_row(tie, wall)
