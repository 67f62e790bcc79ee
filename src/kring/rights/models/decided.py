"""What the organisation decides about who stands beside a child: an appointment, a limit for a while; never a veto.

And the trust person of a parent: another list, behind the wall of that parent (A198, B123, R16).
"""

from typing import Any, ClassVar, Self

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText
from kring.law.access import Section
from kring.law.steps import Answered, Asker
from kring.people.models import Person
from kring.rights.models.held import choices_of, serving, spoken

NOT_SAID = ("", "not_said")


class Lasting(KeptQuerySet[Any]):
    """What began, and what ended."""

    def in_force(self) -> Self:
        """Not ended."""
        return self.filter(ended_on=None)


class Limits(Lasting):
    """What is limited, each with its first and its last day."""

    def runs(self, on: Any) -> Self:  # noqa: ANN401  # a day, or the open place of one
        """What holds on that day; after its last day it is over by itself."""
        return self.in_force().filter(from_on__lte=on, until_on__gte=on)


class Appointment(Kept):
    """A trust person by the organisation: prepared, decided by the director with an attest, over when another stands.

    Both grounds with their reason, two conditions, four talks with their day (R6, art. 24 par. 2 DRM).  In confidence
    until a person told the child (R15): no page of the child says anything of it before.
    """

    section = Section.DECIDED

    objects: ClassVar[Any] = Lasting.as_manager()

    called = serving(EncryptedText())
    cannot_designate = serving(models.BooleanField(null=True))
    conflict = serving(models.BooleanField(null=True))
    adult = serving(models.BooleanField(null=True))
    involved = serving(models.BooleanField(null=True))
    agrees = serving(models.BooleanField(null=True))  # the person itself
    talked = serving(models.JSONField(default=dict))  # the code of each talk, with its day
    why = serving(EncryptedText(default=""))
    workers = serving(EncryptedText(default=""))  # with which two workers
    earlier = serving(models.JSONField(default=list))  # what the child chose before, as it stood when it was answered
    on_earlier = serving(EncryptedText(default=""))  # the answer of who prepared it
    motive = serving(EncryptedText(default=""))
    about_earlier = serving(EncryptedText(default=""))  # the answer of the director
    decided_on = serving(models.DateField(null=True))
    decided_by = serving(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    decision = serving(models.JSONField(null=True))
    ended_on = serving(models.DateField(null=True))
    teller = serving(EncryptedText(default=""))  # who will tell the child (R15)
    tell_how = serving(EncryptedText(default=""))
    tells_on = serving(models.DateField(null=True))
    told_on = serving(models.DateField(null=True))
    told_by = serving(EncryptedText(default=""))
    told_beside = serving(EncryptedText(default=""))  # who was there too
    by_choice = serving(models.BooleanField(default=False))  # it ended because whom the child chose itself began (R6)
    end_told_on = serving(models.DateField(null=True))
    end_told_by = serving(EncryptedText(default=""))

    @property
    def waits_to_be_told(self) -> bool:
        """Whether the director decided, and nobody told the child."""
        return self.decided_on is not None and self.ended_on is None and self.told_on is None

    @property
    def end_waits_to_be_told(self) -> bool:
        """Whether it ended because whom the child chose itself began, and nobody told the two yet (R6, R15)."""
        return self.by_choice and self.end_told_on is None

    @property
    def named_workers(self) -> list[str]:
        """The youth care workers who were heard, by name."""
        return [name.strip() for name in self.workers.split("\n") if name.strip()]


class Limit(Kept):
    """What a trust person does, limited for a while in an extreme situation: dated, motivated, told to the child.

    It ends no serving and takes back no wish (R2).  Nothing prolongs it; the last day is the end.
    """

    section = Section.DECIDED

    objects: ClassVar[Any] = Limits.as_manager()

    member = serving(KeptKey(Member, models.RESTRICT))
    plain = serving(EncryptedText())  # what is limited and why, in the words for the child
    motive = serving(EncryptedText())
    from_on = serving(models.DateField())
    until_on = serving(models.DateField())
    decided_by = serving(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    decision = serving(models.JSONField())
    ended_on = serving(models.DateField(null=True))  # earlier than its last day


class OwnPerson(Kept):
    """The trust person of a parent: whom it named, what was asked and answered, a trial, from when until when (B123).

    The same flow as of whom a child chose, in one row of its own: it never stands among those of the child (R3, R16).
    `words`: as the person said it, verbatim (R23).  `noticed_on`: the day it got the notice on what is held (R9).
    """

    section = Section.PARENTS

    objects: ClassVar[Any] = Lasting.as_manager()

    called = spoken(EncryptedText())
    named_on = spoken(models.DateField())
    asked_on = spoken(models.DateField(null=True))
    asker = spoken(models.CharField(max_length=8, default="", choices=[NOT_SAID, *choices_of(Asker)]))
    noted_by = spoken(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    noted_on = spoken(models.DateField(null=True))
    """Who wrote down that it was asked, and when: the parent reads so, and can say that it is not so (R9)."""
    unsaid_on = spoken(models.DateField(null=True))
    """The day the parent said that, until it is asked anew."""
    reply = spoken(models.CharField(max_length=8, default="", choices=[NOT_SAID, *choices_of(Answered)]))
    replied_on = spoken(models.DateField(null=True))
    words = spoken(EncryptedText(default=""))
    noticed_on = spoken(models.DateField(null=True))
    tried_on = spoken(models.DateField(null=True))
    tried_until = spoken(models.DateField(null=True))
    paused_on = spoken(models.DateField(null=True))
    resumed_on = spoken(models.DateField(null=True))  # of the last pause
    adult = spoken(models.BooleanField(null=True))
    involved = spoken(models.BooleanField(null=True))
    looked_on = spoken(models.DateField(null=True))
    looked_by = spoken(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    began_on = spoken(models.DateField(null=True))
    decision = spoken(models.JSONField(null=True))
    ended_on = spoken(models.DateField(null=True))

    @property
    def said_yes(self) -> bool:
        """Whether the person said yes; nobody begins without it."""
        return bool(self.reply == Answered.YES.value)

    @property
    def is_paused(self) -> bool:
        """Whether it rests, of who began or is tried."""
        return self.paused_on is not None and self.resumed_on is None and self.ended_on is None
