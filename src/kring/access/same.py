"""Who of a circle somebody with a way in is: one row for each of the circle that was pointed out (R7)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import models

from kring.kit.fields import Held
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class SamePerson(models.Model):
    """This member of a circle is that person with a way in.  Kept apart, so that giving a way in opens nothing.

    Pointed out by the child it is not confirmed yet: what is about that member is not that person's own, and no yes
    towards it begins, until a worker says that it is so (`access.acts.pointing`).  What closes something holds at once.
    """

    item = sharing(models.OneToOneField("access.Item", models.CASCADE, primary_key=True, related_name="same_person"))
    person = sharing(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    confirmed_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    confirmed_at = sharing(models.DateTimeField(null=True))
    before = sharing(models.ForeignKey("access.Item", models.SET_NULL, null=True, related_name="+"))
    """As whom of the circle it stood until somebody moved it: the child reads that by both names."""

    by_the_child = sharing(models.BooleanField(default=False))
    """The child pointed it out itself: that a worker looked whether it is so, is not told as if that one wrote it."""

    def __str__(self) -> str:
        return str(self.item_id)


@dataclass(frozen=True, slots=True)
class Mine:
    """Who of the circle somebody is, and of which of them that is confirmed."""

    members: frozenset[UUID] = frozenset()
    confirmed: frozenset[UUID] = frozenset()


STRANGER = Mine()
