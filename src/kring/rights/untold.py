"""Who said no, or that it pauses or stops, before the child was told: for who works with the child (R15)."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.access.door import Door
from kring.access.questions import Question, Within
from kring.law.access import Klass, Section
from kring.law.meaning import Meaning
from kring.law.steps import Step, Voice
from kring.rights.models import Taken, Wish


def hears_first(door: Door) -> bool:
    """Whether this visitor hears of it before the child was told: by the table, and never the child."""
    return door.sieve(Section.RIGHTS).opens(Klass.CONFIDENCE)


def untold_and_not_so(door: Door) -> tuple[list[Taken], list[Taken]]:
    """Every step that the child was not told yet, the first first; and the ends that it says are not so.

    One statement.
    """
    rows = _UNTOLD.of(door)
    return [row for row in rows if row.is_held], [row for row in rows if not row.is_held]


def _untold(within: Within[Taken]) -> QuerySet[Taken]:
    held, ends = (
        Q(item__klass=Klass.CONFIDENCE.value, unsaid_on=None),
        Q(step=Step.ENDED.value, unsaid_on__isnull=False),
    )
    told = ~Q(voice=Voice.CHILD.value) & ~Q(item__klass=Klass.CONFIDENCE.value)
    return within(Taken.objects.filter(held | (ends & told))).order_by("pk")


_UNTOLD = Question(Taken, _untold)


def still(rows: Iterable[Taken]) -> list[Taken]:
    """Without what the person itself said is not so: its own word outweighs what a worker wrote down before it (R2)."""
    known = sorted(rows, key=lambda row: row.pk)
    denied = {row.member_id: row.pk for row in known if is_denial(row)}
    return [row for row in known if not row.is_held or row.member_id not in denied or row.pk > denied[row.member_id]]


def is_denial(row: Taken) -> bool:
    """Whether the person says here that it stays: of what was not told yet nobody else writes that."""
    return bool(row.is_held and row.step == Step.RESUMED.value)


def stopping(door: Door, wishes: Iterable[Wish], taken: Iterable[Taken]) -> set[tuple[UUID, Meaning]]:
    """Of these wishes, who stops in which meaning, of rows that were read already; nobody for who hears it later."""
    rows = still(row for row in taken if row.is_held) if hears_first(door) else []
    ended = {(row.member_id, row.wish_id) for row in rows if row.step == Step.ENDED.value}
    return {
        (one.member_id, Meaning(one.meaning))
        for one in wishes
        if {(one.member_id, one.pk), (one.member_id, None)} & ended
    }
