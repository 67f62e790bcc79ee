"""That somebody spoke with the child about a cry that nobody read: by whom and on which day, and no word of it (R14).

Bookkeeping of the door: the words themselves stay with whom the child told (R7), so who works with it writes this
beside them, and the child reads that it stands there.  And that nobody counts on it any more that it is read.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import models

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person

care = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)


class Talked(models.Model):
    """Who spoke with the child, and when, as a worker wrote it down."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = care(models.OneToOneField("access.Item", models.CASCADE, related_name="+"))
    spoken_by = care(EncryptedText(default=""))
    spoken_on = care(models.DateField())
    written_by = care(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    written_at = care(models.DateTimeField())

    def __str__(self) -> str:
        return str(self.id)


class Unanswered(models.Model):
    """Since when nobody counts on it that this cry is read by whom it was told (R14).

    That one is written down as gone, or said that it stops and does not pick up, before it read it.  Why, a person
    tells the child: no page says it by this (R15).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = care(models.OneToOneField("access.Item", models.CASCADE, related_name="+"))
    since = care(models.DateTimeField())

    def __str__(self) -> str:
        return str(self.id)


def talked_of(items: Iterable[UUID]) -> dict[UUID, tuple[str, date]]:
    """Of which of these somebody spoke with the child: who, and on which day; one statement, and none for nothing."""
    keys = list(items)
    rows = Talked.objects.filter(item__in=keys) if keys else ()
    return {one.item_id: (one.spoken_by, one.spoken_on) for one in rows}


def unanswered_of(items: Iterable[UUID]) -> set[UUID]:
    """Of these, what nobody counts on to be read by whom it was told; one statement, and none for nothing."""
    keys = list(items)
    return set(Unanswered.objects.filter(item__in=keys).values_list("item_id", flat=True)) if keys else set()
