"""What stays closed to who came to work with a child, because the child closed it to who did before (R7, R28)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kring.access.door import Door
from kring.access.models import Word
from kring.law.access import Relation
from kring.portals.answers import Answered, Towards, in_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def handed_on(door: Door, who: Towards, said: Iterable[Answered]) -> list[Words]:
    """What the child closed to who worked with it before, and is closed to this one too until it says yes (R7, R28)."""
    if who.other is None or who.other.relation is not Relation.WORKER:
        return []
    own = {one.say.topic for one in said if one.say.answer != Word.YES}
    return [in_words(door, one) for one in sorted(who.other.standing.answers.no_topics - own)]
