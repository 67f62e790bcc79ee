"""A moment at which a house and the services it works with learn from each other (B175, B219).

Nothing of a child stands here, and no list of who was there.
"""

from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.house import Organisation

house = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ORGANISATION)


class Learning(models.Model):
    """When, where, with which partners and about what; and afterwards what a colleague takes along."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="+"))
    on = house(models.DateField())
    at = house(models.TimeField())
    place = house(EncryptedText())
    partners = house(EncryptedText())
    """Which services come, by their names: none of them needs an account."""
    words = house(EncryptedText())
    """What it is about."""
    learned = house(EncryptedText(default=""))
    called_off_on = house(models.DateField(null=True))
    version = house(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return str(self.on)
