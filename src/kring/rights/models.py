"""Who stands beside the child: the wish, what is known about the conditions, and the serving itself.

Three meanings, three rule sets (R3): conditions are looked at for a legal trust person only, factors are talked through
for a JIM only, and a supporter is asked nothing.  Every answer is a dated row: the last counts, none is overwritten.
"""

from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held, HeldBy
from kring.law.access import Relation, Section
from kring.law.jim import Reply
from kring.law.meaning import Expressed, Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.people.models import Person

wish = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)
fact = Held(Purpose.RIGHTS, LegalGround.LEGAL_DUTY, Term.CHECK)
extract = Held(Purpose.RIGHTS, LegalGround.OFFENCE_CHECK, Term.CHECK)
check = HeldBy("code", {ADULT: fact, INDEPENDENT: fact, EXTRACT: extract, ENTRY: extract})
spoken = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
transferred = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)
serving = Held(Purpose.RIGHTS, LegalGround.LEGAL_DUTY, Term.FILE)


class Feeling(StrEnum):
    """What a small child says by pointing: a face, or that someone comes to talk."""

    GLAD = "glad"
    CALM = "calm"
    SAD = "sad"
    CROSS = "cross"
    SCARED = "scared"
    TALK = "talk"


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class Wishes(KeptQuerySet[Any]):
    """What a child said."""

    def in_force(self) -> Self:
        """Not changed since."""
        return self.filter(withdrawn_on=None)

    def trusting(self, member: UUID) -> Self:
        """Those in force that name this member as legal trust person."""
        return self.in_force().filter(member=member, meaning=Meaning.TRUST_PERSON.value)


class Wish(Kept):
    """The child said who stands beside it: in which meaning, how it was expressed, and in its own words (R1, R23).

    `called` is the name it used: what is kept of someone in the circle goes earlier than what the child said.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = Wishes.as_manager()

    member = wish(KeptKey(Member, models.RESTRICT))
    called = wish(EncryptedText(default=""))
    meaning = wish(models.CharField(max_length=12, choices=_choices(Meaning)))
    expressed = wish(models.CharField(max_length=8, choices=_choices(Expressed)))
    named_on = wish(models.DateField())
    present = wish(EncryptedText(default=""))
    words = wish(EncryptedText(default=""))
    pointed = wish(models.JSONField(default=list))  # ids of the picture cards at which the child pointed (A134)
    withdrawn_on = wish(models.DateField(null=True))

    def in_short(self) -> str:
        """What the child said, or else whom it named."""
        return self.words or self.called


class Condition(Kept):
    """What someone saw of one legal condition, on a day; of an extract only that it was looked at (R5).

    A ground is a decision of `decided_by`: it counts when that one wrote it itself, and else it was only passed on.
    """

    section = Section.CONDITIONS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = check(KeptKey(Member))
    code = check(models.CharField(max_length=60))
    holds = check(models.BooleanField(null=True))
    looked_at_on = check(models.DateField())
    ground = check(EncryptedText(default=""))
    decided_by = check(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))


class Factor(Kept):
    """What was said of one success factor of a JIM.  It advises and never blocks (R3, C142)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = wish(KeptKey(Member, models.RESTRICT))
    code = wish(models.CharField(max_length=60))
    reply = wish(models.CharField(max_length=8, choices=_choices(Reply)))
    talked_on = wish(models.DateField())


class Servings(KeptQuerySet[Any]):
    """Who served, and who does."""

    def in_force(self) -> Self:
        """Not ended."""
        return self.filter(ended_on=None)


class Serving(Kept):
    """The legal position of a trust person: from when until when, with the decision it rests on (R4)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = Servings.as_manager()

    member = serving(KeptKey(Member, models.RESTRICT))
    began_on = serving(models.DateField())
    ended_on = serving(models.DateField(null=True))
    decision = serving(models.JSONField())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["member"], condition=Q(ended_on=None), name="one_serving_at_a_time"),
        )


class Said(Kept):
    """What someone said or asked of who works with the child, in its own words, and what came of it (R23).

    Who said it is the item's author; to one worker only: the item's `told_to`.  Changed by the reader alone.
    """

    section = Section.SAID

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    words = spoken(EncryptedText(default=""))
    feeling = spoken(models.CharField(max_length=8, default="", choices=[("", "none"), *_choices(Feeling)]))
    said_as = spoken(models.CharField(max_length=24, choices=_choices(Relation)))
    read_at = spoken(models.DateTimeField(null=True))
    read_by = spoken(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    answer = spoken(EncryptedText(default=""))


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
