"""Somebody stops or is lost: who tells the child, the farewell, who steps in, and the looks after it (A140, A144, R15).

What is known before the child was told, is told in confidence (`Leaving`): no page of the child shows it, because a
person tells it and never a page.  From the day it was told there is a `Farewell`, made with the child.
"""

from enum import StrEnum
from typing import Any, ClassVar, Self

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Section
from kring.law.endings import Leaves, Look, Still
from kring.law.meaning import Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

ending = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
beside = Held(Purpose.CARE, LegalGround.CARE, Term.BESIDE)


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class LeavingQuerySet(KeptQuerySet[Any]):
    """What was heard, with who goes told apart from who said no."""

    def going(self) -> Self:
        """Of whom the child was not told yet that it goes."""
        return self.filter(told_on=None).exclude(why=Leaves.NO.value)


class Leaving(Kept):
    """Somebody will stop or said no, and the child was not told yet: who tells it, how and when."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = LeavingQuerySet.as_manager()

    member = ending(KeptKey(Member, models.RESTRICT))
    why = ending(models.CharField(max_length=8, choices=_choices(Leaves)))
    heard_on = ending(models.DateField())
    teller = ending(EncryptedText(default=""))
    how = ending(EncryptedText(default=""))
    tells_on = ending(models.DateField(null=True))
    told_on = ending(models.DateField(null=True))
    marked_by = ending(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    marked_on = ending(models.DateField(null=True))
    """Who wrote down that it was told, and when: that one may take it back the same day."""
    struck_on = ending(models.DateField(null=True))
    """The day on which that was taken back: it was not told, and what waits is a row of its own."""
    before = ending(EncryptedText(default=""))
    """What stood before it was told, so that it can stand so again; once struck, what was written by the telling."""


class Farewell(Kept):
    """The child was told, and what was made of it together; the reaction is verbatim (R23)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = ending(KeptKey(Member, models.RESTRICT))
    why = ending(models.CharField(max_length=8, choices=_choices(Leaves)))
    told_on = ending(models.DateField())
    told_by = ending(EncryptedText(default=""))
    reaction = ending(EncryptedText(default=""))
    goodbye = ending(EncryptedText(default=""))
    steps_in = ending(EncryptedText(default=""))
    marked_by = ending(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    """Who wrote that it was told, where that is not who wrote it first."""
    untold_on = ending(models.DateField(null=True))
    """The day on which the child said that nobody told it; until another told it, and wrote so."""
    denied_on = ending(models.DateField(null=True))
    """The same, kept once another told it."""

    def in_short(self) -> str:
        """What the child said to it."""
        return self.reaction


class AfterLook(Kept):
    """Somebody looks how the child is, two and six weeks after a farewell (A140).

    Or asks somebody of the circle whether the child can turn to it now (`can`: what that one said), and sees to the day
    on which they say goodbye.  What a worker saw is the worker's (class file); what the child said verbatim is the
    child's, and stands elsewhere.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    farewell = ending(KeptKey(Farewell))
    kind = ending(models.CharField(max_length=8, default=Look.HOW.value, choices=_choices(Look)))
    member = ending(KeptKey(Member, models.RESTRICT, null=True))
    can = ending(models.BooleanField(null=True))
    due_on = ending(models.DateField())
    looked_on = ending(models.DateField(null=True))
    words = ending(EncryptedText(default=""))


class GoodbyeDay(Kept):
    """On which day who stopped and the child say goodbye, for who stopped: the one thing that one reads of a farewell.

    A row of its own, in the section of what stands there of that person (A140, A174): the farewell is the child's, and
    how it was the worker's.  It goes with what else was kept for somebody beside the child.
    """

    section = Section.SUPPORT

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    farewell = beside(KeptKey(Farewell))
    member = beside(KeptKey(Member, models.RESTRICT))
    on_day = beside(models.DateField())


class StillAsked(Kept):
    """The child was asked whether it is still this person, without that person there (A124).

    No `answer`: the child said that it never said what stood there (R23).
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = ending(KeptKey(Member, models.RESTRICT))
    meaning = ending(models.CharField(max_length=12, choices=_choices(Meaning)))
    asked_on = ending(models.DateField())
    answer = ending(models.CharField(max_length=8, choices=_choices(Still)))
    words = ending(EncryptedText(default=""))


class Aftercare(Kept):
    """What the organisation itself does after the help has stopped: apart, so that it never counts as a JIM (C178)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    who = ending(EncryptedText())
    what = ending(EncryptedText())
    from_on = ending(models.DateField())
    until_on = ending(models.DateField(null=True))
    stopped = ending(models.BooleanField(default=False))
