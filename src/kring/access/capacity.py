"""What somebody found of a child and one right of it (brief 1.6)."""

from django.db import models

from kring.dossier.models import Dossier
from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.capacity import AskedRight
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class CapacityFound(models.Model):
    """What somebody who gives the help found of this child and one right, with why (brief 1.6)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    right = sharing(models.CharField(max_length=16, choices=[(one.value, one.value) for one in AskedRight]))
    capable = sharing(models.BooleanField())
    motive = sharing(EncryptedText())
    found_on = sharing(models.DateField())
    found_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))

    def __str__(self) -> str:
        return f"{self.right} {self.found_on}"
