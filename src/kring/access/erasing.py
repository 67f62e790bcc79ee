"""What goes by itself, about somebody who stands beside a child no more; what was, stays as a fact (A124b, R27).

A job has no door: nobody asks, and nothing that stands in a row is read.  It only takes rows away, and the log says so.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q

from kring.access.asking import everything
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Involvement
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
