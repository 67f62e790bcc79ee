"""A card that shows a role: a code of two minutes, on the phone of who has the role (quality.md 4, "role card")."""

from datetime import datetime, timedelta

from django.db import models

from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.persons import Person

showing = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.SESSION)

A_CARD = timedelta(minutes=2)


class RoleCard(models.Model):
    """A code that is shown now.  Of the code only a seal; `about` is the involvement that must still hold."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = showing(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    about = showing(models.UUIDField())
    seal = showing(models.CharField(max_length=64, unique=True))
    until_at = showing(models.DateTimeField())

    def __str__(self) -> str:
        return str(self.id)

    def is_shown(self, at: datetime) -> bool:
        """Not more than two minutes old; a clock that was set back makes no code older than it is."""
        return self.until_at - A_CARD <= at < self.until_at
