"""Pictures that a small child chooses by itself, without anybody looking: from then on nobody else knows them (R7).

Who knew those of before can do the same as if it were the child.  So they are the child's own once somebody else asked
it, and no time makes them so: what opens what the child closed, waits until then (quality.md 4, coercion).
"""

from uuid import UUID

from kring.access.door import Door
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import GIVES, WayKind
from kring.people.acts import messages, ways
from kring.people.models import Way, WayEnd

PICTURES = {"relation": Relation.CHILD.value, "way__kind": WayKind.PICTURES.value}


def choose(door: Door, figure: str, code: str, *, once: UUID) -> None:
    """The pictures of before open nothing from now on: the child comes in with these, which it must know.

    Where nobody else knew those of before, these are its own at once.  Raises `NotAllowedError` for anybody but the
    child that came in by pictures, and where a worker was just in.
    """
    if door.relation is not Relation.CHILD or not door.actor.is_small or door.actor.beside_worker:
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


def chosen(door: Door) -> Given | None:
    """The pictures that open this place now, which the child chose alone and about which nobody asked it yet."""
    rows = Given.objects.filter(dossier=door.dossier, way__ended_at=None, way__settled_at=None, **PICTURES)
    last = rows.select_related("way").order_by("-pk").first()
    return last if last is not None and last.way.made_by_id == last.way.person_id else None


def may_ask(door: Door, given: Given) -> bool:
    """Whether the visitor lets this child in, and is not the one who knew the pictures of before these."""
    if Relation.CHILD not in GIVES.get(door.relation, frozenset()):
        return False
    rows = Given.objects.filter(dossier=door.dossier, pk__lt=given.pk, **PICTURES)
    knew = rows.exclude(recorded_by=given.way.person_id).order_by("-pk").values_list("recorded_by", flat=True)
    return door.me not in knew[:1]


def it_chose_them(door: Door, way: UUID, *, once: UUID | None) -> None:
    """A colleague asked the child, which says that it chose these: they are its own from now on.

    Raises `NotAllowedError` for who knew those of before, where there is nothing to ask, and of others than these: who
    knew them may have chosen again since the child was asked.
    """
    given = chosen(door)
    if given is None or given.way_id != way or not may_ask(door, given):
        raise NotAllowedError
    with door.writes(Event.PICTURES_CONFIRMED, once=once) as write:
        Way.objects.filter(pk=given.way_id).update(settled_at=clock.now(), settled_by=door.me)
        to_ask(door, since=False)
        write.subject = given.way_id


def to_ask(door: Door, *, since: bool) -> None:
    """From now on somebody is to ask it, which stands in the day of who works with the child; or no more."""
    Dossier.objects.filter(pk=door.dossier.pk).update(new_pictures_since=clock.now() if since else None)
