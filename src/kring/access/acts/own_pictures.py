"""Pictures that a small child chooses by itself, without anybody looking: from then on nobody else knows them (R7).

Who knew those of before can do the same as if it were the child.  So they are the child's own once somebody else asked
it, and no time makes them so: what opens what the child closed, waits until then (`acts.asking_it`).
"""

from uuid import UUID

from kring.access.acts.asking_it import to_ask
from kring.access.door import Door
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import WayKind
from kring.people import seals
from kring.people.acts import messages, ways
from kring.people.models import Way, WayEnd

PICTURES = {"relation": Relation.CHILD.value, "way__kind": WayKind.PICTURES.value}


def choose(door: Door, figure: str, code: str, *, once: UUID) -> None:
    """The pictures of before open nothing from now on: the child comes in with these, which it must know.

    Where nobody else knew those of before, these are its own at once.  Raises `NotAllowedError` for anybody but the
    child that came in by pictures, where a worker was just in, and for a row with which it came in before.
    """
    if door.relation is not Relation.CHILD or not door.actor.is_small or door.actor.beside_worker:
        raise NotAllowedError
    if came_in_with(door, code):
        raise NotAllowedError
    kind, mine = WayKind.PICTURES, Relation.CHILD.value
    sure = not door.actor.pictures_known
    with door.writes(Event.WAY_GIVEN, once=once, codes=(kind.value, mine)) as write:
        before = Given.objects.filter(dossier=door.dossier, way__person=door.me, **PICTURES)
        ways.end(list(before.values_list("way_id", flat=True)), WayEnd.REPLACED)
        made = ways.make(door.me, ways.Shape(kind=kind, code=code, figure=figure), by=door.me)
        if sure:
            Way.objects.filter(pk=made.way.pk).update(settled_at=clock.now())
        to_ask(door, since=not sure)
        messages.tell_of_way_in(door.me)
        given = Given.objects.create(dossier=door.dossier, way=made.way, relation=mine, recorded_by_id=door.me)
        write.subject = given.pk


def came_in_with(door: Door, code: str) -> bool:
    """Whether the child ever came in here with this row, whoever chose it: who knew it then, would know these.

    As slow as a few logins: each row is weighed against its own salt.
    """
    here = Given.objects.filter(dossier=door.dossier, **PICTURES).select_related("way").order_by("-pk")
    return any(seals.fits(code, one.way.pin) for one in here)
