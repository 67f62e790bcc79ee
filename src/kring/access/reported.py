"""What a worker wrote down as the word of somebody beside the child: nothing ends by it until that one says so (R2).

Bookkeeping of the door, so that the person itself reads that it was written and by whom; what else stands there it may
not read.  One for each member of the circle: the last that was written.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from kring.dossier.models import Dossier
from kring.kit.fields import Held
from kring.law.access import Relation
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.steps import Step
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Reported(models.Model):
    """That it stops, pauses or said no, as a worker heard it, while neither the person nor the child knows it so.

    `comes_in_as`: in which relation it comes in once it says that this is so.
    """

    item = sharing(models.OneToOneField("access.Item", models.CASCADE, primary_key=True, related_name="+"))
    step = sharing(models.CharField(max_length=8, choices=[(one.value, one.value) for one in Step]))
    said_on = sharing(models.DateField())
    written_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    written_at = sharing(models.DateTimeField())
    comes_in_as = sharing(models.CharField(max_length=24, choices=[(one.value, one.value) for one in Relation]))

    def __str__(self) -> str:
        return self.step


def of(members: Iterable[UUID]) -> Reported | None:
    """What was written of one of these and is still to be said by the person itself; one statement."""
    rows = Reported.objects.filter(item__in=list(members)).select_related("written_by")
    return rows.order_by("written_at").first()


def unsaid(dossier: UUID) -> set[UUID]:
    """Of whom of this circle something was written that it did not say here itself yet; one statement."""
    return set(Reported.objects.filter(item__dossier=dossier).values_list("item_id", flat=True))


def unsaid_since_before(moment: datetime, dossiers: models.QuerySet[Dossier]) -> int:
    """How many of these wait longer than this, at these children: a number and nothing else (R7)."""
    return Reported.objects.filter(written_at__lt=moment, item__dossier__in=dossiers.values("pk")).count()
