"""What a parent says of whom its child chose, its worries, and the talks about it (A56 to A95).

Every row about a parent stands behind the wall of that parent (R16), and is read by who works with the child alone.
What the child said when it was talked about with it, is its own (R23).
"""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Section
from kring.law.loyalty import Stance as Says
from kring.law.meaning import Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.rights.models import Said

told = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class Stance(Kept):
    """What a parent said of one person whom the child chose, in one meaning, on a day; never changed (A56).

    It is information: nothing that decides reads it (A97).
    """

    section = Section.PARENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    parent = told(KeptKey(Member, models.RESTRICT))
    member = told(KeptKey(Member, models.RESTRICT))
    meaning = told(models.CharField(max_length=12, choices=_choices(Meaning)))
    says = told(models.CharField(max_length=9, choices=_choices(Says)))
    said_on = told(models.DateField())
    words = told(EncryptedText(default=""))

    def in_short(self) -> str:
        """As the parent said it."""
        return self.words


class Worry(Kept):
    """A worry of a parent: heard, acknowledged, and come back to on a day until it is done (A81).

    `said`: the parent said it on its own page.  What was answered is a row of its own, each time.
    """

    section = Section.PARENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    parent = told(KeptKey(Member, models.RESTRICT))
    said = told(KeptKey(Said, models.SET_NULL, null=True))
    words = told(EncryptedText())
    heard_on = told(models.DateField())
    acknowledged_on = told(models.DateField(null=True))
    follow_on = told(models.DateField(null=True))
    done_on = told(models.DateField(null=True))

    def in_short(self) -> str:
        """As the parent said it."""
        return self.words


class Answer(Kept):
    """What was answered to a worry on a day; never changed."""

    section = Section.PARENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    worry = told(KeptKey(Worry))
    answered_on = told(models.DateField())
    words = told(EncryptedText())

    def in_short(self) -> str:
        """What was answered."""
        return self.words


class Gains(Kept):
    """What somebody beside the child may bring was talked about with a parent: which points, and own words (A67)."""

    section = Section.PARENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    parent = told(KeptKey(Member, models.RESTRICT))
    talked_on = told(models.DateField())
    points = told(models.JSONField(default=list))
    words = told(EncryptedText(default=""))

    def in_short(self) -> str:
        """What was said."""
        return self.words


class HardTalk(Kept):
    """It was talked about with the child why its choice may be hard for a parent, and what the child said (A95)."""

    section = Section.MOMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    talked_on = told(models.DateField())
    words = told(EncryptedText(default=""))

    def in_short(self) -> str:
        """What the child said."""
        return self.words
