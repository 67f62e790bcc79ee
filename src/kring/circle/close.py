"""Who is close to somebody that looks beside a worker: what is about them is not shown (R17).

What is about the visitor itself is kept away by the sieve already.  Close is whoever a line of the circle joins to it,
in either layer, as the worker beside it knows the circle at this moment.  The list of what is kept apart and the pages
of one row ask it here, and nowhere else: what is not in the list, is not there under its own address either.
"""

from uuid import UUID

from kring.access.acts.looking import going_on, workers_door
from kring.access.asked import members_of
from kring.access.door import Door, RefusedError
from kring.access.items import row_of
from kring.access.kept import Kept
from kring.circle import reading
from kring.circle.domains import Layer
from kring.law.access import Relation, Section


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


def not_for(door: Door) -> frozenset[UUID]:
    """About whom nothing that is kept apart is shown to this visitor; of who works with the child: about nobody.

    Raises `RefusedError`, as `close_to` does.
    """
    return frozenset() if door.relation is Relation.WORKER else close_to(door)


def one_row(door: Door, key: UUID) -> Kept:
    """One row by its item, on the page of one row.  Raises `RefusedError`, as `access.items.row_of` does."""
    row = row_of(door, key)
    if row.section is Section.APART and row.item.about_id in not_for(door):
        raise RefusedError
    return row
