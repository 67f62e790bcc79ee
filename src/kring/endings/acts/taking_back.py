"""It was marked as told, by a slip, and it was not: who marked it takes that back the same day (R15).

The record of the telling stays, struck and dated, where the child does not read it; the hard fact waits again for a
person who tells it.
"""

import json
from uuid import UUID

from django.db.models import Q

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.circle import reading as circle
from kring.endings.models import AfterLook, Farewell, GoodbyeDay, Leaving
from kring.journal.acts import plan
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.law.endings import Leaves
from kring.rights.acts import told_back
from kring.rights.models import Wish

WORDS = ("told_by", "reaction", "goodbye", "steps_in")
"""What was written by the telling: it goes from every page, and stays with the record that is struck."""


def may_take_back(door: Door, row: Leaving) -> bool:
    """By who marked it, on that day, and once; not after the child said that nobody told it: then another tells it."""
    if row.marked_by_id != door.me or row.marked_on != clock.today() or row.struck_on is not None:
        return False
    said = Farewell.objects.filter(member=row.member_id, told_on__gte=row.told_on or clock.today())
    return not door.within(said.filter(Q(untold_on__isnull=False) | Q(denied_on__isnull=False))).exists()


def take_back(door: Door, row: Leaving, *, act: UUID) -> None:
    """It was not told: it waits again.  Raises `NotAllowedError` for anybody else, on another day, and twice."""
    if not may_take_back(door, row):
        raise NotAllowedError
    with door.writes(Event.LEAVING_UNTOLD, once=act, codes=(row.why,)) as write:
        write.change(row, version=row.item.version, struck_on=clock.today())
        if row.why == Leaves.CHILD.value:
            _to_be_passed_on_again(write, door, row)
        else:
            _to_be_told_again(write, door, row)


def _in_confidence(member: UUID) -> Filing:
    return Filing(klass=Klass.CONFIDENCE, topic=Topic.BESIDE_ME, about=member, look_on=clock.today())


def _to_be_passed_on_again(write: Writing, door: Door, row: Leaving) -> None:
    """Whom the child did not choose any more does not know it yet."""
    ended = Wish.objects.filter(member=row.member_id, passed_on=row.told_on, withdrawn_on__isnull=False)
    for wish in door.within(ended):
        write.change(wish, passed_on=None, passed_by="")
        write.look_again(wish, on=clock.today())


def _to_be_told_again(write: Writing, door: Door, row: Leaving) -> None:
    """The child does not know it yet: nothing of it stands on its pages, and it is on the day of who works there."""
    told = {"teller": row.teller, "how": row.how, "tells_on": row.tells_on, "heard_on": row.heard_on}
    write.add(Leaving, _in_confidence(row.member_id), member_id=row.member_id, why=row.why, **told)
    mine = {"member": row.member_id, "told_on": row.told_on, "why": row.why, "item__author": door.me}
    plan.to_look_at(door, write, circle.names(door, [row.member_id]).get(row.member_id, ""), on=None)
    kept = row.before
    for farewell in door.within(Farewell.objects.filter(**mine)):
        write.change(row, before=json.dumps({name: getattr(farewell, name) for name in WORDS}))
        for look in door.within(AfterLook.objects.filter(farewell=farewell.pk)):
            write.remove(look)
        for day in door.within(GoodbyeDay.objects.filter(farewell=farewell.pk)):
            write.remove(day)
        write.remove(farewell)
    told_back.give_back(write, door, row.member_id, kept)
