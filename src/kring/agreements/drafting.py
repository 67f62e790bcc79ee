"""What is being typed of an agreement: the pages so far, in one closed text beside the version (`access.Draft`).

It is kept with each short page, stands in no log, opens nothing, and is gone when the version is made or left.  Only
the pages that somebody was on stand in it: what two people type at once, each on another page, both arrives.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from kring.access.models import Draft
from kring.agreements.models import Agreement, Point
from kring.kit import clock
from kring.law import agreements as law


@dataclass(frozen=True, slots=True)
class Key:
    """Which point, whose word, and of whose answers."""

    code: law.Point
    by: str = ""
    listener: str = ""

    def __str__(self) -> str:
        return f"{self.code.value}:{self.by}:{self.listener}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What is said at a point."""

    choice: str = ""
    words: str = ""
    number: str = ""
    towards: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not (self.choice or self.words.strip() or self.number or self.towards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed so far, and the two days."""

    points: Mapping[Key, Value] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)

    def written(self) -> str:
        """As it is kept."""
        return json.dumps({"points": {str(key): asdict(one) for key, one in self.points.items()}, "days": self.days})


def typed(agreement: UUID) -> Typed:
    """What is being typed in this version."""
    draft = Draft.objects.filter(pk=agreement).first()
    return read(draft.body) if draft else Typed()


def read(body: str) -> Typed:
    """What was kept."""
    told: dict[str, Any] = json.loads(body)
    points = {_key(name): Value(**value) for name, value in told.get("points", {}).items()}
    return Typed(points=points, days=told.get("days", {}))


def write_down(row: Agreement, so_far: Typed, draft: Draft | None = None) -> None:
    """Keep it.  Part of an act."""
    if draft is None:
        Draft(item_id=row.pk, body=so_far.written(), saved_at=clock.now()).save(force_insert=True)
    else:
        draft.body, draft.version, draft.saved_at = so_far.written(), draft.version + 1, clock.now()
        draft.save(update_fields=["body", "version", "saved_at"])


def key_of(row: Point) -> Key:
    """Which point a row is."""
    return Key(law.Point(row.code), row.by, row.choice if row.code == law.Point.KNOWS else "")


def value_of(row: Point) -> Value:
    """What a row says."""
    towards = str(row.towards_id) if row.towards_id else ""
    choice = "" if row.code == law.Point.KNOWS else row.choice
    return Value(choice=choice, words=row.words, number=row.number, towards=towards)


def _key(name: str) -> Key:
    code, by, listener = name.split(":")
    return Key(law.Point(code), by, listener)
