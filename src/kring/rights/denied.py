"""Somebody said of a word in its name: that I never said.  Nobody else writes such a word again (R2, R9, R23).

One rule for every act that writes what another would have said, in `paths.wanted`: a denial that the same hand undoes
the same minute holds nothing.  It stays until the one whose word it is says it with its own hands.  Of a person without
a way in a second human may write it, and never the one who wrote what was denied (as of a death, `endings.second`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from kring.access.acts import child_of, placing
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import ITSELF
from kring.circle import reading as circle
from kring.circle.names import fold
from kring.law.access import Klass, Relation
from kring.law.steps import Answered, Record, Step, Voice
from kring.rights.models import Taken, Wish

FACTS = ("pk", "step", "voice", "reply", "expressed", "unsaid_on", "item__klass", "item__author_id")
"""What is read of a step to weigh it: none of its words."""


def whose_word(door: Door, member: UUID, record: Record) -> Voice | None:
    """Whose own word it is, of which such a word was denied; nothing where this visitor may write it.

    What the child itself does and heard is never in the way.
    """
    if door.relation is Relation.CHILD:
        return None
    denied, whose = denials(door, member, record), _kind(record.step, record.voice, record.reply)[0]
    if not denied or (whose is Voice.PERSON and _may_write(door, member, denied)):
        return None
    return whose


def denials(door: Door, member: UUID, record: Record) -> list[Any]:
    """Every such word that was denied, with who wrote it; none where the one whose word it is said it itself since."""
    kind = _kind(record.step, record.voice, record.reply)
    rows = [row for row in _of(door, member) if _kind(row.step, row.voice, row.reply or None) == kind]
    denied = [row for row in rows if row.unsaid_on is not None]
    return [] if not denied or _said_since(door, kind[0], rows, after=denied[-1].pk) else denied


def yes_is_denied(door: Door, member: UUID) -> bool:
    """Whether this person said last that the yes in its name was none: until its own yes nothing of it is looked at."""
    record = Record(step=Step.ANSWERED, on=door.dossier.opened_on, voice=Voice.PERSON, reply=Answered.YES)
    return whose_word(door, member, record) is not None


def own_yes_is_asked(door: Door, member: UUID) -> bool:
    """Whether its own yes is asked before it tries or begins: it denied one, whoever wrote one since, and comes in."""
    record = Record(step=Step.ANSWERED, on=door.dossier.opened_on, voice=Voice.PERSON, reply=Answered.YES)
    return bool(denials(door, member, record)) and placing.comes_in_now(door, member)


def choice_is_denied(door: Door, who: UUID | str) -> bool:
    """Whether the child said that it never chose this one, and this visitor may not write that it does.

    As whatever, and by whatever way: the same name typed anew is the same choice.  The child itself is never in the
    way (R1).  Of a child that does not come in itself another human may write it than who wrote what was denied.
    """
    if door.relation is Relation.CHILD:
        return False
    never = to_weigh(door, Taken.objects.filter(step=Step.WISHED.value, unsaid_on__isnull=False).order_by("pk"))
    denied = dict(never.values_list("wish_id", "pk"))
    same = _same_choice(door, who) if denied else []
    those = [row for row in same if row.pk in denied]
    child = child_of(door)
    if not those or child is None:
        return door.me in {row.item__author_id for row in those}
    last = max(denied[row.pk] for row in those)
    return not any(row.item__author_id == child and row.pk > last for row in same)


def is_left_to_the_child(door: Door, said: Iterable[tuple[UUID, UUID, bool]]) -> bool:
    """Of one thing that the child would have said: whether only the child itself says it now, and not this visitor.

    `said`: each time that it was written, by row, who wrote it, and whether the child denied that.  It is so until the
    child wrote it itself; of a child that does not come in itself another human may write it than who was denied.
    """
    rows = sorted(said)
    denied = [row for row in rows if row[2]]
    if door.relation is Relation.CHILD or not denied:
        return False
    child = child_of(door)
    if child is None:
        return door.me in {author for _key, author, _denied in denied}
    return not any(author == child and key > denied[-1][0] for key, author, _denied in rows)


def _same_choice(door: Door, who: UUID | str) -> list[Any]:
    """Every choice of this person, and of who is called the same."""
    called = fold(who if isinstance(who, str) else circle.names(door, [who]).get(who, ""))
    rows = door.within(Wish.objects.all()).values_list("pk", "member_id", "called", "item__author_id", named=True)
    return [row for row in rows if row.member_id == who or (called and fold(row.called) == called)]


def _of(door: Door, member: UUID) -> list[Any]:
    rows = to_weigh(door, Taken.objects.filter(member=member).order_by("pk"))
    return list(rows.values_list(*FACTS, named=True))


def _kind(step: str, voice: str, reply: str | None) -> tuple[Voice, str]:
    """Which words are the same one: that somebody stops and that it is no longer there both end it."""
    mine = voice == Voice.CHILD or step == Step.ASKED
    said = f"{step}.{reply}" if step == Step.ANSWERED and reply else str(Step(step).value)
    return (Voice.CHILD if mine else Voice.PERSON), said


def _said_since(door: Door, whose: Voice, rows: Sequence[Any], *, after: UUID) -> bool:
    """Whether the one whose word it is said it with its own hands after that."""
    later = [row for row in rows if row.pk > after and row.unsaid_on is None]
    if whose is Voice.PERSON:
        return any(row.expressed == ITSELF for row in later)
    child = child_of(door)
    return any(row.item__author_id == child for row in later)


def _may_write(door: Door, member: UUID, denied: Sequence[Any]) -> bool:
    """Of who comes in: what it did not deny itself, for it is asked first whether that is so.  Else a second human."""
    if placing.comes_in_now(door, member):
        return not any(_by_the_person(row) for row in denied)
    return door.me not in {row.item__author_id for row in denied}


def _by_the_person(row: Any) -> bool:  # noqa: ANN401  # a row of FACTS
    """Its yes, and what the child never knew, only the person itself denies."""
    said_yes = (row.step, row.reply) == (Step.ANSWERED, Answered.YES)
    return bool(said_yes or row.item__klass == Klass.CONFIDENCE)
