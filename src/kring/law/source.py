"""Where a rule comes from, and how sure we are of it.

Nothing here is legal advice; a rule that nobody could read says so itself (R4, brief: open points).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CHECKED_ON = date(2026, 11, 21)  # the sources were last gone through; each page of docs/law repeats this day


class Status(StrEnum):
    """How sure we are of a rule."""

    VERIFIED = "verified"  # read on an official page
    UNVERIFIED = "unverified"  # known in the field, not read at the source
    OPEN = "open"  # a jurist has to say
    OWN = "own"  # no rule of law: a choice of Kring, where the law is silent


@dataclass(frozen=True, slots=True)
class Source:
    """A place to look a rule up: the article, where it was read, and how sure we are."""

    article: str
    status: Status
    read_at: str = ""
