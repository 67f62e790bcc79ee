"""Names compared as people do: without accents and capitals.  For finding a child again, and for not mixing two up."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

ALIKE = 0.86
"""From here two names are easily mixed up: "Noor" and "Noore", not "Noor" and "Nora"."""


def folded(text: str) -> str:
    """The letters as one would type them quickly."""
    if text.isascii():  # most names: nothing to take away
        return text.casefold().strip()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).strip()


def contains(name: str, typed: str) -> bool:
    """Whether what was typed stands in the name."""
    return folded(typed) in folded(name)


def look_alikes(name: str, others: Iterable[str]) -> list[str]:
    """Those of the others that could be taken for this name."""
    mine = folded(name)
    return [other for other in others if _alike(mine, folded(other))]


def _alike(mine: str, other: str) -> bool:
    first = mine.split()[:1] == other.split()[:1]
    return first or SequenceMatcher(None, mine, other).ratio() >= ALIKE
