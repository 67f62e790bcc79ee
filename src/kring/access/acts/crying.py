"""Bookkeeping of a cry that nobody read yet: the child's own place remembers that there is one (`access.cries`)."""

from collections.abc import Iterable
from uuid import UUID

from kring.access.cries import CRY
from kring.access.door import Door
from kring.access.models import Item
from kring.dossier.models import Dossier
from kring.kit import clock


def cried(door: Door) -> None:
    """The child said that it is not safe now.  Part of that act."""
    Dossier.objects.filter(pk=door.dossier.pk, urgent_since=None).update(urgent_since=clock.now())


def waits_no_more(door: Door, cries: Iterable[UUID]) -> None:
    """The child told another one, or needs it no more: of what it said itself nobody is asked to look at it now."""
    Item.objects.filter(CRY, pk__in=list(cries), dossier=door.dossier, author=door.me).update(look_on=None)
    was_heard(door)


def was_heard(door: Door) -> None:
    """One was read or waits no more: when none waits, the place of the child does not say so either."""
    if door.dossier.urgent_since and not Item.objects.filter(CRY, dossier=door.dossier).exists():
        Dossier.objects.filter(pk=door.dossier.pk).update(urgent_since=None)
