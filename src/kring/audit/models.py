"""The log: opaque ids, codes, moments and sequence.  No foreign keys: it outlives people and dossiers (R24)."""

from django.db import models

from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

log = Held(Purpose.ACCOUNTABILITY, LegalGround.LEGAL_DUTY, Term.LOG)


class Entry(models.Model):
    """One link of the chain.  Written by `audit.chain` alone; the database refuses every change and deletion."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seq = log(models.PositiveBigIntegerField(unique=True))
    at = log(models.DateTimeField())
    event = log(models.CharField(max_length=40))
    actor_kind = log(models.CharField(max_length=10))
    actor = log(models.UUIDField(null=True))
    dossier = log(models.UUIDField(null=True))
    subject = log(models.UUIDField(null=True))
    codes = log(models.JSONField(default=list))
    once = log(models.UUIDField(null=True, unique=True))
    mac = log(models.CharField(max_length=64))

    class Meta:
        indexes = (models.Index(fields=["dossier", "seq"], name="entry_by_dossier"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.event}"
