"""What is weighed although the visitor may not read it: whether something is so, and none of its words.

By law it is the ground of a decision (R4), such as that the child itself chose somebody while the director weighs an
appointment (R6), on which day and in which form it did so before, or the last day of a limit for whom it binds (R2).
A page follows it where it is silent until a person told something or asked (R9, R15), or leaves out what is over: it
has another shape then, and says nothing of what made it so.  Never words, and of a choice never whom.
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from kring.access.door import Door
from kring.access.kept import Kept, KeptQuerySet
from kring.kit.prepared import Open

M = TypeVar("M", bound=Kept)


def to_weigh(door: Door, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
    """These rows of this child, whoever asks: to weigh whether something is so, in `law` or for the shape of a page.

    No page tells what stands in them: what is told is read through the door.
    """
    return to_weigh_of(door.dossier.pk, rows)


def to_weigh_of(dossier: UUID | Open, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
    """The same, for a statement that is put together once: of the child that is told when it is asked."""
    return rows.opened(Q(item__dossier=dossier))
