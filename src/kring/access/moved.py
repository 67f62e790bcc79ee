"""Restrictions of contact that ask something of who works with the child (R28).

After it was said that somebody else is that one of the circle; where its day passed; and where it is of somebody whom
the child chose, and nobody wrote that the child was told, or the child says that nobody did (R15).
"""

from django.db.models import Exists, OuterRef, Q

from kring.access.models import Item, Restriction, Restrictions
from kring.access.same import SamePerson
from kring.kit.prepared import Open
from kring.law.access import Section, Topic


def asks_who(dossier: OuterRef) -> Restrictions:
    """In force, made for who was one of the circle then, while nobody said whether it holds for who that is now."""
    itself = Restriction.objects.surely_towards(OuterRef("person")).filter(dossier=OuterRef("item__dossier"))
    newly = SamePerson.objects.filter(~Exists(itself), item=OuterRef("member"))
    return Restriction.objects.in_force().filter(Exists(newly), dossier=dossier).exclude(moved_at=None)


def to_look_at(dossier: OuterRef, today: Open) -> Restrictions:
    """In force, and its day to look again has passed, or the child still is to be told of somebody whom it chose."""
    chosen = Item.objects.filter(section=Section.RIGHTS.value, topic=Topic.BESIDE_ME.value)
    whom = Q(Exists(chosen.filter(about=OuterRef("member"))))
    whom |= Q(Exists(chosen.filter(about__same_person__person=OuterRef("person"))))
    return Restriction.objects.in_force().filter(
        Q(until_on__lt=today) | whom & Q(told_on=None) | ~Q(untold_on=None), dossier=dossier
    )
