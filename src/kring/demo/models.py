"""The mark that a database was made by the demo: without it, the demo does not start."""

from typing import ClassVar

from django.db import models

from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

practice = Held(Purpose.PRACTICE, LegalGround.NO_PERSONAL_DATA, Term.ORGANISATION)


class Mark(models.Model):
    """This database holds invented people only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    made_at = practice(models.DateTimeField())

    objects: ClassVar[models.Manager["Mark"]] = models.Manager()  # named: mypy does not know this room outside the demo

    def __str__(self) -> str:
        return str(self.made_at)
