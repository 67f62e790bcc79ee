"""How far it is with everyone the child named, out of the steps that were taken, for the page that says what is next.

As the child may know it: what it was not told yet is not among its rows (R15).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kring.access.acts.protecting import kept_apart
from kring.access.looks import is_there
from kring.access.questions import Question, Within
from kring.circle.models import Sign
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.law.meaning import Meaning
from kring.law.steps import Voice
from kring.portals.one_child import OneChild
from kring.portals.questions import WISH
from kring.rights.models import Taken, Wish
from kring.rights.paths import Path, path_of

LATELY = timedelta(weeks=12)
"""So long this page says that somebody stopped: the looks after two and after six weeks have been by then (J11)."""


def _said(within: Within[Wish]) -> QuerySet[Wish, Any]:
    there = {
        "apart": kept_apart("member", "item__dossier"),
        "seeks": is_there("item__dossier", Section.RIGHTS, Topic.GENERAL),
        "decided": is_there("item__dossier", Section.DECIDED),
    }
    rows = within(Wish.objects.all()).annotate(**there)
    return rows.order_by("pk").values_list(*WISH, "ended_by", "seeks", "decided", named=True)


SAID = Question(Wish, _said)
"""Whom the child chose: what stands, and what ended."""
TAKEN = Question(Taken, lambda within: within(Taken.objects.order_by("pk")))
"""Every step that was written down, as far as this visitor may know it."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody who does not stand beside the child any more, by no choice of the child."""

    name: str
    on: date


@dataclass(frozen=True)
class Course(OneChild):
    """The same child, with every step.  No circle is drawn here: that somebody rests is told by the steps."""

    @cached_property
    def signs(self) -> list[Sign]:
        """None is asked for."""
        return []

    @cached_property
    def said(self) -> list[Any]:
        """What the child said: what stands, and what ended."""
        return SAID.of(self.door)

    @cached_property
    def named(self) -> list[Any]:
        """What the child said, and stands."""
        return [row for row in self.said if row.withdrawn_on is None]

    @property
    def chosen(self) -> list[Any]:
        """The same; to whom it is not told yet is no matter of this page."""
        return self.named

    @property
    def may_seek(self) -> bool:
        """Whether somebody may be looked for here; where the child said nothing yet, that is asked."""
        return not self.said or bool(self.said[0].seeks)

    @property
    def may_be_decided(self) -> bool:
        """Whether the house may have decided something; the same."""
        return not self.said or bool(self.said[0].decided)

    @property
    def chose_before(self) -> bool:
        """Whether the child chose somebody once, and nobody now: its choice was one, whoever ended it."""
        return bool(self.said) and not self.named

    @cached_property
    def paths(self) -> Mapping[tuple[UUID, Meaning], Path]:
        """How far it is with each person in each meaning, without its serving: that is another row."""
        taken = TAKEN.of(self.door) if self.named else []
        rows: dict[tuple[UUID, Meaning], list[Any]] = {}
        for row in self.named:
            rows.setdefault((row.member_id, Meaning(row.meaning)), []).append(row)
        return {key: path_of(wishes, taken, None) for key, wishes in rows.items()}

    @cached_property
    def rests(self) -> dict[UUID, date]:
        """Of which wishes it rests, and since when."""
        return {one.wish.pk: one.paused_on for one in self.paths.values() if one.paused_on}

    @property
    def stopped(self) -> list[Stopped]:
        """Who stopped or was lost of late, as the child was told; not whom it chose anew since."""
        names = {one.key: one.name for one in self.people}
        now = {row.member_id for row in self.named}
        ended = {
            row.member_id: row.withdrawn_on
            for row in self.said
            if row.withdrawn_on
            and row.withdrawn_on >= clock.today() - LATELY
            and row.member_id not in now
            and row.ended_by != Voice.CHILD.value
        }
        return [Stopped(names[member], on) for member, on in ended.items() if member in names]
