"""A card that was made for the child and used: "that was me", or "that was not me".  By the child alone."""

from collections.abc import Sequence
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation
from kring.people.acts import anew, ways
from kring.people.models import Way, WayEnd


def it_was_me(door: Door, cards: Sequence[Given], *, once: UUID) -> None:
    """The child was the one who used them: what waited opens.  Raises `NotAllowedError` in a stay that waits itself."""
    if door.relation is not Relation.CHILD or door.actor.is_unsure:
        raise NotAllowedError
    with door.writes(Event.WAY_CONFIRMED, once=once) as write:
        _settled(cards)
        anew.settle(door.me)
        write.subject = door.me


def not_me(door: Door, cards: Sequence[Given], *, once: UUID) -> None:
    """They open nothing any more, and whoever came in with one is out, at the next request.  On any device.

    Raises `NotAllowedError`.
    """
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
    with door.writes(Event.WAY_ENDED, once=once, codes=(WayEnd.DISOWNED.value,)) as write:
        ways.end(_settled(cards), WayEnd.DISOWNED)
        anew.undo(door.me, by=door.me)
        write.subject = door.me


def _settled(cards: Sequence[Given]) -> list[UUID]:
    keys = [one.way_id for one in cards]
    Way.objects.filter(pk__in=keys).update(settled_at=clock.now())
    return keys
