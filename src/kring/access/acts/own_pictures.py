"""Pictures that a small child chooses by itself, without anybody looking: from then on nobody else knows them (R7)."""

from uuid import UUID

from kring.access.door import Door
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.law.access import Relation
from kring.law.ways import WayKind
from kring.people.acts import messages, ways
from kring.people.models import WayEnd


def choose(door: Door, figure: str, code: str, *, once: UUID) -> None:
    """The pictures of before open nothing from now on: the child comes in with these, which it must know.

    Who knew those of before may have done this: what only the child says, waits a week for it (`Way.is_its_own`).
    Raises `NotAllowedError` for anybody but the child that came in by pictures.
    """
    if door.relation is not Relation.CHILD or not door.actor.is_small:
        raise NotAllowedError
    kind, mine = WayKind.PICTURES, Relation.CHILD.value
    with door.writes(Event.WAY_GIVEN, once=once, codes=(kind.value, mine)) as write:
        before = Given.objects.filter(dossier=door.dossier, relation=mine, way__person=door.me, way__kind=kind.value)
        ways.end(list(before.values_list("way_id", flat=True)), WayEnd.REPLACED)
        made = ways.make(door.me, ways.Shape(kind=kind, code=code, figure=figure), by=door.me)
        messages.tell_of_way_in(door.me)
        given = Given.objects.create(dossier=door.dossier, way=made.way, relation=mine, recorded_by_id=door.me)
        write.subject = given.pk
