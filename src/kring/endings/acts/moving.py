"""A child goes to another team: the right is explained anew there, and practical agreements are looked at again."""

from uuid import UUID

from django.db import transaction

from kring.access.acts import moving
from kring.access.door import Door
from kring.access.writing import Writing
from kring.agreements import over
from kring.agreements.models import Agreement, Point
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.agreements import Point as Code
from kring.law.rights_moments import Moment
from kring.moments.acts import talking
from kring.rights.models import Wish

WHERE_ONE_LIVES = [one.value for one in (Code.VISITS, Code.PHONE, Code.WEEKENDS, Code.PARENTS)]


def move(door: Door, there: moving.There, *, act: UUID) -> None:
    """All of it or nothing.  Raises `NotAllowedError`, `StaleError`."""
    with transaction.atomic():
        talking.happened(door, Moment.MOVE, clock.today(), act=uuid7())
        with door.writes(Event.CHILD_MOVED, once=act) as write:
            _look_again(door, write)
            moving.move(door, write, there)


def _look_again(door: Door, write: Writing) -> None:
    """What was agreed on visits, the phone, weekends and parents may be otherwise where the child lives now.

    Of the last version with each who still stands beside the child.
    """
    practical = set(
        door.within(Point.objects.filter(code__in=WHERE_ONE_LIVES, until=None)).values_list("pact", flat=True)
    )
    beside = set(door.within(Wish.objects.in_force()).values_list("member_id", flat=True))
    made = door.within(Agreement.objects.made().filter(pact__in=practical, member__in=beside).order_by("number"))
    chosen = over.choices(door)
    for row in {one.pact: one for one in made}.values():
        if not chosen.over_since(row):
            write.look_again(row, on=clock.today())
