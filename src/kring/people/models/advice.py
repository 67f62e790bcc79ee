"""Where who stands beside a child can turn to: kept by the house, with a source and the day somebody looked (A256)."""

from django.db import models

from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.support import For, Outcome
from kring.people.models.house import Organisation
from kring.people.models.persons import Person

house = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ORGANISATION)


class Adviser(models.Model):
    """One place: its name, what it does, how to reach it.  Nothing of anybody in particular stands here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="advisers"))
    name = house(models.CharField(max_length=200))
    words = house(models.CharField(max_length=500, default=""))
    phone = house(models.CharField(max_length=40, default=""))
    page = house(models.URLField(max_length=500, default=""))
    whom = house(models.CharField(max_length=12, choices=[(one.value, one.value) for one in For]))
    source = house(models.CharField(max_length=300))
    looked_on = house(models.DateField())
    version = house(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return self.name


class HouseRule(models.Model):
    """A rule of the house that somebody asked about, and what the house does with it (A246, A248).

    Nothing of a child or of who asked stands here.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = house(models.ForeignKey(Organisation, models.CASCADE, related_name="rules"))
    words = house(models.CharField(max_length=500))
    outcome = house(models.CharField(max_length=12, choices=[(one.value, one.value) for one in Outcome]))
    why = house(models.TextField(default=""))
    asked_on = house(models.DateField())
    decided_on = house(models.DateField(null=True))
    decided_by = house(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    version = house(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return self.words
