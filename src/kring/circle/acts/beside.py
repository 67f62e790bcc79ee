"""Who is asked, was chosen or stands beside the child stays somebody, and stays in the circle, until that ends (R2).

As a place or an animal its steps would be on no page any more.  The child may do with its circle what it wants; who
works with it first writes down that it ended, and who may not know that somebody was chosen is told nothing of it.
Nor does anybody else give that one another name: what the child chose, and said yes to, would stand there as if it had
said it of somebody else (R7, R23).  Nor of who comes in by it: what the child cries to "oma", her trainer would read.
"""

from collections.abc import Collection
from uuid import UUID

from kring.access.door import Door
from kring.access.same import SamePerson
from kring.access.weighed import to_weigh
from kring.access.writing import NotAllowedError
from kring.circle.domains import Kind, Layer
from kring.circle.models import Placement, Sign
from kring.law.access import Relation


class StandsBesideError(NotAllowedError):
    """It cannot be done here: that one was chosen."""


class NamedByTheChildError(StandsBesideError):
    """It cannot be called otherwise here: that one was chosen, or comes in, and the child says how it is called."""


def only_if_free(door: Door, members: Collection[UUID]) -> None:
    """Part of what would make a thing of these, or take them out.  Raises `StandsBesideError`."""
    if door.relation is not Relation.CHILD and members and _is_chosen(door, members):
        raise StandsBesideError


def only_as_called(door: Door, members: Collection[UUID]) -> None:
    """Part of what would give these another name.  Raises `NamedByTheChildError`."""
    if door.relation is not Relation.CHILD and members and (_is_chosen(door, members) or _comes_in(door, members)):
        raise NamedByTheChildError


def _comes_in(door: Door, members: Collection[UUID]) -> bool:
    return SamePerson.objects.filter(item__in=list(members), item__dossier=door.dossier).exists()


def _is_chosen(door: Door, members: Collection[UUID]) -> bool:
    return bool(to_weigh(door, Sign.objects.current().filter(member__in=list(members))).exists())


def only_by_its_name(door: Door, member: UUID, layer: Layer, name: str) -> None:
    """Part of what calls this one so.  Raises `NamedByTheChildError` where that is another name than it has.

    Its name in this layer, or the one that the child gave it; in a layer in which it has no place, any that it has.
    """
    if door.relation is Relation.CHILD:
        return
    now = list(to_weigh(door, Placement.objects.current().filter(member=member)))
    known = [row for row in now if row.layer in {layer.value, Layer.CHILD.value}]
    if name not in {row.name for row in known or now}:
        only_as_called(door, [member])


def is_thing(kind: object) -> bool:
    """Whether this is nobody: a place, an animal or a group."""
    return kind != Kind.PERSON.value


def renamed(door: Door, what: UUID) -> set[UUID]:
    """Who would be called otherwise once what this act began ends and what it ended begins again (undoing)."""
    began, ended = (_by(door, what, by) for by in ("began_by", "ended_by"))
    now = {(row.member_id, row.layer): row.name for row in began}
    return {row.member_id for row in ended if now.get((row.member_id, row.layer), row.name) != row.name}


def _by(door: Door, what: UUID, by: str) -> list[Placement]:
    return list(door.within(Placement.objects.filter(**{by: what})))


def made_things(door: Door, what: UUID) -> set[UUID]:
    """Who would be a thing, or nowhere, once what this act began ends and what it ended begins again (undoing)."""
    began, ended = (_by(door, what, by) for by in ("began_by", "ended_by"))
    back = {(row.member_id, row.layer): row.kind for row in ended}
    gone = {row.member_id for row in began if is_thing(back.get((row.member_id, row.layer), ""))}
    return gone | {member for (member, _layer), kind in back.items() if is_thing(kind)}
