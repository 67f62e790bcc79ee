"""From wish to standing person: where someone stands for a child, in one meaning, and which step may be written next.

States are dated records: wished, asked, answered, tried, began, paused, ended (issue 5, 2).  None of them is about the
child: no age, no capacity, no language (R1, A132), and no voice of a parent or a worker (R2, A97, A111, A122).  Only
the child ends or pauses, and the person for itself: nobody is obliged to accept (brief 1.2).  Somebody of the circle is
asked only with the child's recorded yes (R9, B68, B70); nobody tries or begins who never said yes.
Conditions of the law are another question (`law.trust_person`), and factors of a JIM advise (`law.jim`).
Each code below is a heading in docs/law/steps.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide
from kring.law.time import Dated, months_later

TRIAL_MONTHS = Dated({date(2026, 1, 1): 3})
"""What JIM practice suggests for a trial (C101).  Advice, no rule of law: another length is as good, and so is none."""

ASKED_BEFORE = 3
"""Months that somebody may have been asked before the child said here whom it chose; longer ago: a slip of the pen."""


class Step(StrEnum):
    """What a dated record can say of one person in one meaning."""

    WISHED = "wished"  # the child said so; it stands
    ASKED = "asked"  # somebody asked the person
    ANSWERED = "answered"  # what the person said
    TRIED = "tried"  # they try it out
    BEGAN = "began"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"


class Voice(StrEnum):
    """Whose word a record is; who wrote it down is another thing."""

    CHILD = "child"
    PERSON = "person"
    OTHER = "other"  # a parent, a worker, anybody else


class Asker(StrEnum):
    """Who asks the person; chosen for each person apart (B70)."""

    CHILD = "child"
    TOGETHER = "together"  # the child and who works with it
    PARENT = "parent"
    WORKER = "worker"


class How(StrEnum):
    """How one asks (A226b)."""

    VISIT = "visit"
    LETTER = "letter"
    CALL = "call"
    MESSAGE = "message"


class Answered(StrEnum):
    """What the person said; each of them is an answer."""

    YES = "yes"
    THINKING = "thinking"
    NOT_NOW = "not_now"
    NO = "no"


class Stand(StrEnum):
    """Where someone stands today."""

    WISHED = "wished"
    ASKED = "asked"
    THINKING = "thinking"
    NOT_NOW = "not_now"
    NO = "no"
    DESIGNATED = "designated"  # the child chose, and the person said yes
    TRIED = "tried"
    SERVING = "serving"
    PAUSED = "paused"
    ENDED = "ended"


STAYS = frozenset({Stand.DESIGNATED, Stand.TRIED, Stand.SERVING})
"""Who said yes, and does not rest: somebody who is there when a worker goes or the help ends (A170, C113)."""
NO_YES_YET = frozenset({Stand.WISHED, Stand.ASKED, Stand.THINKING})
"""Chosen, and nobody wrote down a yes: nobody counts on it, and it is no no either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One dated record, since the wish it belongs to."""

    step: Step
    on: date
    voice: Voice = Voice.CHILD
    reply: Answered | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A record that somebody wants to write, and what is known of asking.

    `child_said_yes`: the recorded yes of the child, however it was expressed; asked only where another than the child
    does the asking.  `restricted`: a restriction of contact is in force (R28).
    `denied`: whose own word it is, where such a word was written by another before and denied.
    """

    record: Record
    asker: Asker | None = None
    child_said_yes: bool | None = None
    restricted: bool = False
    denied: Voice | None = None


SAYS = {
    Step.WISHED: frozenset({Voice.CHILD}),
    Step.ASKED: frozenset(Voice),  # whoever asks: with the child's yes
    Step.ANSWERED: frozenset({Voice.PERSON}),
    Step.TRIED: frozenset({Voice.CHILD}),
    Step.BEGAN: frozenset({Voice.CHILD}),
    Step.PAUSED: frozenset({Voice.CHILD, Voice.PERSON}),
    Step.ENDED: frozenset({Voice.CHILD, Voice.PERSON}),
}
"""Whose word it can be.  Of going on after a pause: the one who paused."""
TOGETHER = frozenset({Step.ASKED, Step.TRIED, Step.BEGAN, Step.RESUMED})
"""What brings them together whatever is said with it (R28)."""

ANSWERS: dict[Answered | None, Stand] = {
    Answered.THINKING: Stand.THINKING,
    Answered.NOT_NOW: Stand.NOT_NOW,
    Answered.NO: Stand.NO,
}


def stands(records: Sequence[Record]) -> Stand:
    """Where someone stands, out of the records since the wish, in the order in which they were written.

    What was written in another order than it happened (first the yes, then who asked) stands all the same.
    """
    steps = {one.step for one in records}
    said = reply(records)
    weighed = (
        (Step.ENDED in steps, Stand.ENDED),
        (_paused(records) is not None, Stand.PAUSED),
        (Step.BEGAN in steps, Stand.SERVING),
        (said in ANSWERS, ANSWERS.get(said, Stand.WISHED)),
        (Step.TRIED in steps, Stand.TRIED),
        (said is Answered.YES, Stand.DESIGNATED),
        (Step.ASKED in steps, Stand.ASKED),
    )
    return next((where for so, where in weighed if so), Stand.WISHED)


def reply(records: Sequence[Record]) -> Answered | None:
    """What the person said last, or nothing yet."""
    return next((one.reply for one in reversed(records) if one.step is Step.ANSWERED), None)


def trial(records: Sequence[Record]) -> Record | None:
    """The trial as it was agreed last; a trial that is past ends nothing by itself."""
    return next((one for one in reversed(records) if one.step is Step.TRIED), None)


def was_asked(records: Sequence[Record]) -> bool:
    """Whether somebody asked the person; who answered was asked."""
    return any(one.step in {Step.ASKED, Step.ANSWERED} for one in records)


def is_told_first(record: Record) -> bool:
    """Whether a person tells the child this before any page shows it: a no, or that somebody stops or pauses (R15).

    Of its own accord, that is: what the child itself does it knows.
    """
    said_no = record.step is Step.ANSWERED and record.reply is Answered.NO
    return record.voice is Voice.PERSON and (said_no or record.step in {Step.PAUSED, Step.ENDED})


def may_write(wanted: Wanted, so_far: Sequence[Record], *, on: date) -> Decision:
    """Whose word it is, whether its days can be right, and what belongs to its step.  Nothing else is weighed."""
    new = wanted.record
    return decide(
        Ground("steps.voice", new.voice in _may_say(new.step, so_far)),
        Ground("steps.day", _day_is_right(new, so_far, on)),
        Ground("steps.since-the-wish", _was_chosen(wanted, so_far)),
        *_grounds_of(wanted, so_far),
        *_kept_apart(wanted),
        *_not_denied(wanted),
        on=on,
    )


def brings_together(record: Record) -> bool:
    """Whether this step brings the child and that person together: none of these while contact is restricted (R28)."""
    return record.step in TOGETHER or record.reply is Answered.YES


def _kept_apart(wanted: Wanted) -> tuple[Ground, ...]:
    """What is asked of every question stands with its own grounds; of the other steps only where it is in the way."""
    new = wanted.record
    if new.step is Step.ASKED or not (wanted.restricted and brings_together(new)):
        return ()
    return (Ground("steps.not-restricted", holds=False),)


def _not_denied(wanted: Wanted) -> tuple[Ground, ...]:
    """Once it was said that this was never said, only whose word it is says it (R2, R9)."""
    if wanted.denied is None:
        return ()
    whose = "steps.word-of-the-child" if wanted.denied is Voice.CHILD else "steps.word-of-the-person"
    return (Ground(whose, holds=False),)


def _grounds_of(wanted: Wanted, so_far: Sequence[Record]) -> tuple[Ground, ...]:
    step = wanted.record.step
    if step is Step.ASKED:
        itself = wanted.asker is Asker.CHILD
        yes = Ground("steps.child-said-yes", True if itself else wanted.child_said_yes)
        return yes, Ground("steps.not-restricted", not wanted.restricted)
    if step is Step.ANSWERED:
        return (Ground("steps.asked", True if was_asked(so_far) else None),)
    if step in {Step.TRIED, Step.BEGAN}:
        said = reply(so_far)
        return (Ground("steps.person-agrees", None if said is None else said is Answered.YES),)
    return ()


def _may_say(step: Step, so_far: Sequence[Record]) -> frozenset[Voice]:
    if step is not Step.RESUMED:
        return SAYS[step]
    paused = _paused(so_far)
    return frozenset({paused.voice}) if paused else frozenset()


def _paused(records: Sequence[Record]) -> Record | None:
    last = next((one for one in reversed(records) if one.step in {Step.PAUSED, Step.RESUMED}), None)
    return last if last is not None and last.step is Step.PAUSED else None


def _day_is_right(new: Record, so_far: Sequence[Record], on: date) -> bool:
    """Not a day to come, not an end before its start, not an answer before the first question."""
    if new.on > on or (new.until is not None and new.until <= new.on):
        return False
    asked = [one.on for one in so_far if one.step is Step.ASKED]
    if new.step is Step.ANSWERED and asked and new.on < min(asked):
        return False
    follows = {
        Step.PAUSED: {Step.WISHED, Step.BEGAN},
        Step.RESUMED: {Step.PAUSED},
        Step.ENDED: {Step.WISHED, Step.BEGAN, Step.TRIED, Step.PAUSED, Step.RESUMED},
    }.get(new.step, set())
    return all(new.on >= one.on for one in so_far if one.step in follows)


def _was_chosen(wanted: Wanted, so_far: Sequence[Record]) -> bool:
    """Whether the child had chosen this person by that day; it may have asked itself before it said so here.

    Nobody else asks before the child chose: nobody of its circle is contacted without its yes (R9).
    """
    new, itself = wanted.record, wanted.asker is Asker.CHILD
    before = ASKED_BEFORE if itself or new.step is Step.ANSWERED else 0
    earlier = {Step.ASKED: before, Step.ANSWERED: before, Step.TRIED: 0, Step.BEGAN: 0}.get(new.step)
    chosen = [one.on for one in so_far if one.step is Step.WISHED]
    return earlier is None or not chosen or new.on >= months_later(min(chosen), -earlier)
