"""Writing down a step from wish to standing person: the law is asked, and one row is written (R2, R9)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import placing
from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.law.access import Klass, Topic
from kring.law.decision import Decision
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Asker, How, Record, Step, Voice, may_write
from kring.rights import facts, own_word, pauses
from kring.rights.acts import signs, trials
from kring.rights.denied import own_yes_is_asked
from kring.rights.models import Question, Taken
from kring.rights.paths import Path, wanted


class MayNotTake(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold; the wish stands all the same."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A step as somebody says it: on which day, whose word it is, and what belongs to it.

    `expressed` is how the child said yes to it; empty when the child does it with its own hands.
    """

    step: Step
    on: date
    voice: Voice = Voice.CHILD
    until: date | None = None
    asker: Asker | None = None
    how: How | None = None
    reply: Answered | None = None
    expressed: str = ""
    words: str = ""
    present: str = ""
    noticed_on: date | None = None

    @property
    def look_on(self) -> date | None:
        """Of a trial its last day: then they talk about how it was (C101)."""
        return self.until if self.step is Step.TRIED else None

    @property
    def record(self) -> Record:
        """What law reads of it."""
        return Record(step=self.step, on=self.on, voice=self.voice, reply=self.reply, until=self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The question, as child and worker prepare it together (A226b)."""

    asker: Asker
    how: How
    words: str = ""
    present: str = ""
    if_no: str = ""


def filing(path: Path, look_on: date | None = None) -> Filing:
    """Where a step belongs: the child's own words, about this person."""
    return Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=path.member, look_on=look_on)


def take(door: Door, path: Path, new: New, *, act: UUID, on: date) -> None:
    """Write down one step.  Raises `MayNotTake` with the grounds.

    That a legal trust person begins is `acts.serving`, and that somebody ends it is `acts.wishes`: no row of its own.
    Who begins as a JIM comes in as one from then on, where it has a way in (R3): its own pages say so.
    """
    _only_a_step_of_this_voice(door, path, new)
    asked = wanted(door, path, new.record, asker=new.asker, expressed=new.expressed)
    waits = new.step in {Step.TRIED, Step.BEGAN} and own_yes_is_asked(door, path.member)
    decision = may_write(asked, path.without_a_yes if waits else path.records, on=on)
    if not decision.allowed:
        raise MayNotTake(decision)
    with door.writes(Event.STEP_TAKEN, once=act, codes=(new.step.value, path.meaning.value)) as write:
        row = {name: getattr(new, name) for name in ("expressed", "words", "present", "noticed_on")}
        codes = {name: getattr(new, name) or "" for name in ("step", "voice", "asker", "how", "reply")}
        keys = {"wish_id": path.wish.pk, "member_id": path.member}
        look_on = pauses.tells_on(path, new.step, new.voice, new.on) or new.look_on
        write.add(Taken, filing(path, look_on), taken_on=new.on, until_on=new.until, **keys, **row, **codes)
        trials.goes_on(write, new.step, path.taken)
        if new.step in {Step.ASKED, Step.ANSWERED} and path.wish.unasked_since:
            write.change(path.wish, unasked_since=None)
        if new.reply is Answered.YES:
            facts.stands_again(door, path.member, path.meaning)
        if new.step in {Step.PAUSED, Step.RESUMED}:
            signs.rest(write, path.wish, new.on if new.step is Step.PAUSED else None)
        if new.step is Step.BEGAN:
            placing.stand_as(door, path.member, facts.comes_in_as(door, path.member))


def _only_a_step_of_this_voice(door: Door, path: Path, new: New) -> None:
    """None that is an act of its own; nor what the person is asked to say itself, where it comes in here (R2)."""
    legal = path.meaning is Meaning.TRUST_PERSON and new.step is Step.BEGAN
    if legal or new.step in {Step.WISHED, Step.ENDED} or own_word.is_asked(door, path.member, new.record):
        raise NotAllowedError


def prepare(door: Door, path: Path, prepared: Prepared, *, act: UUID, on: date) -> None:
    """Keep the question that they prepared; the last one counts, and nobody is asked by it yet."""
    with door.writes(Event.QUESTION_PREPARED, once=act, codes=(prepared.asker.value, prepared.how.value)) as write:
        told = {name: getattr(prepared, name) for name in ("asker", "how", "words", "present", "if_no")}
        write.add(Question, filing(path), wish_id=path.wish.pk, made_on=on, **told)


def give_notice(door: Door, path: Path, *, act: UUID, on: date) -> None:
    """The person got the notice on what is held about it (R9).  Raises `NotAllowedError` before it was asked."""
    asked = path.last(Step.ASKED)
    if asked is None:
        raise NotAllowedError
    with door.writes(Event.NOTICE_GIVEN, once=act) as write:
        write.change(asked, version=asked.item.version, noticed_on=on)
