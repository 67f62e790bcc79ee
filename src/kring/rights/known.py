"""The places to turn to that Kring knows by itself: data with a source and a day, in `places.toml` (brief 1.8, 6)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kring.law.source import Status
from kring.law.support import For

HERE = Path(__file__).with_name("places.toml")
LUS = "Lus vzw"
COMPLAINTS = "Klachtenlijn van het Kinderrechtencommissariaat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One of them."""

    name: str
    words: str
    page: str
    whom: For
    """Where it goes when a house takes it over."""
    shown_to: frozenset[For]
    """On whose pages it stands by itself; empty: it is a proposal to the house and no more."""
    source: str
    read_on: date
    status: Status

    @property
    def initial(self) -> dict[str, str]:
        """What a house begins with when it takes it over."""
        return {
            "name": self.name,
            "words": self.words,
            "page": self.page,
            "whom": self.whom.value,
            "source": self.source,
        }

    @property
    def is_open(self) -> bool:
        """Nobody read it at the source: it waits for a jurist, and says so."""
        return self.status is not Status.VERIFIED


@cache
def places() -> tuple[Known, ...]:
    """All of them, in the order in which they are shown."""
    rows = tomllib.loads(HERE.read_text(encoding="utf-8"))["place"]
    return tuple(
        Known(
            **{
                **row,
                "whom": For(row["whom"]),
                "status": Status(row["status"]),
                "shown_to": frozenset(map(For, row["shown_to"])),
            }
        )
        for row in rows
    )


def place(name: str) -> Known:
    """One of them, by its name.  Raises `LookupError`."""
    found = [one for one in places() if one.name == name]
    if not found:
        raise LookupError(name)
    return found[0]
