"""Child and worker look for somebody: since when, where they looked, and how it stands with Lus (A182 to A188)."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.access.writing import ITSELF
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Section
from kring.law.meaning import Expressed
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.seeking import Place, Stage

sought = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)
HANDS = (ITSELF, ITSELF)


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class Search(Kept):
    """They look for somebody, since a day.  It has no end: the next day stands on its item (B31)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    began_on = sought(models.DateField())


class Try(Kept):
    """Where they looked, and what came of it; never changed.  `whom`: a volunteer the child wants to get to know.

    `said_no`: the child was asked whether somebody may look along, and said not now (R21).
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    place = sought(models.CharField(max_length=9, choices=_choices(Place)))
    tried_on = sought(models.DateField())
    words = sought(EncryptedText(default=""))
    whom = sought(EncryptedText(default=""))
    said_no = sought(models.BooleanField(default=False))

    def in_short(self) -> str:
        """What came of it."""
        return self.words


class Referral(Kept):
    """Lus is asked to look along, by a yes of the child; what stands on the sheet, and no more (A184).

    Or the child wants to get to know a volunteer of the house (A152): then `volunteer` is which one, and `whom` how it
    is called, and it is no question to Lus.  `expressed`: how the child said so, or that it did it with its own hands;
    empty: a worker tapped it, on the page that they read together.  `stage`: the last of its stages.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    asked_on = sought(models.DateField())
    expressed = sought(models.CharField(max_length=8, choices=[HANDS, *_choices(Expressed)]))
    words = sought(EncryptedText(default=""))
    languages = sought(EncryptedText(default=""))
    near = sought(EncryptedText(default=""))
    whom = sought(EncryptedText(default=""))
    volunteer = sought(models.UUIDField(null=True))
    stage = sought(models.CharField(max_length=10, choices=_choices(Stage), default=Stage.ASKED.value))
    decided = sought(models.JSONField())
    """The decision by which it was asked: grounds and their versions (R4)."""
    unsaid_on = sought(models.DateField(null=True))
    """The day on which the child said that it never said this: what a worker wrote down (R2, R23)."""

    @property
    def name(self) -> str:
        """Who is asked: the volunteer, or Lus."""
        return str(self.whom) or "Lus"

    def in_short(self) -> str:
        """What the child wants to say."""
        return self.words


class Moved(Kept):
    """How it stands with Lus since a day, and what the child said to it; never changed (A186).

    `called`: who was proposed.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    referral = sought(KeptKey(Referral))
    stage = sought(models.CharField(max_length=10, choices=_choices(Stage)))
    moved_on = sought(models.DateField())
    called = sought(EncryptedText(default=""))
    words = sought(EncryptedText(default=""))

    def in_short(self) -> str:
        """What the child said."""
        return self.words
