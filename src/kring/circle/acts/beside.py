"""Who is asked, was chosen or stands beside the child stays somebody, and stays in the circle, until that ends (R2).

As a place or an animal its steps would be on no page any more.  The child may do with its circle what it wants; who
works with it first writes down that it ended, and who may not know that somebody was chosen is told nothing of it.
"""

from collections.abc import Collection
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import NotAllowedError
from kring.circle.domains import Kind
from kring.circle.models import Placement, Sign
from kring.law.access import Relation


class StandsBesideError(NotAllowedError):
    """It cannot be done here: that one was chosen."""


def only_if_free(door: Door, members: Collection[UUID]) -> None:
    """Part of what would make a thing of these, or take them out.  Raises `StandsBesideError`."""
    if door.relation is Relation.CHILD or not members:
        return
    if to_weigh(door, Sign.objects.current().filter(member__in=list(members))).exists():
        raise StandsBesideError


def is_thing(kind: object) -> bool:
    """Whether this is nobody: a place, an animal or a group."""
    return kind != Kind.PERSON.value


def made_things(door: Door, what: UUID) -> set[UUID]:
    """Who would be a thing, or nowhere, once what this act began ends and what it ended begins again (undoing)."""
    began, ended = (list(door.within(Placement.objects.filter(**{by: what}))) for by in ("began_by", "ended_by"))
    back = {(row.member_id, row.layer): row.kind for row in ended}
    gone = {row.member_id for row in began if is_thing(back.get((row.member_id, row.layer), ""))}
    return gone | {member for (member, _layer), kind in back.items() if is_thing(kind)}
