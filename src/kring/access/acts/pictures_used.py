"""What was done with pictures that another than the child knows, until the child says by its own way that it was it.

Who chose the pictures with a small child can come in as the child (quality.md 4, coercion).  What opens something waits
for another way (`access.acts.holding`); all the rest, also a no, a word and only looking, holds at once, and is told to
the child where nobody else comes in so (R7).
"""

from uuid import UUID

from kring.access.door import Door
from kring.access.models import Given
from kring.access.visits import BY_PICTURES
from kring.access.writing import NotAllowedError
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.law.access import Relation
from kring.law.ways import WayKind


def used(door: Door) -> list[chain.Done]:
    """For the child alone, by its own way: what was done so since it last said that it was it; the last first."""
    since = door.dossier.pictures_since
    if since is None or not comes_by_its_own_way(door):
        return []
    return chain.done_as(BY_PICTURES, door.dossier.pk, since)


def comes_by_its_own_way(door: Door) -> bool:
    """Whether this is the child, and Kring is sure of it: not with a card that another just made, nor so."""
    seen = door.actor.pictures_known or (door.actor.is_unsure and not door.actor.is_small)
    return door.relation is Relation.CHILD and not seen


def another_knows_them(door: Door) -> bool:
    """Whether pictures open this place that somebody else than the child chose with it; for the child alone."""
    if door.relation is not Relation.CHILD or door.actor.is_small:
        return door.actor.pictures_known
    pictures = {"relation": Relation.CHILD.value, "way__kind": WayKind.PICTURES.value}
    rows = Given.objects.filter(dossier=door.dossier, way__ended_at=None, **pictures)
    return rows.exclude(recorded_by=door.me).exists()


def it_was_me(door: Door, *, once: UUID | None) -> None:
    """ "Yes, that was me": of all that was done so until now.

    Raises `NotAllowedError` for anybody but the child by its own way, and where a worker was just in.
    """
    if not comes_by_its_own_way(door) or door.actor.beside_worker:
        raise NotAllowedError
    with door.writes(Event.ANSWER_CONFIRMED, once=once, codes=(BY_PICTURES,)):
        Dossier.objects.filter(pk=door.dossier.pk).update(pictures_since=None)
