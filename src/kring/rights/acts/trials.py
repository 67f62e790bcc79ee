"""What somebody looks at until it goes on, begins or ends: the end of a trial (C101), a pause that the child asked.

That pause, and that it goes on after it, a person tells to who was chosen (R15).  Part of those acts.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Writing
from kring.law.steps import Step
from kring.rights.models import Taken

WHAT_ENDS_IT = {
    Step.TRIED.value: frozenset({Step.TRIED, Step.BEGAN}),
    Step.PAUSED.value: frozenset({Step.PAUSED, Step.RESUMED}),
    Step.RESUMED.value: frozenset({Step.PAUSED, Step.RESUMED}),
}
"""By which step nobody looks any more at one of before."""


def look_no_more(write: Writing, taken: Iterable[Taken]) -> None:
    """At none of these anybody looks any more."""
    for row in taken:
        if row.item.look_on is not None:
            write.look_again(row, on=None)


def goes_on(write: Writing, step: Step, taken: Iterable[Taken]) -> None:
    """It begins, goes on, or is tried or paused anew: at the step of before nobody looks any more."""
    look_no_more(write, [row for row in taken if step in WHAT_ENDS_IT.get(row.step, ()) and not row.unsaid_on])


def over(door: Door, write: Writing, wishes: Collection[UUID]) -> None:
    """What was chosen is over: there is nothing to talk about at the end of its trial, and no pause to tell."""
    _over(door, write, wishes, WHAT_ENDS_IT)


def begun(door: Door, write: Writing, wishes: Collection[UUID]) -> None:
    """It serves: there is nothing to talk about at the end of its trial; of a pause it is still to be told."""
    _over(door, write, wishes, [Step.TRIED.value])


def _over(door: Door, write: Writing, wishes: Collection[UUID], steps: Iterable[str]) -> None:
    looked_at = Taken.objects.filter(wish__in=wishes, step__in=list(steps), item__look_on__isnull=False)
    look_no_more(write, door.within(looked_at.filter(unsaid_on=None)))
