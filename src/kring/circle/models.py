"""The people of a circle, how each layer of it knows them, the ties between them, and the sessions that drew it.

State is a dated record: a placement begins and ends, is never overwritten, and knows the acts that began and ended it.
So any two days can be compared (A226), and any act can be undone as a whole.
"""

from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.cards import Age, Mode
from kring.circle.domains import Domain, Kind, Layer, Ring, Shown, TieKind
from kring.circle.languages import called
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Section
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

circle = Held(Purpose.CIRCLE, LegalGround.CARE, Term.NETWORK_CONTACT)
beside = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)
talk = Held(Purpose.CIRCLE, LegalGround.CARE, Term.FILE)
speech = Held(Purpose.RIGHTS, LegalGround.CARE, Term.NETWORK_CONTACT)


def _choices(members: type[Enum]) -> list[tuple[Any, str]]:
    return [(one.value, one.name.lower()) for one in members]


class LastingRows(KeptQuerySet[Any]):
    """Rows that hold from a moment until a moment."""

    def current(self) -> Self:
        """Those that hold now."""
        return self.filter(until_at=None)

    def at(self, moment: datetime) -> Self:
        """Those that held at a moment."""
        return self.filter(Q(until_at=None) | Q(until_at__gt=moment), since_at__lte=moment)


class Lasting(Kept):
    """A row that holds from a moment until a moment; `began_by` and `ended_by` name the acts, for undoing these."""

    section = Section.CIRCLE

    since_at = circle(models.DateTimeField())
    until_at = circle(models.DateTimeField(null=True))
    began_by = circle(models.UUIDField())
    ended_by = circle(models.UUIDField(null=True))

    objects: ClassVar[Any] = LastingRows.as_manager()

    class Meta:
        abstract = True


class Member(Kept):
    """Someone or something in a child's circle: that it is there.  Its name, and what it is: see `Placement`."""

    section = Section.CIRCLE

    police = circle(models.BooleanField(default=False))  # B26: a flag for meetings; it never opens anything

    objects: ClassVar[Any] = KeptQuerySet["Member"].as_manager()


class Placement(Lasting):
    """How one layer of the circle knows a member: its name, who and what it is to the child, ring and life domain.

    The child's layer and the adults' layer each have their own; neither overwrites the other.  No ring and no domain:
    named, and not yet given a place.
    """

    member = circle(KeptKey(Member))
    layer = circle(models.CharField(max_length=5, choices=_choices(Layer)))
    name = circle(EncryptedText())
    relation = circle(EncryptedText(default=""))
    kind = circle(models.CharField(max_length=8, choices=_choices(Kind), default=Kind.PERSON.value))
    in_care = circle(models.BooleanField(default=False))
    ring = circle(models.PositiveSmallIntegerField(null=True, choices=_choices(Ring)))
    domain = circle(models.CharField(max_length=8, null=True, choices=_choices(Domain)))
    guessed = circle(models.BooleanField(default=False))  # the domain is still only a proposal of the word list
    support = circle(models.CharField(max_length=4, default=""))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["member", "layer"], condition=Q(until_at=None), name="one_current_placement_a_layer"
            ),
        )

    def in_short(self) -> str:
        """How the layer calls it now; what it was called before has no name here."""
        return "" if self.until_at else self.name


class Sign(Lasting):
    """What the picture shows of someone who stands beside the child.

    Written by `rights` with the wish or the serving it tells of: in their section, of their class and about them.  So
    who may write the wish, child or worker, always writes its sign too, and who may not read it, sees no sign.
    """

    section = Section.RIGHTS

    member = beside(KeptKey(Member))
    shows = beside(models.CharField(max_length=9, choices=_choices(Shown)))
    paused_on = beside(models.DateField(null=True))
    """Since when it rests, as the child knows it; the picture itself does not change by it."""


class Speech(Kept):
    """In which language somebody talks best, and whether an interpreter has to be there: of the child (nobody named
    here), or of one of its circle (A35).

    Filed where the talks are prepared, of the class that child and worker write together: nobody else reads it, and it
    decides nothing.  `helps`: this one helps others with the language (B33).
    """

    section = Section.MOMENTS

    member = speech(KeptKey(Member, null=True))
    language = speech(EncryptedText(default=""))
    """A code of `circle.languages`, or the name of another one as it was typed."""
    interpreter = speech(models.BooleanField(default=False))
    helps = speech(models.BooleanField(default=False))
    said_on = speech(models.DateField())

    objects: ClassVar[Any] = KeptQuerySet["Speech"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member"], name="one_speech_of_a_member"),)

    def in_short(self) -> str:
        """Which language it is."""
        return str(called(self.language))


class Tie(Lasting):
    """A tie between two members, as one layer knows it."""

    joins = ("a", "b")

    a = circle(KeptKey(Member))
    b = circle(KeptKey(Member))
    layer = circle(models.CharField(max_length=5, choices=_choices(Layer)))
    kind = circle(models.CharField(max_length=8, choices=_choices(TieKind)))
    strength = circle(models.PositiveSmallIntegerField(default=2))


class WhoSession(Kept):
    """One sitting in which child and worker looked who is there (B36).  Time is for the worker, never for the child."""

    section = Section.CIRCLE

    mode = talk(models.CharField(max_length=8, choices=_choices(Mode)))
    age = talk(models.CharField(max_length=5, choices=_choices(Age)))
    layer = talk(models.CharField(max_length=5, choices=_choices(Layer), default=Layer.CHILD.value))
    started_at = talk(models.DateTimeField())
    ended_at = talk(models.DateTimeField(null=True))
    paused_at = talk(models.DateTimeField(null=True))
    seconds = talk(models.PositiveIntegerField(default=0))
    cards = talk(models.JSONField(default=list))  # ids of the cards that were looked at

    objects: ClassVar[Any] = KeptQuerySet["WhoSession"].as_manager()
