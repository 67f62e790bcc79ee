"""Somebody stopped or is lost, by no word of its own: the child reads who wrote that, and can say that it is not so.

As it can of an end that stands there as its own word (`acts.as_said`).  Part of the act in which the child was told.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, Writing
from kring.law.access import Klass, Topic
from kring.law.steps import Step
from kring.rights.models import Taken, Wish


def stands(door: Door, member: UUID) -> list[UUID]:
    """What the child chose of this one and stands, before it is told that it is over."""
    rows = door.within(Wish.objects.in_force().filter(member=member).order_by("pk"))
    return list(rows.values_list("pk", flat=True))


def write_down(door: Door, write: Writing, stood: Iterable[UUID], *, words: str = "") -> None:
    """Of each of these that ended: since when and by whose word; `words`: how the one who wrote it knows."""
    ended: defaultdict[str, list[Wish]] = defaultdict(list)
    for row in door.within(Wish.objects.filter(pk__in=list(stood), withdrawn_on__isnull=False).order_by("pk")):
        ended[row.meaning].append(row)
    for first, *_more in ended.values():
        filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=first.member_id)
        of = {"wish_id": first.pk, "member_id": first.member_id, "taken_on": first.withdrawn_on, "words": words}
        write.add(Taken, filing, step=Step.ENDED.value, voice=first.ended_by, **of)
