"""People who stand beside a child and want to meet others who do: opt-in, at meetings of the house (C138, C202).

Nothing here is about a child or hangs on a dossier.  No page makes a list of who said yes.
"""

from datetime import date

from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.support import PeerSubject
from kring.people.models.house import Organisation
from kring.people.models.persons import Person

house = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ORGANISATION)
wanted = Held(Purpose.PEERS, LegalGround.CONSENT, Term.PEERS)
answer = Held(Purpose.PEERS, LegalGround.CONSENT, Term.GATHERING)


class PeerYes(models.Model):
    """Somebody wants to meet others, by its own word and until a day.  Only that person reads it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = wanted(models.ForeignKey(Organisation, models.CASCADE, related_name="+"))
    person = wanted(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    said_on = wanted(models.DateField())
    until_on = wanted(models.DateField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "person"], name="one_yes_to_others"),)

    def __str__(self) -> str:
        return str(self.until_on)

    def holds(self, on: date) -> bool:
        """Whether it is an invitation on this day."""
        return on < self.until_on


class Gathering(models.Model):
    """A meeting that the fixed contact of the house hosts: when, where, about what, and what is agreed on secrecy."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="gatherings"))
    on = house(models.DateField())
    at = house(models.TimeField())
    place = house(EncryptedText())
    """Where, or which number to call."""
    subject = house(models.CharField(max_length=12, choices=[(one.value, one.value) for one in PeerSubject]))
    words = house(EncryptedText(default=""))
    agreed = house(EncryptedText())
    called_off_on = house(models.DateField(null=True))
    version = house(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return str(self.on)


class Coming(models.Model):
    """Whether somebody comes to one meeting, and the first name it wants to go by there: for the host alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = answer(models.ForeignKey(Gathering, models.CASCADE, related_name="answers"))
    person = answer(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    comes = answer(models.BooleanField())
    first_name = answer(EncryptedText(default=""))
    said_on = answer(models.DateField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gathering", "person"], name="one_answer_to_a_gathering"),)

    def __str__(self) -> str:
        return str(self.said_on)
