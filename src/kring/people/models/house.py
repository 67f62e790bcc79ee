"""The organisations and teams people work for, and who works where."""

from datetime import date
from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.kit.prepared import Open
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.rights_moments import MONTHS, Audience
from kring.people.models.persons import Person

house = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ORGANISATION)


class Role(StrEnum):
    """What someone does in an organisation.  A role opens no dossier: only an involvement does."""

    WORKER = "worker"
    NETWORK_GUIDE = "network_guide"
    TEAM_LEAD = "team_lead"
    DIRECTOR = "director"
    MANAGER = "manager"
    OFFICER = "officer"


class Organisation(models.Model):
    """A facility.  It names one fixed contact for trust persons, and a deputy (R13, A254)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = house(models.CharField(max_length=200))
    contact = house(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    contact_phone = house(EncryptedText(default=""))
    deputy = house(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    deputy_phone = house(EncryptedText(default=""))
    officer_reach = house(EncryptedText(default=""))
    """How one reaches the data protection officer: an address, a number or a letter (GDPR art. 13 and 14)."""
    talk_every = house(models.PositiveSmallIntegerField(default=MONTHS))
    """After how many months the right to a trust person is explained again, at least (A23b)."""
    lasting = house(models.CharField(max_length=500, default=""))
    """On whom who stands beside a child falls back, how and until when, also after the case closes (C139, C199)."""

    def __str__(self) -> str:
        return self.name


class Material(models.Model):
    """Something on the shelf of the house to explain the right with: a film, a folder (A206).  A link is a setting."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="materials"))
    title = house(models.CharField(max_length=200))
    address = house(models.URLField(max_length=500))
    audience = house(models.CharField(max_length=12, choices=[(one.value, one.value) for one in Audience]))

    def __str__(self) -> str:
        return self.title


class Team(models.Model):
    """A team of an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="teams"))
    name = house(models.CharField(max_length=200))

    def __str__(self) -> str:
        return self.name


class Posts(models.QuerySet["Post"]):
    """Who works where."""

    def current(self, on: date | Open) -> "Posts":
        """The posts held on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=on) | Q(until_on=on, ended_at=None), from_on__lte=on)

    def run_out(self, on: date) -> "Posts":
        """Those with a last day that has passed, and that nobody closed yet."""
        return self.filter(until_on__lt=on, ended_at=None)


class Post(models.Model):
    """Someone's role in an organisation, from a day until a day; a team for who works in one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = house(models.ForeignKey(Person, models.CASCADE, related_name="posts"))
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="posts"))
    team = house(models.ForeignKey(Team, models.CASCADE, null=True, related_name="posts"))
    role = house(models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role]))
    from_on = house(models.DateField())
    until_on = house(models.DateField(null=True))
    ended_at = house(models.DateTimeField(null=True))
    end_said_on = house(models.DateField(null=True))
    """Since when the last day is known beforehand: from then on children are handed over (A170, B24)."""

    objects = Posts.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="post_ends_after_it_began"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.from_on}"

    def holds(self, role: Role) -> bool:
        """Whether this post is of that role."""
        return self.role == role.value
