"""Noor's life in Kring, for who tries everything in any order: who acts, what was tried, and what should stand there.

What should stand there is worked out beside the rows, out of who acted and what was said.  No birthday and no capacity
is read for it anywhere: where both agree whatever her age, none stands on the path (R1, A132).
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from kring.access.door import Door, RefusedError
from kring.access.kept import Kept
from kring.access.writing import NotAllowedError, StaleError
from kring.agreements.acts.agreeing import MayNotAgree
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.loyalty.acts.hearing import MayNotAsk
from kring.rights.acts.appointing import MayNotAppoint
from kring.rights.acts.conditions import Finding
from kring.rights.acts.limiting import MayNotLimit
from kring.rights.acts.serving import MayNotServe
from kring.rights.acts.steps import MayNotTake
from kring.rights.models import Serving, Taken, Wish
from tests.family import Family, undone

EVERYBODY = ("noor", "worker", "lotte", "greet", "bram", "hilde", "mo", "ann", "tarik", "wilma", "karim", "rita")
EVERYBODY += ("nadia", "dirk", "an")
MOSTLY = ("noor", "worker") * 6 + EVERYBODY
"""So that half of what is tried happens."""
PEOPLE = ("wilma", "karim", "johan")
"""Whom she names: one comes in as her JIM, one as a supporter, and one has no way in."""
REFUSED = (RefusedError, NotAllowedError, StaleError, MayNotTake, MayNotServe, MayNotAppoint, MayNotLimit)
REFUSED += (MayNotAsk, MayNotAgree)
SAW = {
    "adult": (Finding(code=ADULT, holds=True),),
    "minor": (Finding(code=ADULT, holds=False),),
    "apart": (Finding(code=INDEPENDENT, holds=True),),
    "involved": (Finding(code=INDEPENDENT, holds=False),),
    "clear": (Finding(code=EXTRACT, holds=True), Finding(code=ENTRY, holds=True)),
    "entry": (Finding(code=EXTRACT, holds=True), Finding(code=ENTRY, holds=None)),
}
"""What somebody can see of the conditions, as the page has a tap for each."""
Named = tuple[str, Meaning]


At = Callable[[datetime], None]
"""Sets the clock of the house."""


class Whom(NamedTuple):
    """Of whom something is tried."""

    number: int
    anybody: bool
    who: str
    meaning: Meaning


class Days:
    """The clock of the house, that only goes on."""

    def __init__(self, set_it: At) -> None:
        self._set, self._now = set_it, clock.now()

    @property
    def today(self) -> date:
        return clock.day(self._now)

    def pass_by(self, days: int) -> None:
        self._now += timedelta(days=days)
        self._set(self._now)


@dataclass
class Looked:
    """What is known of the conditions of one person: the last word on each, and on an entry."""

    adult: bool | None = None
    apart: bool | None = None
    extract: bool = False
    entry: str = ""  # clear, open, passed_on, yes or no

    def see(self, saw: str) -> None:
        """Somebody looked.  What the director decided is not undone by looking anew."""
        if saw in {"adult", "minor"}:
            self.adult = saw == "adult"
        elif saw in {"apart", "involved"}:
            self.apart = saw == "apart"
        else:
            self.extract = True
            self.entry = "no" if self.entry == "no" else "open" if saw == "entry" else "clear"

    def may_be_decided(self, *, by_the_director: bool) -> bool:
        return self.entry in {"open", "passed_on"} or (by_the_director and self.entry in {"yes", "no"})

    @property
    def serves(self) -> bool:
        """The four conditions, and an entry that is settled: nothing of the child, and nobody's opinion."""
        return bool(self.adult and self.apart and self.extract and self.entry in {"clear", "yes"})


@dataclass
class Expected:
    """What should stand there, out of what was said and seen."""

    named: list[Named] = field(default_factory=list)
    ended: list[tuple[str, Meaning, str]] = field(default_factory=list)
    replies: dict[Named, Answered] = field(default_factory=dict)
    serving: set[str] = field(default_factory=set)
    looked: dict[str, Looked] = field(default_factory=dict)
    appointed: list[str] = field(default_factory=list)  # one for each that is in force

    def names(self, who: str, meaning: Meaning) -> bool:
        return (who, meaning) in self.named

    def trusts(self, who: str) -> bool:
        return self.names(who, Meaning.TRUST_PERSON)

    @property
    def a_choice_stands(self) -> bool:
        """Of a trust person, who did not say no."""
        chosen = [who for who, meaning in self.named if meaning is Meaning.TRUST_PERSON]
        return any(self.replies.get((who, Meaning.TRUST_PERSON)) is not Answered.NO for who in chosen)

    def agrees(self, who: str, meaning: Meaning) -> bool:
        """Nobody is obliged: it begins by a yes of the person itself, to this one thing (brief 1.2, R9)."""
        return self.replies.get((who, meaning)) is Answered.YES

    def ends(self, who: str, meaning: Meaning, voice: str) -> None:
        """In one step, for all that was said of this person in this meaning; what was looked at goes with it (R5)."""
        self.ended += [(who, meaning, voice)] * self.named.count((who, meaning))
        self.named = [one for one in self.named if one != (who, meaning)]
        self.replies.pop((who, meaning), None)
        if meaning is Meaning.TRUST_PERSON:
            self.serving.discard(who)
            self.looked.pop(who, None)


class Living:
    """One life: what happens in it did not happen for the next."""

    def __init__(self, family: Family, set_the_clock: At) -> None:
        self.family, self.days, self.should = family, Days(set_the_clock), Expected()
        self.worker = "lotte"
        self._doors: dict[str, Door] = {}
        self._door_of: dict[str, tuple[str, date]] = {}
        self._read: dict[tuple[Any, str], list[Any]] = {}
        self._open = ExitStack()
        self._open.enter_context(undone())
        self.days.pass_by(0)

    def over(self) -> None:
        self._open.close()

    @property
    def today(self) -> date:
        return self.days.today

    def who(self, by: str) -> str:
        """`worker` is whoever works with her now."""
        return self.worker if by == "worker" else by

    def whom(self, told: Whom) -> Named:
        """Somebody she named, as what she named it; where nobody is, or on a whim, anybody as anything."""
        if told.anybody or not self.should.named:
            return told.who, told.meaning
        return self.should.named[told.number % len(self.should.named)]

    def writes_for_her(self, by: str) -> bool:
        """She, and who works with her now: nobody else writes what she says."""
        return self.who(by) in {"noor", self.worker}

    def door(self, by: str, section: Section = Section.RIGHTS) -> Door:
        return self.family.door(self.who(by), section)

    def rows(self, model: type[Kept], by: str = "worker") -> list[Any]:
        """Every row there is, as who works with her reads it, or she; read once for as long as nobody wrote."""
        if self._door_of.get(by) != (self.who(by), self.today):
            self._door_of[by], self._doors[by] = (self.who(by), self.today), self.door(by)
        if (model, by) not in self._read:
            self._read[model, by] = list(self._doors[by].within(model.objects.order_by("pk")))
        return self._read[model, by]

    def does(self, act: Callable[[], Any]) -> bool:
        """Somebody tries; what was refused left nothing."""
        try:
            with transaction.atomic():
                act()
        except REFUSED:
            return False
        self.reads_anew()
        return True

    def reads_anew(self) -> None:
        self._read.clear()

    def tries(self, act: Callable[..., Any], by: str, section: Section, *told: Any, **facts: Any) -> bool:
        """Somebody tries an act through a door of its own."""
        return self.does(lambda: act(self.door(by, section), *told, act=uuid7(), **facts))

    def what_she_said(self) -> list[tuple[Any, ...]]:
        """Whom she chose, until when, and who serves: no act but that of her or the person changes it."""
        said = [(one.pk, one.withdrawn_on, one.ended_by) for one in self.rows(Wish, "noor")]
        served = [(one.pk, one.ended_on) for one in self.rows(Serving)]
        return [*said, *served, *((one.pk,) for one in self.rows(Taken, "noor"))]

    def member(self, who: str) -> UUID:
        return self.family.member(who)

    def name_of(self, member: UUID) -> str:
        return next((one for one in PEOPLE if self.member(one) == member), "somebody else")

    @staticmethod
    def act() -> UUID:
        return uuid7()
