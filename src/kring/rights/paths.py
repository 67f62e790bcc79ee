"""The path of one person in one meaning, out of rows: what was taken, where it stands, and what law reads of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField

from kring.access.acts.protecting import is_restricted, kept_apart
from kring.access.door import Door, RefusedError
from kring.access.questions import Question, Within
from kring.access.writing import ITSELF
from kring.kit import clock
from kring.law.meaning import Meaning
from kring.law.steps import (
    STAYS,
    Answered,
    Asker,
    Record,
    Stand,
    Step,
    Voice,
    Wanted,
    brings_together,
    reply,
    stands,
    trial,
    was_asked,
)
from kring.rights.denied import whose_word
from kring.rights.models import Serving, Taken, Wish
from kring.rights.own_word import said_otherwise
from kring.rights.untold import still


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One person in one meaning, since the child named it."""

    wish: Wish
    since: date
    """The first day on which the child chose this person so."""
    taken: tuple[Taken, ...] = ()
    serving: Serving | None = None
    denied: bool = False
    """The person itself said last that what a worker wrote of it is not so, or that it goes on (R2)."""
    yes_denied: bool = False
    """It said that a yes in its name was none, and said no yes itself since: what others write of it waits (R2)."""
    no_yes_known: bool = False
    """The same, and a person talked about it with the child: from then it stands so on every page (R15)."""

    @property
    def member(self) -> UUID:
        """Of whom."""
        member: UUID = self.wish.member_id
        return member

    @property
    def meaning(self) -> Meaning:
        """As what."""
        return Meaning(self.wish.meaning)

    @property
    def apart(self) -> bool:
        """Whether contact with this person is restricted now (R28), of a wish that was read as `path` reads it."""
        return bool(getattr(self.wish, "apart", False))

    @property
    def records(self) -> list[Record]:
        """What law reads, in the order in which it was written."""
        told = [Record(step=Step.WISHED, on=self.since), *map(_record, self.taken)]
        if self.serving is not None:
            told.append(Record(step=Step.BEGAN, on=self.serving.began_on))
        if self.wish.withdrawn_on is not None:
            told.append(Record(step=Step.ENDED, on=self.wish.withdrawn_on, voice=Voice(self.wish.ended_by)))
        return [one for one in told if not (self.no_yes_known and _stands_on_a_yes(one))]

    @property
    def without_a_yes(self) -> list[Record]:
        """The same as law reads it where the person says that its yes was none: nobody tries or begins by it (R2)."""
        return [one for one in self.records if not _stands_on_a_yes(one)]

    @property
    def stand(self) -> Stand:
        """Where it stands today."""
        return stands(self.records)

    @property
    def reply(self) -> Answered | None:
        """What the person said last."""
        return reply(self.records)

    @property
    def said_yes(self) -> bool:
        """Whether the person said yes and did not stop; who rests a while said so before."""
        return self.stand in STAYS or (self.stand is Stand.PAUSED and self.reply is Answered.YES)

    @property
    def serves_without_a_yes(self) -> bool:
        """It began by a yes that another wrote, and the person said that it never said so (`acts.own_answer`)."""
        serves = self.serving is not None and self.stand is Stand.SERVING
        return serves and (self.yes_denied or self.reply is not Answered.YES)

    @property
    def trial(self) -> Record | None:
        """The trial as it was agreed last."""
        return trial(self.records)

    @property
    def trial_is_past(self) -> bool:
        """Whether the last day of the trial has passed: a moment to talk, and nothing ends by it."""
        tried = self.trial
        return tried is not None and tried.until is not None and tried.until <= clock.today()

    @property
    def began_on(self) -> date | None:
        """Since when."""
        return next((one.on for one in reversed(self.records) if one.step is Step.BEGAN), None)

    @property
    def paused_by(self) -> Voice | None:
        """Who paused it, while it is paused."""
        if self.stand is not Stand.PAUSED:
            return None
        return next(one.voice for one in reversed(self.records) if one.step is Step.PAUSED)

    @property
    def was_asked(self) -> bool:
        """Whether somebody asked this person already."""
        return was_asked(self.records)

    @property
    def paused_on(self) -> date | None:
        """Since when it is paused."""
        if self.stand is not Stand.PAUSED:
            return None
        return next(one.on for one in reversed(self.records) if one.step is Step.PAUSED)

    @property
    def is_held(self) -> bool:
        """Whether the person said no, or that it pauses or stops, and the child was not told yet (R15)."""
        return any(row.is_held for row in self.taken)

    def last(self, step: Step) -> Taken | None:
        """The last row of one step."""
        return next((row for row in reversed(self.taken) if row.step == step.value), None)


def path_of(wishes: Iterable[Wish], taken: Iterable[Taken], serving: Serving | None) -> Path:
    """The path, of rows about one person in one meaning that were read already: those in force, or one that ended."""
    first, *more = sorted(wishes, key=lambda one: one.pk)
    keys = {first.pk, *(one.pk for one in more)}
    all_of_it = [row for row in taken if row.wish_id in keys or _is_of(row, first)]
    ours = [row for row in all_of_it if not row.is_about_a_choice]
    told = {"denied": said_otherwise(ours), "yes_denied": _yes_denied(all_of_it)}
    told["no_yes_known"] = told["yes_denied"] and not any(row.is_no_yes for row in all_of_it)
    since = min(one.named_on for one in (first, *more))
    return Path(wish=first, since=since, taken=tuple(still(ours)), serving=serving, **told)


def _yes_denied(taken: Iterable[Taken]) -> bool:
    """Whether the person denied a yes, and said nothing itself since (as `rights.denied`)."""
    said = [row for row in taken if row.voice == Voice.PERSON.value]
    own = [row.pk for row in said if row.expressed == ITSELF]
    denied = [row.pk for row in said if row.unsaid_on is not None and row.reply == Answered.YES.value]
    return any(all(key > one for one in own) for key in denied)


def _stands_on_a_yes(one: Record) -> bool:
    """A yes of the person, and what nobody does without one."""
    return one.reply is Answered.YES or one.step in {Step.TRIED, Step.BEGAN}


def _is_of(row: Taken, wish: Wish) -> bool:
    """What a person says of itself is about every path it is on."""
    return bool(row.wish_id is None and row.member_id == wish.member_id)


def path(door: Door, wish: UUID, *, serves: bool = True) -> Path:
    """The path that goes on from this wish, while it is in force.  Raises `RefusedError`."""
    found = path_if_it_stands(door, wish, serves=serves)
    if found is None:
        raise RefusedError
    return found


def path_if_it_stands(door: Door, wish: UUID, *, serves: bool = True) -> Path | None:
    """The same, and nothing where the wish is not there or ended.  `serves`: with its serving, where it has one."""
    named = _NAMED.of(door)
    first = next((one for one in named if one.pk == wish), None)
    if first is None:
        return None
    same = [one for one in named if (one.member_id, one.meaning) == (first.member_id, first.meaning)]
    return _path(door, same, serves=serves)


def path_as(door: Door, member: UUID, meaning: Meaning) -> Path:
    """The path of this person in this meaning.  Raises `RefusedError` when the child does not name it so now."""
    wishes = list(door.within(Wish.objects.in_force().filter(member=member, meaning=meaning.value)))
    if not wishes:
        raise RefusedError
    return _path(door, wishes)


def _path(door: Door, wishes: list[Wish], *, serves: bool = True) -> Path:
    member = wishes[0].member_id
    taken = _TAKEN.of(door, member=member, wishes=[one.pk for one in wishes])
    serving = None
    if serves and wishes[0].meaning == Meaning.TRUST_PERSON.value:
        serving = next(iter(_SERVES.of(door, member=member)), None)
    return path_of(wishes, taken, serving)


def _taken(within: Within[Taken], *, member: UUID, wishes: Collection[UUID]) -> QuerySet[Taken]:
    """What was taken with these wishes, and what this person said of itself."""
    return within(Taken.objects.filter(Q(wish__in=wishes) | Q(wish=None, member=member)))


def _serves(within: Within[Serving], *, member: UUID) -> QuerySet[Serving]:
    return within(Serving.objects.in_force().filter(member=member)).order_by("pk")


_NAMED = Question(
    Wish, lambda within: within(Wish.objects.in_force()).annotate(apart=kept_apart("member", "item__dossier"))
)
_TAKEN = Question(Taken, _taken, member=UUIDField(), wishes=[UUIDField()])
_SERVES = Question(Serving, _serves, member=UUIDField())


def wanted(door: Door, path: Path, record: Record, *, asker: Asker | None = None, expressed: str = "") -> Wanted:
    """What law is asked about a step, out of the form and of what holds here."""
    together = brings_together(record)
    return Wanted(
        record=record,
        asker=asker,
        child_said_yes=True if expressed else None,
        restricted=together and is_restricted(door.dossier.pk, member=path.member),
        denied=whose_word(door, path.member, record),
    )


def _record(row: Taken) -> Record:
    return Record(
        step=Step(row.step),
        on=row.taken_on,
        voice=Voice(row.voice),
        reply=Answered(row.reply) if row.reply else None,
        until=row.until_on,
    )
