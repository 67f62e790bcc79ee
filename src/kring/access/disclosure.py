"""What was passed on in an emergency, to whom, by whom, and until when: bookkeeping of the door (R8)."""

import json

from django.db import models

from kring.access.lasting import Lasting
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Disclosure(Lasting, models.Model):
    """An emergency: a human act outside sharing, to one person, with why, and who knew beforehand (R8)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    item = sharing(models.ForeignKey("access.Item", models.SET_NULL, null=True, related_name="+"))
    """Nothing once the text was taken away: that it was passed on stays to be read."""
    of_version = sharing(models.PositiveIntegerField(default=1))
    passed = sharing(EncryptedText(default=""))
    """The words as they were passed on, by field: whoever reads them by this alone reads these (`access.passed`)."""
    child_reads = sharing(models.BooleanField(default=False))
    """The child read the text then: it goes on reading that it was passed on, whatever the text became since."""
    to = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    at = sharing(models.DateTimeField())
    motive = sharing(EncryptedText())
    child_told = sharing(models.BooleanField())
    parents_told = sharing(models.BooleanField())
    why_not = sharing(EncryptedText(default=""))
    until_on = sharing(models.DateField(null=True))
    ended_at = sharing(models.DateTimeField(null=True))
    ended_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    why_ended = sharing(EncryptedText(default=""))

    told_by = sharing(EncryptedText(default=""))
    told_at = sharing(models.DateTimeField(null=True))
    """Who told the child, and when somebody wrote that, where it did not know beforehand (R8, R15)."""

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_untold(self) -> bool:
        """Whether a person still has to tell the child: it did not know beforehand, and it reads that text.

        Of a text that it does not read no page tells the child that it is there, so nothing is asked here (R17).
        """
        return self.child_reads and not self.child_told and self.told_at is None

    @property
    def ran_out(self) -> bool:
        """Whether its last day was over before somebody stopped it: then nobody did, also if a place closed since."""
        last = self.until_on
        return last is not None and last < (clock.today() if self.ended_at is None else clock.day(self.ended_at))

    @property
    def texts(self) -> dict[str, str]:
        """The words as they were passed on, by field."""
        texts: dict[str, str] = json.loads(self.passed) if self.passed else {}
        return texts

    @property
    def words(self) -> str:
        """The same in one text, as a person reads it."""
        return " ".join(filter(None, self.texts.values()))

    @property
    def is_another_text_now(self) -> bool:
        """Whether the text was changed, or taken away, since it was passed on."""
        return self.item is None or self.item.version > self.of_version
