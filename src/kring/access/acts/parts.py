"""Saying what somebody of the circle is there for (B47)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from kring.access.acts import child_of
from kring.access.acts.again import ask_again_of_safety
from kring.access.acts.holding import is_unsure
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Item
from kring.access.parts import HasPart
from kring.access.there_for import said_of
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation, Section, Verb
from kring.law.parts import NOTHING, Part, SaidBy
from kring.law.ways import WORKERS


class ChildsOwnError(NotAllowedError):
    """The child said itself what this one is there for: nobody else says it otherwise (R7)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody is there for, in whose word; `new`: tapped by the child on a device not seen before."""

    parts: Collection[Part]
    by: SaidBy = SaidBy.CHILD
    new: bool = False


def say(door: Door, member: UUID, told: Told, *, act: UUID) -> None:
    """From now on these; what was said before keeps its days.  The child says it itself, or a worker writes it down.

    A part in the safety that another writes down, or that is tapped where Kring is not sure of the child, opens nothing
    that it said yes to: each yes about the plan waits until it says it anew.  Raises `NotAllowedError` for anybody
    else, and for who is not of this circle or not seen by the visitor; `ChildsOwnError` for what the child said itself.
    """
    item = Item.objects.filter(pk=member, dossier=door.dossier, section=Section.CIRCLE.value).first()
    mine = door.relation is Relation.CHILD
    if item is None or not (mine or door.relation in WORKERS) or not door.sieve(Section.CIRCLE).lets(item, Verb.READ):
        raise NotAllowedError
    if not mine and said_by_the_child(door, said_of(door, member)):
        raise ChildsOwnError
    whose, unsure = SaidBy.CHILD if mine else told.by, is_unsure(door, waits=told.new)
    wanted = {one.value for one in told.parts} or ({NOTHING} if mine else set())
    with door.writes(Event.PART_SAID, once=act, codes=(*sorted(wanted - {NOTHING}), whose.value)) as write:
        now = HasPart.objects.filter(member=member, until_on=None)
        stays = now.filter(part__in=wanted)
        stays = stays.filter(recorded_by=door.me, unsure=False) if mine else stays
        now.exclude(pk__in=list(stays.values_list("pk", flat=True))).update(until_on=clock.today())
        facts = {"dossier": door.dossier, "member": item, "said_by": whose.value, "recorded_by_id": door.me}
        new = wanted - set(now.values_list("part", flat=True))
        HasPart.objects.bulk_create(
            HasPart(part=one, from_on=clock.today(), unsure=unsure, **facts) for one in sorted(new)
        )
        write.subject = member
        if new and (unsure or not mine):
            tell_the_child(door, unsure=unsure)
        if Part.SAFETY.value in new and (unsure or not mine):
            ask_again_of_safety(door, member)


def said_by_the_child(door: Door, rows: Iterable[HasPart]) -> bool:
    """Whether the child said it itself, wherever it tapped it: then nobody else says it otherwise (R7)."""
    found = list(rows)
    child = child_of(door) if found else None
    return child is not None and any(one.recorded_by_id == child for one in found)
