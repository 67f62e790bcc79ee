"""What somebody of the circle was for the child and is no more, by meaning: bookkeeping of the door (A126).

Who was chosen reads nothing of the choice itself, and what stood on it has to close at the next request: an agreement
between the two (`agreements.reading`).  Of a member and never of a person, so that a way in that is given later opens
nothing either.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models

from kring.dossier.models import Dossier
from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.kit.prepared import Among, Open, OpenList
from kring.law.meaning import Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Over(models.Model):
    """In this meaning somebody of the circle stands beside the child no more; chosen again, the row goes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    member = sharing(models.ForeignKey("access.Item", models.CASCADE, related_name="+"))
    meaning = sharing(models.CharField(max_length=12, choices=[(one.value, one.value) for one in Meaning]))
    came_in_so = sharing(models.BooleanField(default=False))
    """Whether it came in as this: chosen again, it does so again, without a new way in."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "meaning"], name="over_once_in_a_meaning"),)

    def __str__(self) -> str:
        return self.meaning


def over_for(dossier: UUID, members: Iterable[UUID]) -> set[tuple[UUID, str]]:
    """What these of the circle are no more; one statement, and none for nobody."""
    return set(_OVER.ask(dossier=dossier, members=sorted(members)))


def _over(*, dossier: Open, members: OpenList) -> models.QuerySet[Any, Any]:
    rows = Over.objects.filter(dossier=dossier, member__in=members)
    return rows.values_list("member_id", "meaning")


_OVER = Among(_over, dossier=models.UUIDField(), members=[models.UUIDField()])
