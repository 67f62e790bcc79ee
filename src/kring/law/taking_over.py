"""From 18 on the youth may take over what stands here about it: said by itself, and never by a birthday (C54, R15).

No ground and no decision: who is of age may say it, and nobody weighs anything (A132).  What follows from it is one
thing: what is opened in its name, it opens itself.  None of this is law; docs/law/taking-over.md says what is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Said(StrEnum):
    """What the youth says to it; each is an answer, and none is asked why."""

    YES = "yes"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """What was said, on a day: with its own hands, or as a worker heard or saw it."""

    said: Said
    on: date
    by_itself: bool


def stands(voiced: Sequence[Voiced]) -> Voiced | None:
    """What holds of all that was said, in the order in which it was: the last.  It may always be said otherwise."""
    return voiced[-1] if voiced else None


def may_be_written_for(before: Voiced | None) -> bool:
    """Whether a worker may write down what the youth said: not over what the youth took with its own hands."""
    return not is_in_own_hands(before)


def is_in_own_hands(now: Voiced | None) -> bool:
    """Whether the youth took it over itself.  Then a yes that a worker writes down waits until the youth says it too.

    Only then: who never had a way in of its own could not say it, and would have nobody to open anything.
    """
    return now is not None and now.said is Said.YES and now.by_itself
