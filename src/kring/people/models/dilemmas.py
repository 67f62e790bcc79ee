"""What a colleague struggles with in the work, without any child in it (B141).  It hangs on no dossier."""

from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.house import Team
from kring.people.models.persons import Person

work = Held(Purpose.ORGANISATION, LegalGround.PUBLIC_TASK, Term.ACCOUNT)


class Dilemma(models.Model):
    """A question about one's own work: for oneself, or to bring to the talk of the team."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = work(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    team = work(models.ForeignKey(Team, models.CASCADE, null=True, related_name="+"))
    """Whose talk it is for; nothing: for oneself alone."""
    words = work(EncryptedText())
    written_on = work(models.DateField())
    talk_on = work(models.DateField(null=True))
    """On the agenda of the talk of the team, on this day."""
    outcome = work(EncryptedText(default=""))
    version = work(models.PositiveIntegerField(default=1))

    def __str__(self) -> str:
        return str(self.written_on)
