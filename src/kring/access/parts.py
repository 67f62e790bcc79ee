"""What somebody of the circle is there for, as dated facts (B47, `law.parts`).

Bookkeeping of the door: a part in safety is one of the cases of the table.  It opens nothing without the child's yes.
"""

from uuid import UUID

from django.db import models
from django.db.models import Q

from kring.dossier.models import Dossier
from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.parts import NOTHING, Part, SaidBy
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

OF_SAFETY = Q(topic=Topic.SAFETY.value) | Q(item__section=Section.SAFETY.value)
"""Of an answer: about the plan for when it is not safe, all of it or one line."""

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Parts(models.QuerySet["HasPart"]):
    """What people are there for."""

    def in_force(self) -> "Parts":
        """Until it was said otherwise; that somebody is there for nothing of all this, is no part."""
        return self.filter(until_on=None).exclude(part=NOTHING)

    def in_safety(self) -> "Parts":
        """A part in the safety of the child, now."""
        return self.in_force().filter(part=Part.SAFETY.value)

    def not_said_by(self, child: UUID | None) -> "Parts":
        """Written down by somebody else than the child, or tapped where Kring was not sure that it was the child."""
        return self.exclude(recorded_by=child, unsure=False)


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
    unsure = sharing(models.BooleanField(default=False))
    """Tapped where Kring was not sure of the child: with a new card, which a worker made, or on a new device."""

    objects = Parts.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["member", "part"], condition=Q(until_on=None), name="one_part_of_a_kind"),
        )

    def __str__(self) -> str:
        return self.part
