"""People with a way in, and the organisations and teams they work for.

A `Person` exists only for someone who can come in; the people of a child's circle are `circle.Member`.  There is no
list of persons to search (R22).
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

account = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.ACCOUNT)
house = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ORGANISATION)


class Role(StrEnum):
    """What someone does in an organisation.  A role opens no dossier: only an involvement does."""

    WORKER = "worker"
    NETWORK_GUIDE = "network_guide"
    TEAM_LEAD = "team_lead"
    DIRECTOR = "director"
    MANAGER = "manager"
    OFFICER = "officer"


class Person(models.Model):
    """Someone with a way in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call_name = account(EncryptedText())

    def __str__(self) -> str:
        return self.call_name


class Users(BaseUserManager["User"]):
    """Accounts, found by the address one signs in with."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account: the way in by signing in.  Links and cards are other ways in, to the same `Person`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = account(models.OneToOneField(Person, models.CASCADE, related_name="user"))
    email = account(models.EmailField(unique=True, null=True))
    short_password = account(models.BooleanField(default=False))
    is_active = account(models.BooleanField(default=True))
    created_at = account(models.DateTimeField())

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower() if self.email else None


for _inherited in User._meta.concrete_fields:
    if _inherited.name in {"password", "last_login"}:
        account(_inherited)


class Organisation(models.Model):
    """A facility.  It names one fixed contact for trust persons, and a deputy (R13, A254)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = house(models.CharField(max_length=200))
    contact = house(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    contact_phone = house(EncryptedText(default=""))
    deputy = house(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    deputy_phone = house(EncryptedText(default=""))

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team of an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="teams"))
    name = house(models.CharField(max_length=200))

    def __str__(self) -> str:
        return self.name


class Posts(models.QuerySet["Post"]):
    """Who works where."""

    def current(self, on: date) -> "Posts":
        """The posts held on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on)


class Post(models.Model):
    """Someone's role in an organisation, from a day until a day; a team for who works in one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = house(models.ForeignKey(Person, models.CASCADE, related_name="posts"))
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="posts"))
    team = house(models.ForeignKey(Team, models.CASCADE, null=True, related_name="posts"))
    role = house(models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role]))
    from_on = house(models.DateField())
    until_on = house(models.DateField(null=True))

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


def normalised(email: object) -> str:
    """An address as it is kept and looked up: trimmed, lower case."""
    return str(email).strip().lower()
