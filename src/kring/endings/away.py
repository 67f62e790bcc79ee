"""Who of the circle is gone, or stops and answers no more: nobody sends a child there that is not safe now (R14).

Weighed and never told: that somebody stops, a person tells the child and no page does (R15).  A list that leaves
somebody out, says nothing of why.
"""

from collections.abc import Collection
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.endings.models import Leaving
from kring.law.access import Klass
from kring.law.endings import Leaves
from kring.law.steps import Step
from kring.rights.models import Taken, Wish
from kring.rights.untold import is_denial

AWAY = (Leaves.LOST.value, Leaves.STOPS.value)


def answers_no_more(door: Door, members: Collection[UUID]) -> frozenset[UUID]:
    """Of these the ones whom a call or a message does not reach any more; one statement, more where somebody goes.

    Also who was told to the child as stopped, until the child chooses that one anew: it does not count on it any more.
    """
    rows = Leaving.objects.filter(member__in=members, why__in=AWAY, struck_on=None)
    found = list(to_weigh(door, rows)) if members else []
    gone = {row.member_id for row in found if row.why == Leaves.LOST.value}
    known = {row.member_id for row in found if row.told_on}
    stops = {row.member_id for row in found if row.why == Leaves.STOPS.value and row.told_on is None}
    return frozenset(((gone | known) - _chosen_since(door, known)) | _silent(door, stops))


def _chosen_since(door: Door, members: Collection[UUID]) -> set[UUID]:
    """Whom the child chose anew, after it was told that this one was gone or stopped, or who goes on as another."""
    rows = Wish.objects.in_force().filter(member__in=members)
    return set(to_weigh(door, rows).values_list("member_id", flat=True)) if members else set()


def _silent(door: Door, members: Collection[UUID]) -> set[UUID]:
    """Who said of itself that it stops, and that it does not pick up; not who said since that it stays."""
    held = Taken.objects.filter(member__in=members, item__klass=Klass.CONFIDENCE.value)
    rows = list(to_weigh(door, held)) if members else []
    stays = {row.member_id: row.pk for row in sorted(rows, key=lambda row: row.pk) if is_denial(row)}
    stops = [row for row in rows if row.step == Step.ENDED.value and row.picks_up is False]
    return {row.member_id for row in stops if row.member_id not in stays or row.pk > stays[row.member_id]}
