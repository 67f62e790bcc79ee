"""The plan for when it is not safe, as a visitor may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.access.readers import reads_the_answers
from kring.access.seen import notes_seen
from kring.circle import calling
from kring.journal.models import PlanEdition, PlanKind, PlanLine
from kring.journal.naming import dialled, kept_away, looks_again
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

PARTS = (
    (frozenset({PlanKind.SIGN}), _("Hoe merk ik het?"), _("Hoe merkt {child} het?"), "scared"),
    (frozenset({PlanKind.DO}), _("Wat doe ik?"), _("Wat doet {child}?"), "star"),
    (frozenset({PlanKind.PERSON, PlanKind.NUMBER}), _("Wie bel ik?"), _("Wie belt {child}?"), "friend"),
    (frozenset({PlanKind.PLACE}), _("Waar kan ik naartoe?"), _("Waar kan {child} naartoe?"), "house"),
)


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line, and the number as a telephone dials it."""

    row: PlanLine
    may_change: bool
    apart: bool = False
    """It names with whom contact is restricted now; the child reads only that the plan is looked at again (R15)."""

    silent: bool = False
    """The same, for who only reads the plan: there stands no number to tap, and no word of why."""

    @property
    def dials(self) -> str:
        """Only what is dialled."""
        return dialled(self.row.number)


@dataclass(frozen=True, slots=True)
class Part:
    """A question of the plan, and its lines."""

    asks: Words | str
    lines: list[LineSeen]
    figure: str = ""
    """How it is drawn for a small child."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What stood in the plan before, who put something else there, and when."""

    row: PlanEdition
    name: str
    """Who; nothing for the visitor itself."""

    @property
    def may_erase(self) -> bool:
        """Whether the child can make it gone: what another took out; of a line that stands, it takes out the line."""
        return self.row.line_id is None

    @property
    def at(self) -> datetime:
        """When."""
        return timezone.localtime(self.row.item.made_at)


def parts(door: Door, *, mine: bool) -> list[Part]:
    """The plan, question by question.

    For who makes it, one without an answer stays, so that it is not forgotten; for who reads it, it is not there.
    """
    makes = door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS)
    rows = _LINES.of(door)
    notes_seen(door, rows)
    apart = kept_away(door, rows)
    told = looks_again(door)
    seen = [LineSeen(row, door.may(row, Verb.CHANGE), row in apart and told, row in apart and not told) for row in rows]
    child = door.dossier.call_name
    every = [
        Part(my if mine else str(theirs).format(child=child), [one for one in seen if one.row.kind in kinds], figure)
        for kinds, my, theirs, figure in PARTS
    ]
    return [part for part in every if part.lines or makes]


def changed(door: Door) -> list[Changed]:
    """What stood there before, the last first: for who makes the plan, child and worker (R23).

    Who reads by a yes reads what stands there now: what was taken out, the child did not say yes to (R7).
    """
    sieve = door.sieve(Section.SAFETY)
    if not sieve.may_add(Klass.OWN_WORDS):
        return []
    closed = sieve.answers.no_topics
    # Who changed a line is the author of what stood there, and its own words stay open to it: these are not its own.
    rows = [one for one in _EDITIONS.of(door) if one.item.topic not in closed]
    others = {row.item.author_id for row in rows} - {door.me}
    people = {one.pk: one.call_name for one in Person.objects.filter(pk__in=others)} if others else {}
    names = calling.called(door, people)
    return [Changed(row, names.get(row.item.author_id, "")) for row in rows]


def calls(door: Door) -> list[LineSeen]:
    """The numbers that stand there and are of no person: of a person nobody knows here whether it is still there.

    Not of with whom contact is restricted (R28).  Two statements at most, and what was read is noted.
    """
    every = _LINES.of(door)
    rows = [row for row in every if row.kind == PlanKind.NUMBER.value]
    apart = kept_away(door, every) if rows else set[PlanLine]()
    notes_seen(door, rows)
    seen = [LineSeen(row, may_change=False) for row in rows if row not in apart]
    return [one for one in seen if one.dials]


def line(door: Door, key: UUID) -> PlanLine:
    """One line that this visitor may change.  Raises `RefusedError`."""
    row: PlanLine | None = door.within(PlanLine.objects.filter(pk=key)).first()
    if row is None or not door.may(row, Verb.CHANGE):
        raise RefusedError
    return row


def to_take_out(door: Door, key: UUID) -> PlanLine | PlanEdition:
    """A line that this visitor may change, or, for the child, what another took out.  Raises `RefusedError`."""
    out = (
        door.within(PlanEdition.objects.filter(pk=key, line=None)).first() if door.relation is Relation.CHILD else None
    )
    return out or line(door, key)


def may_hold(door: Door) -> bool:
    """Whether there may be something for this visitor: it may write here, or it may read a line that is there."""
    sieve = door.sieve(Section.SAFETY)
    return sieve.may_add(Klass.OWN_WORDS) or (not sieve.is_empty() and door.within(PlanLine.objects.all()).exists())


def is_shut(door: Door) -> bool:
    """Whether the child closed its plan to this worker, who may know that: an empty page would say that there is none.

    To who may not read what the child answered, no page says so (R7).
    """
    return reads_the_answers(door) and door.relation is Relation.WORKER and Topic.SAFETY.value in door.answers.no_topics


_LINES = Question(PlanLine, lambda within: within(PlanLine.objects.order_by("pk")))
_EDITIONS = Question(PlanEdition, lambda within: within(PlanEdition.objects.order_by("-pk")))
