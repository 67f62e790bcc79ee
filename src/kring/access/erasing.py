"""What goes by itself, about who stands beside a child: once it does so no more, and once the help ended (A124b, R27).

What was, stays as a fact: who stood there, from when until when.

A job has no door: nobody asks, and nothing that stands in a row is read.  It only takes rows away, and the log says so.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from kring.access.asking import everything
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.law.retention import Term, is_due
from kring.law.ways import NETWORK
from kring.people.actors import ActorKind

AT_ONCE = 500
"""Rows that one tick takes away at most; the next one goes on."""


def erase_of_ended(kinds: Sequence[type[Kept]], named: KeptQuerySet[Any], *, on: date) -> int:
    """Rows about somebody whom the child names no more, from the day the term has run since the last end.

    `named`: what the child said of whom, with the day it ended; of whom nothing was ever said, or who still comes in
    beside the child, nothing goes.  What a person said of its own end and the child was not told yet is no end here:
    the child still names it (R15).
    """
    due = _ended(named, {member for kind in kinds for member in _members(kind, on=on)}, on=on)
    gone = [row for kind in kinds for row in _rows(kind, due)]
    for dossier in sorted({where for _item, where in gone}):
        with transaction.atomic(), everything():
            Item.objects.filter(pk__in=[item for item, where in gone if where == dossier]).delete()
            line = chain.Line(event=Event.CHECK_ERASED, actor_kind=ActorKind.JOB.value, actor=None, dossier=dossier)
            chain.append(line)
    return len(gone)


def erase_of_closed(kinds: Sequence[type[Kept]], *, on: date) -> int:
    """Rows of places that were closed: how and when somebody was reached, and what it kept here for itself alone.

    From the day the term has run since the closing; of a place that opened again before that, nothing goes.
    """
    closed = Dossier.objects.exclude(closed_on=None).filter(Exists(_there(kinds))).values_list("pk", "closed_on")
    due = [dossier for dossier, day in closed.order_by("pk") if is_due(Term.NETWORK_CONTACT, day, on=on)]
    gone = 0
    for dossier in due[:AT_ONCE]:
        with transaction.atomic(), everything():
            if Dossier.objects.select_for_update().get(pk=dossier).closed_on is None:
                continue
            there = [item for kind in kinds for item in _all(kind).filter(item__dossier=dossier).values_list("pk")]
            Item.objects.filter(pk__in=[item for (item,) in there]).delete()
            kind_of = ActorKind.JOB.value
            chain.append(chain.Line(event=Event.CONTACT_ERASED, actor_kind=kind_of, actor=None, dossier=dossier))
            gone += len(there)
    return gone


def _there(kinds: Sequence[type[Kept]]) -> QuerySet[Item, Item]:
    """Of a place, the items of these kinds that are there still."""
    some = Q(pk__in=[])
    for kind in kinds:
        some |= Q(pk__in=_all(kind).values("pk"))
    return Item.objects.filter(some, dossier=OuterRef("pk"))


def _members(kind: type[Kept], *, on: date) -> set[UUID]:
    """Of whom something is kept, and who does not come in any more."""
    same = SamePerson.objects.filter(item=OuterRef(OuterRef("member"))).values("person")
    comes_in = Involvement.objects.current(on).filter(relation__in=[one.value for one in NETWORK])
    here = comes_in.filter(dossier=OuterRef("item__dossier"), person__in=same)
    return set(_all(kind).exclude(member=None).exclude(Exists(here)).values_list("member", flat=True).distinct())


def _ended(named: KeptQuerySet[Any], members: set[UUID], *, on: date) -> list[UUID]:
    """Of whom none is in force, and the last end was so long ago."""
    found: list[UUID] = []
    every = sorted(members)
    for first in range(0, len(every), AT_ONCE):
        some = named.opened().filter(member__in=every[first : first + AT_ONCE]).values("member").order_by("member")
        last = some.annotate(last=Max("withdrawn_on"), live=Count("pk", filter=Q(withdrawn_on=None)))
        found += [one["member"] for one in last if not one["live"] and is_due(Term.BESIDE, one["last"], on=on)]
    return found


def _rows(kind: type[Kept], due: Sequence[UUID]) -> list[tuple[UUID, UUID]]:
    """Which items, of which child."""
    rows = _all(kind).filter(member__in=due[:AT_ONCE]).order_by("pk")
    return list(rows.values_list("item_id", "item__dossier")[:AT_ONCE])


def _all(kind: type[Kept]) -> KeptQuerySet[Any]:
    rows: KeptQuerySet[Any] = kind.objects.all()
    return rows.opened()
