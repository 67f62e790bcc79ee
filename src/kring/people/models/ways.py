"""Ways in beside an account: a printed card, a link, a row of pictures; and what they lean on: a device, a PIN.

No secret is kept: of what a person holds (a code, a link, a cookie) only an HMAC, of what it knows (a PIN, a row of
pictures) an Argon2 hash.  A way in is checked when it is used, so ending one is in force at the next request.
"""

from datetime import UTC, datetime
from enum import StrEnum

from django.db import models
from django.db.models import Q

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.ways import WayKind
from kring.people.models.house import Organisation
from kring.people.models.persons import Person

way_in = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.ACCOUNT)
guessing = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.SESSION)


UNTIL_ASKED = datetime(9000, 1, 1, tzinfo=UTC)
"""Of digits that wait: by no day, but until another than who made the card asks the child (`acts.asking_it`)."""


def _choices(members: type[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in members]


class WayEnd(StrEnum):
    """Why a way in does not work any more."""

    USED = "used"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    DISOWNED = "disowned"  # "this is not me"
    GUESSED = "guessed"  # too many wrong PINs


class Device(models.Model):
    """A phone or computer that Kring knows: of one person, or of an organisation, never of both."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    secret = way_in(models.CharField(max_length=64, unique=True))
    person = way_in(models.ForeignKey(Person, models.CASCADE, null=True, related_name="devices"))
    organisation = way_in(models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="devices"))
    name = way_in(EncryptedText(default=""))
    own = way_in(models.BooleanField(default=False))
    """A youth's own phone: there the own PIN is enough to come in.  Every other device opens nothing."""
    wrong = way_in(models.PositiveSmallIntegerField(default=0))
    made_by = way_in(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    made_at = way_in(models.DateTimeField())
    ended_at = way_in(models.DateTimeField(null=True))

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None) ^ Q(organisation=None), name="device_is_of_a_person_or_of_a_house"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Ways(models.QuerySet["Way"]):
    """Ways in."""

    def open(self, at: datetime) -> "Ways":
        """Not ended and not out of time at this moment."""
        return self.filter(ended_at=None, until_at__gt=at)


class Way(models.Model):
    """One way in for one person: given, perhaps opened, ended or out of time.  `wrong`: the wrong PINs of everybody."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = way_in(models.ForeignKey(Person, models.CASCADE, related_name="ways"))
    kind = way_in(models.CharField(max_length=10, choices=_choices(WayKind)))
    secret = way_in(models.CharField(max_length=64, unique=True, null=True))
    pin = way_in(models.CharField(max_length=128, default=""))
    figure = way_in(models.CharField(max_length=16, default=""))
    """Under which figure a child of 6-11 is found; it says nothing by itself, because others may have the same."""
    anew = way_in(models.BooleanField(default=False))
    """A card with which another PIN is chosen: the one before was forgotten."""
    device = way_in(models.ForeignKey(Device, models.SET_NULL, null=True, related_name="+"))
    made_by = way_in(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    made_at = way_in(models.DateTimeField())
    until_at = way_in(models.DateTimeField())
    opened_at = way_in(models.DateTimeField(null=True))
    ended_at = way_in(models.DateTimeField(null=True))
    wrong = way_in(models.PositiveSmallIntegerField(default=0))
    ended_for = way_in(models.CharField(max_length=10, default="", choices=[("", ""), *_choices(WayEnd)]))
    settled_at = way_in(models.DateTimeField(null=True))
    """Of a card: since when its child said that it was the one who used it.  Of pictures that a child chose: since when
    they are its own, because nobody else knew those of before, or another asked it (`access.acts.asking_it`)."""
    settled_by = way_in(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    """Who asked the child whether it chose these pictures, or used this card."""

    objects = Ways.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.made_at:%Y-%m-%d}"

    def is_open(self, at: datetime) -> bool:
        """Whether it still works at this moment."""
        return self.ended_at is None and self.until_at > at

    @property
    def is_its_own(self) -> bool:
        """Pictures that the child chose alone, and of which Kring is sure that it was the child.

        No time makes them so: who knew those of before chooses others as well, and waits (quality.md 4, coercion).
        """
        return self.made_by_id == self.person_id and self.settled_at is not None


class Pin(models.Model):
    """A person's own PIN: the second thing beside a card or a device, and what opens a locked screen."""

    person = way_in(models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="pin"))
    code = way_in(models.CharField(max_length=128))
    set_at = way_in(models.DateTimeField())
    before = way_in(models.CharField(max_length=128, default=""))
    """The one before, when this one was chosen anew with a card: it still opens while that waits (`acts.anew`)."""
    waits_from = way_in(models.DateTimeField(null=True))
    waits_until = way_in(models.DateTimeField(null=True))

    def __str__(self) -> str:
        return str(self.person_id)

    def is_waiting(self, at: datetime) -> bool:
        """Whether it was chosen anew with a card, and nobody knows yet that its owner did so."""
        return self.waits_until is not None and at < self.waits_until


class Attempts(models.Model):
    """Wrong tries at one account (or way in) from one known device, or from all unknown devices together.

    `key` is an HMAC, so that the table tells no address; who has the device that came in before has tries of its own,
    and so still comes in while a stranger guesses (quality.md 3, row 17).
    """

    key = guessing(models.CharField(max_length=64, primary_key=True))
    wrong = guessing(models.PositiveIntegerField(default=0))
    last_at = guessing(models.DateTimeField())
    shut_until = guessing(models.DateTimeField(null=True))

    def __str__(self) -> str:
        return self.key[:8]
