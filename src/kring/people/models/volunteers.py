"""Volunteers of the own organisation who want to be there for a child as well (A152): a pool, kept by the house."""

from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.house import Organisation
from kring.people.models.persons import Person

offered = Held(Purpose.ORGANISATION, LegalGround.CONSENT, Term.ORGANISATION)
looked = Held(Purpose.ORGANISATION, LegalGround.OFFENCE_CHECK, Term.ORGANISATION)


class Volunteer(models.Model):
    """Who offered itself, in its own words.  Of the extract only that the house looked at it, on a day (R5)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = offered(models.ForeignKey(Organisation, models.CASCADE, related_name="volunteers"))
    call_name = offered(EncryptedText())
    when = offered(EncryptedText(default=""))
    languages = offered(EncryptedText(default=""))
    likes = offered(EncryptedText(default=""))
    extract_on = looked(models.DateField(null=True))
    extract_by = looked(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    wanted_on = offered(models.DateField(null=True))
    """Since when a child wants to get to know it and nobody asked it: the day alone, and never which child."""
    version = offered(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return str(self.id)
