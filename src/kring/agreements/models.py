"""Agreements between a child and the person beside it: versions, their points, and the yes of each of the two.

A point that did not change from one version to the next stays the same row, and so does what the child answered about
it: who may read it is asked anew for what changed, and for nothing else.  A version that was made is never changed.
"""

from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.access.models import Draft
from kring.access.writing import ITSELF
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held
from kring.law import agreements as law
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

agreed = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)

SHORT = 60  # characters by which somebody knows which point it is


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class Agreements(KeptQuerySet[Any]):
    """Versions of agreements."""

    def made(self) -> Self:
        """Those that stand there to say yes to."""
        return self.exclude(made_on=None)

    def typing(self) -> Self:
        """Those that are being typed, each with what was typed so far."""
        body = Draft.objects.filter(pk=OuterRef("pk")).values("body")
        return self.filter(made_on=None).annotate(typed=Subquery(body))


class Agreement(Kept):
    """One version of what a child and one person agree on; until it is made, it is being typed (`access.Draft`).

    `pact` holds the versions together: of one person in one meaning, and apart what the child keeps from its worker.
    A version that is being typed has no number yet, so that two may be.  `called` is how the child calls this person:
    it outlives the place in the circle.  `reads`: what of it who works with the child reads (R8).
    """

    section = Section.AGREEMENTS

    objects: ClassVar[Any] = Agreements.as_manager()

    pact = agreed(models.UUIDField(db_index=True))
    member = agreed(KeptKey(Member, models.RESTRICT))
    number = agreed(models.PositiveSmallIntegerField(null=True))
    meaning = agreed(models.CharField(max_length=12, choices=_choices(Meaning)))
    called = agreed(EncryptedText(default=""))
    told = agreed(models.CharField(max_length=8, choices=_choices(law.Told)))
    reads = agreed(models.CharField(max_length=10, choices=_choices(law.Reads)))
    begun_on = agreed(models.DateField())
    made_on = agreed(models.DateField(null=True))
    look_again_on = agreed(models.DateField(null=True))
    trial_until = agreed(models.DateField(null=True))
    denied = agreed(models.CharField(max_length=13, default=""))
    """Who of the two said of a yes that another wrote down for it, that it never said it (`acts.denied`)."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["pact", "number"], name="one_version_of_a_number"),)


class Points(KeptQuerySet[Any]):
    """Points of agreements."""

    def of(self, pact: UUID, number: int) -> Self:
        """Those of one version."""
        return self.filter(Q(until=None) | Q(until__gte=number), pact=pact, since__lte=number)


class Point(Kept):
    """One point, from version `since` to version `until`, as it was said (R23).

    `by`: what one of the two says for itself; else it is of both.  `number` is a telephone number of a way that they
    chose; nothing that is said there is kept.  `towards`: of whom the answers of the child hold here (C222).
    """

    section = Section.AGREEMENTS
    dials = Q(code__in=[law.Point.LOW.value, law.Point.URGENT.value])  # who is called instead, is another

    objects: ClassVar[Any] = Points.as_manager()

    pact = agreed(models.UUIDField(db_index=True))
    member = agreed(KeptKey(Member, models.RESTRICT))
    called = agreed(EncryptedText(default=""))
    code = agreed(models.CharField(max_length=12, choices=_choices(law.Point)))
    by = agreed(models.CharField(max_length=6, default="", choices=[("", "both"), *_choices(law.Party)]))
    choice = agreed(models.CharField(max_length=8, default=""))
    words = agreed(EncryptedText(default=""))
    number = agreed(EncryptedText(default=""))
    towards = agreed(KeptKey(Member, models.RESTRICT, null=True))
    since = agreed(models.PositiveSmallIntegerField())
    until = agreed(models.PositiveSmallIntegerField(null=True))

    def in_short(self) -> str:
        """A few words by which somebody who may read it knows which one it is."""
        line = " ".join(self.words.split())
        return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}…"

    def in_full(self) -> str:
        """What was said of it, with its number."""
        return f"{self.words} {self.number}".strip()

    def passes_on(self) -> str:
        """Its words alone: no telephone number, and not with whom it was agreed."""
        return self.words


class Yes(Kept):
    """The yes of one of the two: by a tap, or as it was said, written or pointed.  Who wrote it is the author."""

    section = Section.AGREEMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    agreement = agreed(KeptKey(Agreement))
    party = agreed(models.CharField(max_length=6, choices=_choices(law.Party)))
    expressed = agreed(models.CharField(max_length=8, choices=[(ITSELF, "itself"), *_choices(Expressed)]))
    said_on = agreed(models.DateField())
    waits = agreed(models.BooleanField(default=False))
    """Said by the child while it was not told yet that the other one stops: it is kept, and holds nothing (R15)."""
    asked_until = agreed(models.DateTimeField(null=True))
    """Until when the child was asked, right after its yes, what each may know: the person reads what stood then."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["agreement", "party"], name="one_yes_of_each"),)
