"""When the right was explained, what the child said to it, and when somebody looks again (R21, A23b).

Three kinds of facts without a word of anybody, so that a team lead may know that they are there; and the child's
reaction in its own words, of which a team lead knows nothing.  From when somebody should talk again stands on the item
of the last of them (`Item.look_on`).
"""

from enum import StrEnum
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Section
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.rights_moments import Audience, Delay, Moment, Reaction

fact = Held(Purpose.RIGHTS, LegalGround.LEGAL_DUTY, Term.FILE)
spoken = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.name.lower()) for one in members]


class Happened(Kept):
    """Something that makes it time to talk again: in the course of the help, or that a team lead asked (A31)."""

    section = Section.MOMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    moment = fact(models.CharField(max_length=12, choices=_choices(Moment)))
    on_day = fact(models.DateField())
    told_on = fact(models.DateField(null=True))  # of another worker: that a person told the child first, and who (R15)
    told_by = fact(EncryptedText(default=""))


class Talks(KeptQuerySet[Any]):
    """Talks about the right."""

    def here(self) -> Self:
        """Since the child is here: what who referred it explained comes along, and is not the first one (A17, A19)."""
        return self.filter(on_day__gte=F("item__dossier__opened_on"))


class Talk(Kept):
    """The right was explained, to the child or to somebody around it; a fact, and no tick box (R21).

    `told_by`: who did, when it was not who writes it down, as the referrer did (A19).
    """

    section = Section.MOMENTS

    objects: ClassVar[Any] = Talks.as_manager()

    on_day = fact(models.DateField())
    audience = fact(models.CharField(max_length=12, choices=_choices(Audience)))
    told_by = fact(EncryptedText(default=""))


class Replied(Kept):
    """What the child said when it was explained: an answer, and its own words (R23)."""

    section = Section.MOMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    talk = spoken(KeptKey(Talk))
    reaction = spoken(models.CharField(max_length=8, choices=_choices(Reaction)))
    words = spoken(EncryptedText(default=""))

    def in_short(self) -> str:
        """What the child said."""
        return self.words


class PutOff(Kept):
    """The talk waits until a day; of tomorrow nobody asks why."""

    section = Section.MOMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    said_on = fact(models.DateField())
    until_on = fact(models.DateField())
    why = fact(models.CharField(max_length=12, choices=_choices(Delay)))


class Chance(Kept):
    """A good moment with somebody of the circle, to talk about soon: people say yes sooner when it goes well (A234)."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = spoken(KeptKey(Member, models.RESTRICT))
    words = spoken(EncryptedText())
    seen_on = spoken(models.DateField())
    talked_on = spoken(models.DateField(null=True))

    def in_short(self) -> str:
        """What went well."""
        return self.words
