"""A card that was made for the child and used: "that was me", or "that was not me".  By the child, card by card."""

from uuid import UUID

from kring.access.door import Door
from kring.access.models import Given, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation
from kring.people.acts import anew, ways
from kring.people.models import Way, WayEnd


def it_was_me(door: Door, card: Given, *, once: UUID) -> None:
    """The child was the one who used it: what waited for that opens.  Raises `NotAllowedError` in a stay that waits.

    Of two cards with which the digits were chosen anew, each is answered for itself.
    """
    _only_its_own(door, card)
    if door.actor.is_unsure:
        raise NotAllowedError
    with door.writes(Event.WAY_CONFIRMED, once=once) as write:
        _settled(card)
        anew.settle(door.me)
        write.subject = card.way_id


def not_me(door: Door, card: Given, *, once: UUID) -> None:
    """It opens nothing any more, and whoever came in with it is out, at the next request.  On any device.

    Raises `NotAllowedError`.
    """
    _only_its_own(door, card)
    with door.writes(Event.WAY_ENDED, once=once, codes=(WayEnd.DISOWNED.value,)) as write:
        anew.undo(card.way, by=door.me)
        ways.end([card.way_id], WayEnd.DISOWNED)
        _settled(card)
        _takes_back(door, card)
        write.subject = card.way_id


def _only_its_own(door: Door, card: Given) -> None:
    """By the child, and of what was given to the child itself here.  Raises `NotAllowedError`."""
    of_the_child = card.dossier_id == door.dossier.pk and card.relation == Relation.CHILD.value
    if door.relation is not Relation.CHILD or not of_the_child:
        raise NotAllowedError


def _takes_back(door: Door, card: Given) -> None:
    """A yes that was said since where Kring was not sure of the child, and still waits: nobody confirms it any more."""
    said = Say.objects.filter(dossier=door.dossier, unsure=True, waits=True, withdrawn_at=None)
    if card.way.opened_at:
        said.filter(said_at__gte=card.way.opened_at).update(withdrawn_at=clock.now())


def _settled(card: Given) -> None:
    Way.objects.filter(pk=card.way_id).update(settled_at=clock.now())
