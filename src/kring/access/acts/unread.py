"""What was written in the name of the child since it last looked: its home says so, until it read which (R7, R21)."""

from kring.access.door import Door
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation


def tell_the_child(door: Door, *, unsure: bool = False) -> None:
    """Somebody else than the child did something in its name, or perhaps: in an `unsure` session.  Part of that act."""
    if unsure or door.relation is not Relation.CHILD:
        Dossier.objects.filter(pk=door.dossier.pk, unread_since=None).update(unread_since=clock.now())


def has_looked(door: Door) -> None:
    """The child read what was written in its name.  Nobody else reads that for it.

    Nor does who came in with pictures that another knows: who wrote it could come in so, and it would be gone.
    """
    if door.relation is Relation.CHILD and not door.actor.pictures_known:
        Dossier.objects.filter(pk=door.dossier.pk).exclude(unread_since=None).update(unread_since=None)
