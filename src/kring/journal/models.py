"""Notes in passages, the texts as they were before, what is kept apart, and the plan for when it is not safe.

The class of a passage decides who reads it (`law.access`), so mixed text is several rows.  Who wrote it is the item's
author; whom it is about the item's `about`.
"""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Relation, Section
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

note = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
safety = Held(Purpose.SAFETY, LegalGround.CARE, Term.FILE)

SHORT = 60  # characters by which somebody knows which text it is


class PlanKind(StrEnum):
    """What a line of the plan says, in the order in which it is read."""

    SIGN = "sign"  # how I notice that it is not safe
    DO = "do"  # what I do then
    PERSON = "person"  # who I go to or call
    NUMBER = "number"
    PLACE = "place"  # where I can go


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


def in_short(words: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(words.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}…"


class Passage(Kept):
    """A piece of a note, of one class and about one topic; the words are verbatim (R23).

    `writing` holds the passages of one note together, and sorts by the moment it was written (UUIDv7).
    """

    section = Section.JOURNAL

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    writing = note(models.UUIDField(db_index=True))
    position = note(models.PositiveSmallIntegerField())
    words = note(EncryptedText())
    written_as = note(models.CharField(max_length=24, choices=_choices(Relation)))

    def in_short(self) -> str:
        """A few words by which somebody who may read it knows which one it is."""
        return in_short(self.words)

    def in_full(self) -> str:
        """The whole passage."""
        return self.words


class Edition(Kept):
    """The text of a passage as it was in version `number`, before its writer changed it."""

    section = Section.JOURNAL

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    passage = note(KeptKey(Passage))
    number = note(models.PositiveIntegerField())
    words = note(EncryptedText())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["passage", "number"], name="one_edition_of_a_version"),)


class Talked(Kept):
    """With whom a worker talked this note through and when, or why not (B86)."""

    section = Section.JOURNAL

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    writing = note(models.UUIDField(unique=True))
    talked_on = note(models.DateField(null=True))
    with_whom = note(EncryptedText(default=""))
    why_not = note(EncryptedText(default=""))


class Apart(Kept):
    """Under the agogic exception: kept out of every list, feed, count and label (R17, brief 1.6)."""

    section = Section.APART

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    words = note(EncryptedText())

    def in_short(self) -> str:
        """Nothing: this is named nowhere (R17)."""
        return ""


class ApartEdition(Kept):
    """The text of what is kept apart as it was in version `number`."""

    section = Section.APART

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    apart = note(KeptKey(Apart))
    number = note(models.PositiveIntegerField())
    words = note(EncryptedText())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["apart", "number"], name="one_apart_edition_of_a_version"),)


class PlanLine(Kept):
    """One line of the plan for when it is not safe; child and worker make it together."""

    section = Section.SAFETY

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    kind = safety(models.CharField(max_length=8, choices=_choices(PlanKind)))
    words = safety(EncryptedText())
    number = safety(EncryptedText(default=""))

    def in_short(self) -> str:
        """A few words by which somebody who may read it knows which one it is."""
        return in_short(self.words)

    def in_full(self) -> str:
        """The line, with its number."""
        return f"{self.words} {self.number}".strip()


class PlanEdition(Kept):
    """A line of the plan as it was in version `of_version`; its item says who put something else there, and when.

    Of a line that a worker took out, what stood there stays, without the line; what the child takes out itself is gone.
    """

    section = Section.SAFETY

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    line = safety(KeptKey(PlanLine, null=True))
    of_version = safety(models.PositiveIntegerField())
    kind = safety(models.CharField(max_length=8, choices=_choices(PlanKind)))
    words = safety(EncryptedText())
    number = safety(EncryptedText(default=""))
    is_out = safety(models.BooleanField(default=False))
    """This was the last text: the line was taken out of the plan."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["line", "of_version"], name="one_plan_edition_of_a_version"),)
