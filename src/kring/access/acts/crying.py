"""Bookkeeping of a cry that nobody read yet: the child's own place remembers that there is one (`access.cries`)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kring.access.cries import CRY, of_child
from kring.access.door import Door
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.access.talked import Talked, Unanswered
from kring.access.writing import NotAllowedError
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation


@dataclass(frozen=True, slots=True)
class Spoke:
    """Of which cries somebody spoke with the child, who it was, and on which day."""

    of: tuple[UUID, ...]
    by: str
    on: date


def cried(door: Door, cries: Collection[UUID], *, nobody_now: bool = False) -> None:
    """The child said that it is not safe now.  Part of that act.

    To who takes over as well as to who is away it is said at one moment: one cry (`was_read_by_one`).  `nobody_now`: it
    is said to somebody who is away, and nobody reads it instead; then a human hears now that it waits (R14).
    """
    now = clock.now()
    Dossier.objects.filter(pk=door.dossier.pk, urgent_since=None).update(urgent_since=now)
    Item.objects.filter(pk__in=cries).update(made_at=now)
    if nobody_now:
        Unanswered.objects.bulk_create([Unanswered(item_id=key, since=now) for key in cries])


def was_read_by_one(door: Door, cry: Item) -> None:
    """Of one cry to two, one read it: it waits for the other as anything that was said, and holds up nobody."""
    alike = Item.objects.filter(CRY, dossier=door.dossier, author=cry.author_id, made_at=cry.made_at)
    alike.exclude(pk=cry.pk).update(look_on=None)


def waits_no_more(door: Door, cries: Iterable[UUID]) -> None:
    """The child needs it no more: of what it said itself nobody is asked to look at it now.

    Nothing else ends that: who cries to another one, who perhaps reads it and perhaps not, takes nothing back (R14).
    """
    Item.objects.filter(CRY, pk__in=list(cries), dossier=door.dossier, author=door.me).update(look_on=None)
    was_heard(door)


def was_heard(door: Door) -> None:
    """One was read or waits no more: when none waits, the place of the child does not say so either."""
    if door.dossier.urgent_since and not Item.objects.filter(CRY, dossier=door.dossier).exists():
        Dossier.objects.filter(pk=door.dossier.pk).update(urgent_since=None)


def was_talked_about(door: Door, spoke: Spoke) -> None:
    """Somebody spoke with the child about what nobody read: it holds up nobody who works with the child any more.

    It takes nothing away from whom the child told: while that one can come in, it waits there until it is read (R14).
    Only for who works with it, and never of what that one can read itself: that is read.  Raises `NotAllowedError`.
    """
    of = set(spoke.of)
    if door.relation is not Relation.WORKER or not of or not of <= set(of_child(door).others):
        raise NotAllowedError
    told = {"spoken_by": spoke.by, "spoken_on": spoke.on, "written_by_id": door.me, "written_at": clock.now()}
    Talked.objects.bulk_create([Talked(item_id=key, **told) for key in spoke.of])


def answers_no_more(door: Door, member: UUID) -> None:
    """This one of the circle is gone, or stops and does not pick up: what it did not read, a human hears of now (R14).

    It takes nothing away from that one: can it come in, then it still reads it there.  Part of an act.
    """
    now, keys = clock.now(), _told_to(door, member).values_list("pk", flat=True)
    Unanswered.objects.bulk_create([Unanswered(item_id=key, since=now) for key in keys], ignore_conflicts=True)


def answers_again(door: Door, member: UUID) -> None:
    """It stays, or was not gone: it is counted on again.  Part of an act."""
    Unanswered.objects.filter(item__in=_told_to(door, member)).delete()


def _told_to(door: Door, member: UUID) -> QuerySet[Item]:
    who = SamePerson.objects.filter(item=member, item__dossier=door.dossier).values("person")
    return Item.objects.filter(CRY, dossier=door.dossier, told_to__in=who)
