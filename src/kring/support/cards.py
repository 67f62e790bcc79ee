"""Short cards to read when one wants to: optional, and nobody sees who read what (C220)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

CARDS = Path(__file__).with_name("cards.toml")


@cache
def cards() -> tuple[dict[str, Any], ...]:
    """Every card: a title, and a few lines."""
    return tuple(tomllib.loads(CARDS.read_text(encoding="utf-8"))["card"])
