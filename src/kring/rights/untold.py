"""Who said no, or that it pauses or stops, before the child was told: for who works with the child (R15)."""

from collections.abc import Sequence
from uuid import UUID

from kring.access.door import Door
from kring.law.access import Klass, Section
from kring.law.meaning import Meaning
from kring.law.steps import Step
from kring.rights.models import Taken, Wish


def hears_first(door: Door) -> bool:
    """Whether this visitor hears of it before the child was told: by the table, and never the child."""
    return door.sieve(Section.RIGHTS).opens(Klass.CONFIDENCE)


def untold(door: Door) -> list[Taken]:
    """Every step that the child was not told yet, the first first; one statement."""
    return list(door.within(Taken.objects.filter(item__klass=Klass.CONFIDENCE.value).order_by("pk")))


def stopping(door: Door, wishes: Sequence[Wish]) -> set[tuple[UUID, Meaning]]:
    """Of these wishes, who stops in which meaning; one statement, and none for who does not hear it first."""
    rows = untold(door) if wishes and hears_first(door) else []
    ended = {(row.member_id, row.wish_id) for row in rows if row.step == Step.ENDED.value}
    return {
        (one.member_id, Meaning(one.meaning))
        for one in wishes
        if {(one.member_id, one.pk), (one.member_id, None)} & ended
    }
