"""What law has to weigh although the visitor may not read it: whether something is so, and none of its words.

What comes out of it is the ground of a decision (R4), such as that the child itself chose somebody while the director
weighs an appointment (R6), on which day and in which form it did so before, or the last day of a limit for whom it
binds (R2); never words, and of a choice never whom.
"""

from typing import TypeVar

from django.db.models import Q

from kring.access.door import Door
from kring.access.kept import Kept, KeptQuerySet

M = TypeVar("M", bound=Kept)


def for_the_law(door: Door, rows: KeptQuerySet[M]) -> KeptQuerySet[M]:
    """These rows of this child, whoever asks: for a module of `law` to weigh, and for no page to tell."""
    return rows.opened(Q(item__dossier=door.dossier.pk))
