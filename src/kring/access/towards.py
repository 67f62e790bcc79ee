"""What a child answered by subject towards some of its circle: to who may know that, and to nobody else (R7)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Giver, Say, Says, Word
from kring.access.readers import reads_the_answers
from kring.access.spoken import spoken
from kring.kit import clock
from kring.law.access import Topic, Verb, known_topics

Answered = Mapping[UUID, Mapping[Topic, str]]
"""Of each member of the circle the word by subject."""


def answered_now(door: Door, members: Collection[UUID]) -> Answered:
    """What stands now towards each of these; nothing for who may not read what the child answered."""
    if not (members and reads_the_answers(door)):
        return {}
    return _by_member(spoken(door).in_force(clock.today()).filter(towards__in=members).exclude(topic=""))


def answered_then(door: Door, beside: Collection[Kept], at: datetime) -> Answered:
    """What stood at a moment towards those of whom these rows say that their answers hold between two.

    For who may read what the child answered, and for the one of these two whom the rows are about: that one reads what
    was agreed with it, and no answer of later.  A yes that does not hold any more is none for it either: it asks first
    then, and what the child said since is told to nobody (R7).
    """
    theirs = [row for row in beside if reads_the_answers(door) or _is_about(door, row)]
    members = {row.towards_id for row in theirs if row.towards_id}  # type: ignore[attr-defined]  # of such a row
    stood = Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)
    a_yes = Q(waits=False, from_on__lte=clock.day(at)) & (Q(until_on=None) | Q(until_on__gte=clock.today()))
    ours = Say.objects.filter(dossier=door.dossier, giver=Giver.CHILD, towards__in=members).exclude(topic="")
    then = _by_member(ours.filter(stood, ~Q(answer=Word.YES) | a_yes, said_at__lte=at)) if members else {}
    now = _by_member(ours.in_force(clock.today())) if then else {}
    return {
        one: {topic: _as_yet(said, now.get(one, {}).get(topic)) for topic, said in of.items()}
        for one, of in then.items()
    }


def _as_yet(then: str, now: str | None) -> str:
    """A word of before as it counts today: a yes only where it is still one."""
    return Word.ASK.value if then == Word.YES and now != Word.YES else then


def _is_about(door: Door, row: Kept) -> bool:
    return row.item.about_id in door.sieve(row.section).surely_mine and door.may(row, Verb.READ)


def _by_member(said: Says) -> Answered:
    """Where two speak about the same, what closes holds."""
    found: defaultdict[UUID, dict[Topic, str]] = defaultdict(dict)
    for member, topic, word in said.values_list("towards", "topic", "answer"):
        for known in known_topics([topic]):
            if word != Word.YES or known not in found[member]:
                found[member][known] = word
    return found
