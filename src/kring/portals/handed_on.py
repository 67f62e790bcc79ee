"""What stays closed to who came to work with a child, because the child closed it to who did before (R7, R28).

Of who worked here already when the child said so, it said nothing: a child may well want one of them to know, and not
another.  So that this is no surprise, the child reads by name who still reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kring.access.door import Door
from kring.access.models import Say, Word
from kring.access.preview import careful
from kring.circle import calling
from kring.kit.sentences import sentence
from kring.law.access import Relation, known_topics
from kring.law.ways import WORKERS
from kring.portals.answers import Answered, Towards, in_words
from kring.portals.opening import opens

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def handed_on(door: Door, who: Towards, said: Iterable[Answered]) -> list[Words]:
    """What the child closed to who worked with it before, and is closed to this one too until it says yes (R7, R28)."""
    if who.other is None or who.other.relation not in WORKERS:
        return []
    own = {one.say.topic for one in said if one.say.answer != Word.YES}
    return [in_words(door, one) for one in sorted(who.other.standing.answers.no_topics - own)]


def after_a_no(door: Door, who: Towards, kept: Say) -> list[Words | str]:
    """What a no towards one who works with the child leaves open: who else reads it, and what this one wrote itself."""
    told = [_others_read(door, who, kept)]
    about = known_topics([kept.topic]) if kept.item_id is None and kept.answer != Word.YES else ()
    count = sum(len(opens(careful(door), topic, who).its_own) for topic in about)
    if count:
        told.append(sentence("answer.its-own", name=who.name, count=str(count)))
    return [one for one in told if one]


def _others_read(door: Door, who: Towards, kept: Say) -> Words | str:
    """After a no towards one who works with the child: who else of them still reads it, by name; nothing for nobody."""
    if kept.answer == Word.YES or who.other is None or who.other.relation is not Relation.WORKER:
        return ""
    names = [
        one.name
        for one in calling.all_others(door)
        if one.relation is Relation.WORKER
        and one.person != who.other.person
        and kept.topic not in one.standing.answers.no_topics
        and kept.item_id not in one.standing.answers.no_items
    ]
    code = "answer.others-read-mine" if door.relation is Relation.CHILD else "answer.others-read"
    told: Words | str = sentence(code, child=door.dossier.call_name, names=", ".join(names)) if names else ""
    return told
