""" "I am not safe now", said to one person, that nobody read yet: what a page may know of it without its words.

What was said waits for whom the child chose, and for nobody else (R7).  That it waits is not a secret where nobody can
read it any more: then a human hears that it waits, and the child is asked to whom it goes (R14).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kring.access.models import Item, Restriction
from kring.dossier.models import Dossier, Involvement
from kring.kit.prepared import Open
from kring.law.access import Answer, Klass, Relation, Section, Verb, classes

CRY = Q(section=Section.SAID.value, version=1, look_on__isnull=False)
"""A row of what was said that somebody has to look at: the first change is that it was read."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Of which child something waits that nobody can read, and to whom of the house it was said; else no name."""

    dossier: UUID
    name: str
    to: str


@cache
def hears(relation: Relation) -> bool:
    """Whether who stands in this relation reads what the child says to it, by the table."""
    answers = (Answer.OPEN, Answer.ADDRESSED)
    return any(Klass.OWN_WORDS in classes(relation, Section.SAID, Verb.READ, one) for one in answers)


def lost(today: date | Open) -> QuerySet[Item, Item]:
    """Cries said to one who is not there any more, or with whom contact is restricted: nobody can read them (R28)."""
    who_hears = [one.value for one in Relation if hears(one)]
    there = Involvement.objects.current(today).filter(relation__in=who_hears, person=OuterRef("told_to"))
    towards = Q(person=OuterRef("told_to")) | Q(member__same_person__person=OuterRef("told_to"))
    kept_away = Restriction.objects.in_force().filter(towards, dossier=OuterRef("dossier"))
    gone = ~Exists(there.filter(dossier=OuterRef("dossier"))) | Exists(kept_away)
    return Item.objects.filter(CRY, gone).exclude(told_to=None)


def lost_among(children: QuerySet[Dossier], *, on: date) -> list[Lost]:
    """For who leads the team: that it waits, of which child, and to whom of the house it was said (R7: no words).

    Who stood beside the child for its own life is not named here.  One statement, one more where there is any.
    """
    rows = lost(on).filter(dossier__in=children.values("pk")).order_by("made_at", "pk")
    found = list(rows.annotate(to=F("told_to__call_name")).select_related("dossier"))
    worked = Involvement.objects.filter(relation=Relation.WORKER.value, dossier__in={one.dossier_id for one in found})
    house = set(worked.values_list("dossier", "person")) if found else set()
    return [
        Lost(one.dossier_id, one.dossier.call_name, one.to if (one.dossier_id, one.told_to_id) in house else "")
        for one in found
    ]
