"""Whom the child chose and nobody asked, or who did not say yes: of a proposal it reads nothing yet (R9).

A person asks, in the way that child and worker chose for it; a screen does not.  Of whom it was never chosen nothing is
asked: with that one the child makes an agreement as it likes.
"""

from collections.abc import Collection
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.agreements.over import Choices
from kring.law.steps import Answered, Step, Voice
from kring.rights.models import Taken

WITH_IT = {Step.TRIED.value, Step.BEGAN.value}


def not_asked(door: Door, members: Collection[UUID], chosen: Choices) -> set[UUID]:
    """Of these the ones that the child chose, and that did not say yes to that.  One statement, and none for nobody."""
    now = {one.key: one.member for one in chosen.all if one.ended_on is None and one.member in members}
    if not now:
        return set()
    rows = to_weigh(door, Taken.objects.filter(wish_id__in=list(now), unsaid_on=None))
    yes = {
        wish
        for wish, step, voice, reply in rows.values_list("wish_id", "step", "voice", "reply")
        if step in WITH_IT or (step, voice, reply) == (Step.ANSWERED.value, Voice.PERSON.value, Answered.YES.value)
    }
    return set(now.values()) - {now[one] for one in yes}
