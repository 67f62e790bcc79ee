"""Messages: a neutral line outside Kring that says only that there is something inside (R26, quality.md 4)."""

from datetime import UTC, datetime, time
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kring.kit import clock
from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.persons import Person

telling = Held(Purpose.ACCOUNT, LegalGround.CONSENT, Term.ACCOUNT)
outgoing = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.DRAFT)


class MessageCode(StrEnum):
    """Why there is a message; the mail itself says none of this.  The code tells what `Message.about` is the key of."""

    SHARED = "shared"  # something was shared with you: the answer of the child (`access.Say`)
    ASKED = "asked"  # someone asks something: the child's place (`dossier.Dossier`)
    MOMENT = "moment"  # it is time to talk about a right: the child's place (`dossier.Dossier`)
    WAY_GIVEN = "way_given"  # there is a way in for you: the way (`Way`)
    HANDING = "handing"  # a colleague has a last day, and children to hand over: the post (`Post`)
    ROLE_CHANGED = "role_changed"  # your role here changed: the involvement (`dossier.Involvement`)
    GATHERING = "gathering"  # a meeting of people who stand beside a child: the meeting (`Gathering`)
    ACCOUNT = "account"  # your password, passkey or PIN changed: nothing


class Channel(models.Model):
    """Where and when it is safe to reach someone.  Without one, nothing is sent to family and network."""

    person = telling(models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="channel"))
    address = telling(EncryptedText(default=""))
    is_safe = telling(models.BooleanField(default=False))
    from_hour = telling(models.PositiveSmallIntegerField(default=9))
    until_hour = telling(models.PositiveSmallIntegerField(default=20))
    at_once = telling(models.BooleanField(default=False))
    reminders = telling(models.BooleanField(default=True))  # of a colleague: that it is time to talk about a right
    set_at = telling(models.DateTimeField())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(from_hour__lt=F("until_hour"), until_hour__lte=24), name="channel_hours_of_a_day"
            ),
        )

    def __str__(self) -> str:
        return str(self.person_id)

    def is_open(self, at: datetime) -> bool:
        """Whether this is a safe hour, by the clock on the wall in Flanders, summer and winter."""
        return self.from_hour <= timezone.localtime(at).hour < self.until_hour

    def takes_until(self, at: datetime) -> datetime:
        """What was made before this moment may leave now.

        At once: all of it.  Else a digest: what was made before the first safe hour of today, so that there is one mail
        a day and its hour says nothing about when something happened.
        """
        if self.at_once:
            return at
        here = timezone.localtime(at)
        # In UTC, because an hour that is skipped or comes twice is the same moment there only.
        return datetime.combine(clock.day(at), time(self.from_hour), here.tzinfo).astimezone(UTC)


class Messages(models.QuerySet["Message"]):
    """What is to be told."""

    def waiting(self) -> "Messages":
        """Not sent and not dropped."""
        return self.filter(sent_at=None, dropped_at=None)

    def free(self, before: datetime) -> "Messages":
        """Not in the hands of a tick; one that took it before this moment was killed."""
        return self.filter(Q(taken_at=None) | Q(taken_at__lte=before))


class Message(models.Model):
    """Something to tell: waiting, sent or dropped.  `about` is what must still hold when it leaves.

    Taken and sent at once means: between our hands and those of the mail server (`people.acts.messages`).
    `address` and its safe hours stand there when it must reach where messages came until now; else it goes where the
    person may be reached when it leaves.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = outgoing(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    code = outgoing(models.CharField(max_length=16, choices=[(one.value, one.value) for one in MessageCode]))
    about = outgoing(models.UUIDField(null=True))
    once = outgoing(models.CharField(max_length=80, unique=True))
    address = outgoing(EncryptedText(default=""))
    from_hour = outgoing(models.PositiveSmallIntegerField(null=True))
    until_hour = outgoing(models.PositiveSmallIntegerField(null=True))
    made_at = outgoing(models.DateTimeField())
    taken_at = outgoing(models.DateTimeField(null=True))
    sent_at = outgoing(models.DateTimeField(null=True))
    dropped_at = outgoing(models.DateTimeField(null=True))

    objects = Messages.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["made_at"], name="message_waiting", condition=Q(sent_at=None, dropped_at=None)),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.made_at:%Y-%m-%d}"
