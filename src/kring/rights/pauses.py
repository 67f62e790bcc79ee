"""A pause that the child asked, and that it goes on: which of it a person still tells to who was chosen (R15).

No message tells it, and the pages of that person say nothing of it before.  Of a pause that nobody told, nobody tells
either that it is over.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.law.steps import Step, Voice
from kring.rights.models import Taken
from kring.rights.paths import Path

RESTS, ON_AGAIN = Step.PAUSED.value, Step.RESUMED.value


def tells_on(path: Path, step: Step, voice: Voice, on: date) -> date | None:
    """Since when it is to be told; nothing where it is the word of that person, or where there is nothing to tell."""
    if voice is not Voice.CHILD or step not in {Step.PAUSED, Step.RESUMED}:
        return None
    return on if _knows(path.taken) is (step is Step.RESUMED) else None


def _knows(taken: Iterable[Taken]) -> bool:
    """Whether the person was told last that it rests: so its own pages say, also where it went on since, untold."""
    told = [row.step for row in taken if row.passed_on is not None]
    return bool(told) and told[-1] == RESTS


def is_to_tell(row: Taken) -> bool:
    """Whether a row that somebody looks at is one of these."""
    return bool(row.step in {RESTS, ON_AGAIN} and row.voice == Voice.CHILD.value and row.unsaid_on is None)


def to_tell(door: Door, member: UUID) -> list[Taken]:
    """What the child asked of somebody, while nobody told that person yet: that it rests, or that it goes on."""
    asked = Taken.objects.filter(member=member, step__in=[RESTS, ON_AGAIN], item__look_on__isnull=False)
    return [row for row in door.within(asked.order_by("pk")) if is_to_tell(row)]
