"""What someone says or asks of who works with the child, and pages made for a service."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from kring.access.kept import Kept, KeptQuerySet
from kring.kit.fields import EncryptedText
from kring.kit.sentences import sentence
from kring.law.access import Relation, Section
from kring.people.models import Person
from kring.rights.models.held import choices_of, spoken, transferred


class Feeling(StrEnum):
    """What a small child says by pointing: a face, or that someone comes to talk."""

    GLAD = "glad"
    CALM = "calm"
    SAD = "sad"
    CROSS = "cross"
    SCARED = "scared"
    TALK = "talk"


class Said(Kept):
    """What someone said or asked of who works with the child, in its own words, and what came of it (R23).

    Who said it is the item's author; to one worker only: the item's `told_to`.  Changed by the reader alone.
    """

    section = Section.SAID

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    words = spoken(EncryptedText(default=""))
    feeling = spoken(models.CharField(max_length=8, default="", choices=[("", "none"), *choices_of(Feeling)]))
    said_as = spoken(models.CharField(max_length=24, choices=choices_of(Relation)))
    read_at = spoken(models.DateTimeField(null=True))
    read_by = spoken(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    answer = spoken(EncryptedText(default=""))

    def in_full(self) -> str:
        """As it was said: verbatim, or the face that was pointed at; and what was said back."""
        said = str(sentence(f"feeling.{self.feeling}")) if self.feeling else self.words
        return "\n".join(one for one in (said, self.answer) if one)


class Transfer(Kept):
    """A page made for one person of a service or of the court, and everything that person reads here (R29).

    For whom it is, is the item's `told_to`; who made it, the author.  Never changed: another page is another row.
    """

    section = Section.TRANSFERS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    words = transferred(EncryptedText())
    made_on = transferred(models.DateField())
    decided = transferred(models.JSONField())
    """The decision by which it was made: grounds and their versions (R4)."""
