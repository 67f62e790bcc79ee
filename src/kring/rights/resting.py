"""Who rests for a while beside a child; and for the person itself where it stands: its own pause, its trial (R15).

Of a pause that the child asked it reads what a person told it: that it rests, and then that it goes on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from kring.access import reported
from kring.access.door import Door
from kring.access.questions import Question
from kring.access.weighed import to_weigh
from kring.circle.models import Sign
from kring.kit import clock
from kring.law.access import Klass, Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Record, Stand, Step, Voice, stands, trial
from kring.law.ways import NETWORK
from kring.rights.models import Taken, Wish

FACTS = (
    *("step", "voice", "reply", "taken_on", "until_on", "passed_on"),
    *("item__klass", "item__made_at"),
)
"""What is read of a step that was taken with the visitor."""
SAID_FOR = timedelta(days=14)
"""How long its pages say that it goes on: one who opens them once a week reads it."""
TRIED = frozenset({Meaning.JIM, Meaning.TRUST_PERSON})
"""As what one may be on trial.  Who was chosen as both is told of neither: a step is read by person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The pause that the visitor itself asked, or that the child asked and a person told it."""

    since: date
    is_told: bool
    """Whether a person told the child."""
    goes_on: bool
    """The visitor said that it goes on, and the child still reads that it rests."""
    by_child: bool = False
    """The child asked it, so the child says when it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The trial to which the visitor said yes, with its days as they were agreed."""

    since: date
    until: date | None
    meaning: Meaning

    @property
    def is_past(self) -> bool:
        """Whether its last day has been: nothing ended by that, and nobody is on trial any more either."""
        return self.until is not None and self.until < clock.today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where the visitor stands, as it reads it itself."""

    pause: Pause | None = None
    trial: Trial | None = None
    again: date | None = None
    """Since when it goes on, after a pause that the child asked: a person told it that, not long ago."""


def own_pause(door: Door) -> Pause | None:
    """Its own word and nothing else: not the pause that the child asked, and nothing of whom it chose."""
    pause = pause_here(door)
    return None if pause is None or pause.by_child else pause


def pause_here(door: Door) -> Pause | None:
    """The pause as it reads it: its own, or that of the child once a person told it (R15)."""
    return where_i_stand(door).pause


def where_i_stand(door: Door) -> Here:
    """The pause that the visitor asked or was told, and the trial that it is on.  Three statements at most.

    What a worker wrote down as its word is asked of it first, and is no pause before the child knows or it said so.
    Alike rows come once: of what this one may not read, nothing can be told by how many there are.
    """
    mine = door.sieve(Section.SUPPORT).mine if door.relation in NETWORK else frozenset()
    since = _chosen_since(door, mine) if mine else {}
    rows = _still([one for one in _of(door, mine) if one.item__made_at >= min(since.values())]) if since else []
    if not rows:
        return Here()
    pause = _pause(*rows)
    if pause is not None and not pause.is_told and reported.of(mine) is not None:
        pause = None
    meanings = {Meaning(one) for one in since} & TRIED
    trial = _trial(rows[0], *meanings) if len(meanings) == 1 else None
    return Here(pause=pause, trial=trial, again=_again(rows[0]))


def _chosen_since(door: Door, mine: Collection[UUID]) -> dict[str, datetime]:
    """As what it was chosen, and from which moment on that stands."""
    wishes = to_weigh(door, Wish.objects.in_force().filter(member__in=mine)).order_by("-item__made_at")
    return dict(wishes.values_list("meaning", "item__made_at").distinct())


def _of(door: Door, mine: Collection[UUID]) -> Any:  # noqa: ANN401  # rows of FACTS
    steps = to_weigh(door, Taken.objects.filter(member__in=mine, unsaid_on=None))
    return steps.order_by("item__made_at").values_list(*FACTS, named=True).distinct()


def _still(rows: list[Any]) -> list[list[Any]]:
    """Without what the person took back before the child knew; and whether it said that it goes on.  Or nothing."""
    denials = [row for row in rows if _is_held(row) and row.step == Step.RESUMED.value]
    last = denials[-1].item__made_at if denials else None
    kept = [row for row in rows if not _is_held(row) or last is None or row.item__made_at > last]
    return [kept, denials] if kept else []


def _is_held(row: Any) -> bool:  # noqa: ANN401  # a row of FACTS
    return bool(row.item__klass == Klass.CONFIDENCE.value)


def _known_last(rows: list[Any]) -> Any:  # noqa: ANN401  # a row of FACTS, or nothing
    """What it knows last of resting: its own word, and of what the child said only what a person told it."""
    known = (one for one in rows if one.voice != Voice.CHILD.value or one.passed_on is not None)
    told = [one for one in known if one.step in {Step.PAUSED.value, Step.RESUMED.value}]
    return told[-1] if told else None


def _again(rows: list[Any]) -> date | None:
    """Since when it goes on by the word of the child; said for a while from the day it was told."""
    last = _known_last(rows)
    if last is None or last.step != Step.RESUMED.value or last.voice != Voice.CHILD.value:
        return None
    return last.taken_on if clock.today() <= last.passed_on + SAID_FOR else None


def _pause(rows: list[Any], denials: list[Any]) -> Pause | None:
    last = _known_last(rows)
    over = any(one.step == Step.ENDED.value and one.voice == Voice.PERSON.value for one in rows)
    if over or last is None or last.step != Step.PAUSED.value:
        return None
    if last.voice == Voice.CHILD.value:
        return Pause(since=last.taken_on, is_told=True, goes_on=False, by_child=True)
    return Pause(since=last.taken_on, is_told=not _is_held(last), goes_on=bool(denials))


def _trial(rows: list[Any], meaning: Meaning) -> Trial | None:
    taken = [one for one in rows if one.step != Step.WISHED.value]
    records = [
        Record(
            step=Step(one.step),
            on=one.taken_on,
            voice=Voice(one.voice),
            reply=Answered(one.reply) if one.reply else None,
            until=one.until_on,
        )
        for one in taken
    ]
    tried = trial(records) if stands(records) is Stand.TRIED else None
    return Trial(since=tried.on, until=tried.until, meaning=meaning) if tried is not None else None


def resting(door: Door) -> dict[UUID, date]:
    """Who rests and since when, as the child knows it: nothing of what nobody told it yet.  One statement."""
    return dict(_RESTS.of(door))


_RESTS = Question(
    Sign,
    lambda within: within(Sign.objects.current().exclude(paused_on=None)).values_list("member_id", "paused_on"),
)
