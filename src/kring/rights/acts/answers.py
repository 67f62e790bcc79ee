"""What somebody said who was asked: kept with who asked it, how, and by which yes of the child (R9)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from kring.access.door import Door
from kring.kit.keys import uuid7
from kring.rights import paths
from kring.rights.acts import held, steps
from kring.rights.acts.steps import New
from kring.rights.paths import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person said; `asked`: not written down yet; `untold`: a no that the child does not know."""

    said: New
    asked: New | None = None
    untold: bool = False


def answer(door: Door, path: Path, heard: Answer, *, act: UUID, on: date) -> None:
    """The asking and the answer, or neither.  Raises `MayNotTake` with the grounds."""
    with transaction.atomic():
        if heard.asked is not None:
            steps.take(door, path, heard.asked, act=uuid7(), on=on)
            path = paths.path(door, path.wish.pk)
        keep = held.hold if heard.untold else steps.take
        keep(door, path, heard.said, act=act, on=on)
