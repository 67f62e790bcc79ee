"""What somebody of the circle is there for, as dated facts (B47, `law.parts`).

Bookkeeping of the door: a part in safety is one of the cases of the table.  It opens nothing without the child's yes.
"""

from django.db import models
from django.db.models import Q

from kring.dossier.models import Dossier
from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.parts import Part, SaidBy
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Parts(models.QuerySet["HasPart"]):
    """What people are there for."""

    def in_force(self) -> "Parts":
        """Until it was said otherwise."""
        return self.filter(until_on=None)

    def in_safety(self) -> "Parts":
        """A part in the safety of the child, now."""
        return self.in_force().filter(part=Part.SAFETY.value)


class HasPart(models.Model):
    """Somebody of the circle is there for something, from a day until a day, by somebody's word."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    member = sharing(models.ForeignKey("access.Item", models.CASCADE, related_name="parts"))
    part = sharing(models.CharField(max_length=8, choices=[(one.value, one.value) for one in Part]))
    said_by = sharing(models.CharField(max_length=12, choices=[(one.value, one.value) for one in SaidBy]))
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    from_on = sharing(models.DateField())
    until_on = sharing(models.DateField(null=True))

    objects = Parts.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["member", "part"], condition=Q(until_on=None), name="one_part_of_a_kind"),
        )

    def __str__(self) -> str:
        return self.part
