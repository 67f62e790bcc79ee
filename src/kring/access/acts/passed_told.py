"""A person tells the child what was passed on in an emergency, where it did not know that beforehand (R8, R15).

Until then the day of who works with the child asks who tells it.  The first page of the child says nothing of it before
that: a screen is not who tells a child such a thing.  Where it asks itself who may know what (`portals:known`), and at
the text, it reads at once that it was passed on, by whom and to whom, as it did before there was this: what a child
looks up is never hidden from it (R7, R24).  Once somebody told it, its first page says so, until it read it.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kring.access.acts.unread import tell_the_child
from kring.access.disclosure import Disclosure
from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation


def asks_who_tells(door: Door, told: Disclosure) -> None:
    """Who works with the child is asked from now on who tells it.  Part of an act."""
    if told.is_untold:
        here = Dossier.objects.filter(pk=door.dossier.pk, passed_on_untold=None)
        here.update(passed_on_untold=clock.day(told.at))


def was_told(door: Door, rows: Iterable[Disclosure], by: str, *, once: UUID | None) -> None:
    """A person told the child of all of these: its first page says so from now on, until it read that.

    Raises `NotAllowedError`: also without who told it, and for what was told already.
    """
    untold = [one for one in rows if one.is_untold and one.dossier_id == door.dossier.pk]
    if door.relation is not Relation.WORKER or not untold or not by.strip():
        raise NotAllowedError
    with door.writes(Event.DISCLOSURE_TOLD, once=once) as write:
        tell_the_child(door)
        for row in untold:
            row.told_by, row.told_at = by.strip(), clock.now()
            row.save(update_fields=["told_by", "told_at"])
        if not _untold(door).exists():
            Dossier.objects.filter(pk=door.dossier.pk).update(passed_on_untold=None)
        write.subject = untold[0].pk


def told_since(door: Door) -> list[Disclosure]:
    """For the child alone: what a person told it of since it last looked; one statement, and none for no news."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    rows = Disclosure.objects.filter(dossier=door.dossier, child_reads=True, told_at__gte=since)
    return list(rows.select_related("by", "to").order_by("-at"))


def _untold(door: Door) -> QuerySet[Disclosure]:
    return Disclosure.objects.filter(dossier=door.dossier, child_reads=True, child_told=False, told_at=None)
