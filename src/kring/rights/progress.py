"""Where someone stands, for the eye: a row of steps in words with their days, one sentence, and one thing to do next.

Advice and no gate: any step can be left out, and the child may end it at each of them (R1, R2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.writing import ITSELF
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.sentences import code_of, sentence
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Asker, How, Stand, Step, Voice
from kring.rights.models import Taken
from kring.rights.paths import Path
from kring.rights.pauses import is_to_tell
from kring.rights.progress_words import (
    ABOUT,
    ALSO,
    CONDITIONS,
    GO_ON,
    MINE,
    NEXT,
    NO_YES,
    NO_YES_YET,
    NOT_NOW,
    NOT_NOW_MINE,
    ORDER,
    SAID,
    SAYS_WHEN,
    SEEN,
    TRIAL_IS_PAST,
    TRIAL_RUNS,
    TRY_OUT,
    UNTOLD,
    WITH_A_YES,
)
from kring.rights.reading import Standing
from kring.rights.triad import Three, three_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One step of the row: done, now, or still ahead."""

    word: Words
    state: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do, with where."""

    word: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One step that was taken, with all that was said of it."""

    word: str
    on: date
    notes: list[str]
    words: str = ""
    by: str = ""
    """Who typed those words, where the person whose words they are did not (R23)."""
    deny: UUID | None = None
    """What the child can say it never said, of what another wrote in its name (R9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One path, for the page of one person."""

    path: Path
    name: str
    child: str = ""
    people: Mapping[UUID, str] = field(default_factory=dict)
    """Who wrote down what the child said, by name."""
    conditions_on: date | None = None
    """The day the last condition was seen, for who may read that."""

    @property
    def says(self) -> str:
        """Where it stands, in a sentence; while contact is restricted nothing goes on, and no page says why (R28)."""
        if self.path.apart:
            return str(NOT_NOW if self.child else NOT_NOW_MINE)
        waits = self.child and self.path.serves_without_a_yes
        return self._told((ABOUT if self.child else MINE)[Stand.ASKED if waits else self.path.stand])

    @property
    def more(self) -> str:
        """What belongs to that: that the child does not know it yet; the trial, and until when."""
        if self.path.is_held:
            return self._told(UNTOLD)
        if self.child and self.path.serves_without_a_yes:
            return self._told(NO_YES)  # to the child a person tells it (R15)
        if self.path.no_yes_known:
            return self._told(NO_YES_YET)
        if self.path.paused_by is Voice.PERSON:
            return self._told(SAYS_WHEN)
        tried = self.path.trial
        if self.path.stand is not Stand.TRIED or tried is None or tried.until is None:
            return ""
        words = TRIAL_IS_PAST if self.path.trial_is_past else TRIAL_RUNS
        return self._told(words, day=date_format(tried.until, "j F Y"))

    @property
    def dots(self) -> list[Dot]:
        """The row of steps; the first that was not taken yet is the one of now.

        What is left out stays behind it, but for the yes of the person: before that nothing begins.
        """
        done = {step: self._day_of(step) for step in self._order}
        order, open_yet = list(done), not (done.get(Step.ANSWERED) or done.get(Step.BEGAN))
        last = max((order.index(step) for step, on in done.items() if on is not None), default=0)
        asks = {Step.ASKED, Step.ANSWERED} if open_yet else set[Step]()
        waits = [step for step, on in done.items() if not on and (order.index(step) > last or step in asks)]
        states = ["done" if on else _state(step, waits) for step, on in done.items()]
        return [
            Dot(word=self._word(step), state=state, on=on if on != date.min else None)
            for (step, on), state in zip(done.items(), states, strict=True)
        ]

    @property
    def next(self) -> Act | None:
        """The one thing to do now; nothing where it rests."""
        stand, meaning = self.path.stand, self.path.meaning
        if self.path.paused_by is Voice.PERSON and not self.child:
            return None
        if stand is Stand.NO and self.path.is_held:
            return self._act(*NEXT[Stand.ENDED])
        if stand is Stand.DESIGNATED and meaning is Meaning.JIM:
            return self._act("tried", TRY_OUT)
        if stand is Stand.TRIED and meaning is not Meaning.TRUST_PERSON:
            return self._act("began", GO_ON)
        return self._act(*NEXT[stand]) if stand in NEXT else None

    @property
    def also(self) -> list[Act]:
        """What one may do as well, quietly."""
        held = {"answered"} if self.path.is_held else set[str]()
        told = [self._act(page, word) for page, word in ALSO.get(self.path.stand, ()) if page not in held]
        quiet = WITH_A_YES.get(self.path.meaning) if self.path.stand is Stand.DESIGNATED else None
        return [*told, self._act(*quiet)] if quiet else told

    @property
    def answers(self) -> list[Act]:
        """What the person may have said already, while nobody wrote down that it was asked: a tap each."""
        if self.path.was_asked or self.path.stand is not Stand.WISHED:
            return []
        tapped = [(self._act("answered", word), reply) for reply, word in SAID.items()]
        return [Act(word=act.word, href=f"{act.href}?reply={reply.value}") for act, reply in tapped]

    @property
    def agrees(self) -> bool:
        """Whether the person said yes, as this visitor may know it."""
        return self.path.reply is Answered.YES

    @property
    def three(self) -> Three:
        """Who look together, where this person is a JIM (C115)."""
        return three_of(self.name, self.child, agrees=self.agrees)

    @property
    def wants_notice(self) -> bool:
        """Whether the person was asked, and did not get the notice yet (R9)."""
        asked = self.path.last(Step.ASKED)
        return asked is not None and asked.noticed_on is None

    @property
    def days(self) -> list[Day]:
        """Every step that was written down, the last first."""
        mine = not self.child
        return [_day(row, self.people, self.name, mine=mine) for row in reversed(self.path.taken)]

    @property
    def _order(self) -> tuple[str, ...]:
        """The steps of the row.  A trial with a trust person is no step of the law: only once agreed it is there."""
        optional = self.path.meaning is Meaning.TRUST_PERSON and self.path.trial is None
        return tuple(step for step in ORDER[self.path.meaning] if step != Step.TRIED or not optional)

    def _act(self, page: str, word: Words) -> Act:
        dossier = self.path.wish.item.dossier_id
        if ":" in page:
            return Act(word=self._told(word), href=address(page, dossier))
        keys = [dossier, *([] if page == "wish" else [self.path.wish.pk])]
        return Act(word=self._told(word), href=address(f"rights:{page}", *keys))

    def _told(self, words: Words, **more: object) -> str:
        told: str = capfirst(str(words).format(name=self.name, child=self.child, **more))
        return told

    def _word(self, step: str) -> Words:
        return SEEN if step == CONDITIONS else sentence(code_of(Step(step)))

    def _day_of(self, step: str) -> date | None:
        if step == CONDITIONS:
            return self.conditions_on or (date.min if self.path.serving else None)
        return next((one.on for one in reversed(self.path.records) if one.step == step), None)


def _state(step: str, waits: list[str]) -> str:
    """Now, still ahead, or left out."""
    if step not in waits:
        return "left"
    return "now" if step == waits[0] else "ahead"


def _passed_on(row: Taken, name: str, on: date) -> str:
    """Who told it to that person, and when (R15)."""
    said = _("%(by)s vertelde het aan %(name)s op %(day)s") if row.passed_by else _("verteld aan %(name)s op %(day)s")
    return said % {"name": name, "by": row.passed_by, "day": date_format(on, "j F Y")}


def _day(row: Taken, people: Mapping[UUID, str], name: str, *, mine: bool) -> Day:
    said = [Asker(row.asker)] if row.asker else []
    codes = [*said, *([How(row.how)] if row.how else []), *([Answered(row.reply)] if row.reply else [])]
    notes = [str(sentence(code_of(one))) for one in codes]
    if row.until_on:
        notes.append(_("tot %(day)s") % {"day": date_format(row.until_on, "j F Y")})
    if row.present:
        notes.append(_("erbij: %(who)s") % {"who": row.present})
    by = people.get(row.item.author_id, "")
    heard = by if row.expressed != ITSELF and row.step == Step.ANSWERED.value else ""
    if by and (row.as_said or row.is_in_its_name or heard):
        notes.append(
            _("opgeschreven door %(who)s op %(day)s")
            % {"who": by, "day": date_format(clock.day(row.item.made_at), "j F Y")}
        )
    if row.as_said:
        notes.append(_("zoals het kwam: %(how)s") % {"how": sentence(code_of(row.as_said))})
    if row.passed_on:
        notes.append(_passed_on(row, name, row.passed_on))
    elif is_to_tell(row) and row.item.look_on is not None:
        notes.append(_("%(name)s weet dit nog niet: een mens vertelt het") % {"name": name})
    deny = row.pk if mine and by and row.is_in_its_name else None
    word = capfirst(str(sentence(code_of(Step(row.step)))))
    return Day(word=word, on=row.taken_on, notes=notes, words=row.words, by=heard, deny=deny)


def progress(seen: Standing, child: str, *, sees_checks: bool) -> dict[Meaning, Progress]:
    """The row of each meaning of one person; with a `child` it speaks about the child."""
    looked = [look.on for look in seen.looks.values()] if sees_checks else []
    all_seen = seen.decision is not None and seen.decision.allowed  # the child and its worker read the same day
    on = max(looked) if looked and all_seen else seen.all_seen_on
    facts: dict[str, Any] = {"name": seen.name, "child": child, "people": seen.people}
    return {
        meaning: Progress(path=path, conditions_on=on if meaning is Meaning.TRUST_PERSON else None, **facts)
        for meaning, path in seen.paths.items()
    }
