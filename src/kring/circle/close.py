"""Who is close to somebody that looks beside a worker: what is about them is not shown (R17).

What is about the visitor itself is kept away by the sieve already.  Close is whoever a line of the circle joins to it,
in either layer, as the worker beside it knows the circle at this moment.
"""

from uuid import UUID

from kring.access.acts.looking import going_on, workers_door
from kring.access.asked import members_of
from kring.access.door import Door, RefusedError
from kring.circle import reading
from kring.circle.domains import Layer


def close_to(door: Door) -> frozenset[UUID]:
    """Who this visitor is in the circle, and who is close to that.

    Raises `RefusedError` when nothing is going on, when the worker does not work here any more, and when nobody knows
    who the visitor is in the circle: then nobody knows either what is about it.
    """
    viewing, me = going_on(door), members_of(door.dossier.pk, door.me)
    beside = workers_door(viewing) if viewing else None
    if beside is None or not me:
        raise RefusedError
    ties = [tie for layer in Layer for tie in reading.ties(beside, layer)]
    return me | {tie.b for tie in ties if tie.a in me} | {tie.a for tie in ties if tie.b in me}
