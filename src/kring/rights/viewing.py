"""Looking beside a worker: who asked, and what may be looked at then (R17).

What is about the visitor itself is kept away by the sieve; what is about somebody close to it, here: whoever a line of
the circle joins to it, as the worker beside it knows the circle now.
"""

from uuid import UUID

from kring.access.acts.looking import workers_door
from kring.access.asked import members_of
from kring.access.door import Door, RefusedError
from kring.access.models import Beside
from kring.circle import reading as circle
from kring.circle.domains import Layer


def close_to(door: Door, row: Beside) -> frozenset[UUID]:
    """Who this visitor is in the circle, and who is close to that, in either layer, at this moment.

    Raises `RefusedError` when the worker does not work here any more, and when nobody knows who the visitor is.
    """
    beside, me = workers_door(row), members_of(door.dossier.pk, door.me)
    if beside is None or not me:
        raise RefusedError
    ties = [tie for layer in Layer for tie in circle.ties(beside, layer)]
    return me | {tie.b for tie in ties if tie.a in me} | {tie.a for tie in ties if tie.b in me}
