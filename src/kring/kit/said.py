"""The shape of what a ground of law or a factor of a JIM says to people (`kit/grounds.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Said:
    """The four sentences of a ground or a factor."""

    asks: Words
    holds: Words
    against: Words
    missing: Words

    def when(self, holds: object) -> Words:
        """The sentence for what is known of it: True, False, or nothing yet."""
        known = self.holds if holds is True else self.against
        return self.missing if holds is None else known
