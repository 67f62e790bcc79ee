"""Saying what somebody of the circle is there for (B47)."""

from collections.abc import Collection
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Item
from kring.access.parts import HasPart
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation, Section, Verb
from kring.law.parts import Part, SaidBy
from kring.law.ways import WORKERS


def say(door: Door, member: UUID, parts: Collection[Part], by: SaidBy, *, act: UUID) -> None:
    """From now on these; what was said before keeps its days.  The child says it itself, or a worker writes it down.

    Raises `NotAllowedError` for anybody else, and for who is not of this circle or not seen by the visitor.
    """
    item = Item.objects.filter(pk=member, dossier=door.dossier, section=Section.CIRCLE.value).first()
    writes = door.relation is Relation.CHILD or door.relation in WORKERS
    if item is None or not writes or not door.sieve(Section.CIRCLE).lets(item, Verb.READ):
        raise NotAllowedError
    whose = SaidBy.CHILD if door.relation is Relation.CHILD else by
    now = HasPart.objects.in_force().filter(member=member)
    wanted = {one.value for one in parts}
    codes = (*sorted(wanted), whose.value)
    with door.writes(Event.PART_SAID, once=act, codes=codes) as write:
        now.exclude(part__in=wanted).update(until_on=clock.today())
        told = {"dossier": door.dossier, "member": item, "said_by": whose.value, "recorded_by_id": door.me}
        new = wanted - set(now.values_list("part", flat=True))
        HasPart.objects.bulk_create(HasPart(part=one, from_on=clock.today(), **told) for one in sorted(new))
        write.subject = member
