"""Somebody sits beside a worker: what goes on for a quarter of an hour (R17)."""

from datetime import datetime

from django.db import models

from kring.dossier.models import Dossier
from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.kit.prepared import Open
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Besides(models.QuerySet["Beside"]):
    """Viewings beside a worker."""

    def open(self, at: datetime | Open) -> "Besides":
        """Going on at this moment."""
        return self.filter(from_at__lte=at, until_at__gt=at, ended_at=None)


class Beside(models.Model):
    """Somebody sits beside a worker, on request, signed in anew: a quarter of an hour, once (R17)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    person = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    worker = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    asked_at = sharing(models.DateTimeField())
    from_at = sharing(models.DateTimeField(null=True))
    until_at = sharing(models.DateTimeField(null=True))
    ended_at = sharing(models.DateTimeField(null=True))

    objects = Besides.as_manager()

    def __str__(self) -> str:
        return str(self.id)
