"""What the child said, what is known about the conditions, and the serving itself.

Three meanings, three rule sets (R3): conditions are looked at for a legal trust person only, factors are talked through
for a JIM only, and a supporter is asked nothing.  Every answer is a dated row: the last counts, none is overwritten.
"""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText
from kring.law.access import Section
from kring.law.jim import Reply
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Voice
from kring.people.models import Person
from kring.rights.models.held import check, choices_of, serving, wish


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
    `ended_by`: the child chose otherwise, or the person said that it stops.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = Wishes.as_manager()

    member = wish(KeptKey(Member, models.RESTRICT))
    called = wish(EncryptedText(default=""))
    meaning = wish(models.CharField(max_length=12, choices=choices_of(Meaning)))
    expressed = wish(models.CharField(max_length=8, choices=choices_of(Expressed)))
    named_on = wish(models.DateField())
    present = wish(EncryptedText(default=""))
    words = wish(EncryptedText(default=""))
    pointed = wish(models.JSONField(default=list))  # ids of the picture cards at which the child pointed (A134)
    withdrawn_on = wish(models.DateField(null=True))
    unasked_since = wish(models.DateField(null=True))
    """Since when it waits that somebody asks the person, of whom the child chose with its own hands or chose anew."""
    ended_by = wish(models.CharField(max_length=6, default=Voice.CHILD.value, choices=choices_of(Voice)))
    passed_on = wish(models.DateField(null=True))  # on which day a person told it to who was chosen, and who told it
    passed_by = wish(EncryptedText(default=""))

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
    unsaid_on = check(models.DateField(null=True))
    """The day the child or this person said that it is not so: it is asked again, and blocks nothing (R2)."""


class Factor(Kept):
    """What was said of one success factor of a JIM.  It advises and never blocks (R3, C142)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = wish(KeptKey(Member, models.RESTRICT))
    code = wish(models.CharField(max_length=60))
    reply = wish(models.CharField(max_length=8, choices=choices_of(Reply)))
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
