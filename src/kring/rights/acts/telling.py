"""What the child does not know yet is told by a person: who will, and who did (R15).  One way for all of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who will tell the child, how and where, and when."""

    teller: str = ""
    how: str = ""
    tells_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """It was told: on which day, by whom, who was there too, what the child said, the goodbye, and who steps in.

    `turn_to`: whom of its circle the child wants to turn to; that one is asked first.
    """

    on: date
    by: str = ""
    beside: str = ""
    reaction: str = ""
    goodbye: str = ""
    steps_in: str = ""
    turn_to: tuple[UUID, ...] = ()
    goodbye_on: date | None = None
