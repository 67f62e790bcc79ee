"""A who-session as its page shows it: the row, and what was noted on the way (what is being typed, the card, the time).

The notes are a draft: closed, apart from the log, erased when the session ends.  Each page that is open has a line of
its own in them, so that two devices never write over each other's words.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Self
from uuid import UUID

from kring.access.door import Door, RefusedError
from kring.access.models import Draft
from kring.access.questions import Question
from kring.circle.cards import Age, Card, Mode
from kring.circle.domains import Layer
from kring.circle.models import WhoSession
from kring.circle.questions import card, cards_for

REPORT_MINUTES = 48  # what the report of 2019 says that such a talk takes (B44): a comparison, never a norm


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What stands in the draft of a session."""

    lines: dict[str, str] = field(default_factory=dict)  # page -> what is being typed there
    card: int = 0
    furthest: int = 0
    seconds: int = 0
    minutes: int | None = None  # the timer, if the worker wants one
    acts: list[str] = field(default_factory=list)  # what can be undone, the last one last

    @classmethod
    def read(cls, body: str) -> Self:
        """Notes out of a draft."""
        return cls(**json.loads(body))

    def written(self) -> str:
        """Notes as they go into a draft."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def typed(self) -> str:
        """All that was being typed somewhere, so that a page that opens loses none of it."""
        return _together(self.lines.values())

    def typed_at(self, card_id: str) -> str:
        """The same, for one of the three questions of a crisis: its pages add the question to their name."""
        return _together(text for page, text in self.lines.items() if page.endswith(f"-{card_id}"))


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session with its notes."""

    row: WhoSession
    notes: Notes

    @property
    def key(self) -> UUID:
        """Which session this is."""
        found: UUID = self.row.pk
        return found

    @property
    def mode(self) -> Mode:
        """How it is held."""
        return Mode(self.row.mode)

    @property
    def age(self) -> Age:
        """For whom its cards are written."""
        return Age(self.row.age)

    @property
    def layer(self) -> Layer:
        """Whose picture is being made."""
        return Layer(self.row.layer)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The questions, in order."""
        return cards_for(self.mode, self.age)

    @property
    def seen(self) -> list[Card]:
        """The questions that were asked; "I do not know" is an answer too."""
        told = [card(entry.partition(":")[0]) for entry in self.row.cards]
        here = [] if self.row.ended_at else self.cards[: self.notes.furthest + 1]
        return [one for one in dict.fromkeys([*told, *here]) if one is not None]

    def named_at(self, card_id: str) -> list[UUID]:
        """Who was named at a question of a crisis, in that order."""
        told = (entry.partition(":") for entry in self.row.cards)
        return [UUID(member) for name, _, member in told if name == card_id and member]

    @property
    def minutes(self) -> int:
        """How long it took, in whole minutes; without a script only the clock of the server is known."""
        seconds = self.row.seconds or self.notes.seconds
        if not seconds and self.row.ended_at:
            seconds = int((self.row.ended_at - self.row.started_at).total_seconds())
        return max(1, round(seconds / 60))


def running(door: Door) -> Sitting | None:
    """The session that is going on or was paused, if there is one."""
    row = next(iter(_RUNNING.of(door)), None)
    return _with_notes(row) if row else None


def sitting(door: Door, key: UUID) -> Sitting:
    """One session.  Raises `RefusedError` where there is none."""
    row = door.within(WhoSession.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return _with_notes(row)


def _together(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text.strip()))


def _with_notes(row: WhoSession) -> Sitting:
    draft = Draft.objects.filter(pk=row.pk).first()
    return Sitting(row, Notes.read(draft.body) if draft else Notes())


_RUNNING = Question(
    WhoSession, lambda within: within(WhoSession.objects.filter(ended_at=None)).order_by("-started_at")[:1]
)
