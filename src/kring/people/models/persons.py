"""People with a way in, and their accounts.

A `Person` exists only for someone who can come in; the people of a child's circle are `circle.Member`.  There is no
list of persons to search (R22).
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

account = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.ACCOUNT)


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


def normalised(email: object) -> str:
    """An address as it is kept and looked up: trimmed, lower case."""
    return str(email).strip().lower()
