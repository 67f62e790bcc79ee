"""Codes that are read from a paper or a screen and typed over: three groups of four, nothing that looks alike."""

import secrets
from typing import Final

LETTERS: Final = "ACDEFHJKMNPQRTUVWXY34679"
"""Without letters and digits that look or sound alike: 0 and O, 1, I and L, 2 and Z, 5 and S, 8, B and G."""
GROUPS, IN_A_GROUP = 3, 4
LONGEST: Final = 60


def new_code() -> str:
    """A code of some 54 bits, as it is kept: without dashes."""
    return "".join(secrets.choice(LETTERS) for _ in range(GROUPS * IN_A_GROUP))


def in_groups(code: str) -> str:
    """As it is shown."""
    return "-".join(code[n : n + IN_A_GROUP] for n in range(0, len(code), IN_A_GROUP))


def as_kept(typed: str) -> str:
    """What someone typed or pasted: capitals, spaces and dashes are no mistake."""
    return "".join(letter for letter in typed[:LONGEST].upper() if letter in LETTERS)
