"""The end of a trial: somebody looks at it that day, until it goes on, begins or ends (C101).  Part of those acts."""

from collections.abc import Collection, Iterable
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Writing
from kring.law.steps import Step
from kring.rights.models import Taken


def look_no_more(write: Writing, taken: Iterable[Taken]) -> None:
    """Of these nobody looks at the end of a trial any more."""
    for row in taken:
        if row.step == Step.TRIED.value and row.item.look_on is not None:
            write.look_again(row, on=None)


def goes_on(write: Writing, step: Step, taken: Iterable[Taken]) -> None:
    """It begins, or another trial does: at the end of the one of before nobody looks any more."""
    if step in {Step.TRIED, Step.BEGAN}:
        look_no_more(write, taken)


def over(door: Door, write: Writing, wishes: Collection[UUID]) -> None:
    """What was chosen is over, or began: there is nothing to talk about at the end of its trial."""
    tried = Taken.objects.filter(wish__in=wishes, step=Step.TRIED.value, item__look_on__isnull=False)
    look_no_more(write, door.within(tried))
