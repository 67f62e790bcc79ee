"""A restriction of contact with one of the circle, after it was said that somebody else is that one (R28)."""

from django.db.models import Exists, OuterRef

from kring.access.models import Restriction, Restrictions
from kring.access.same import SamePerson


def asks_who(dossier: OuterRef) -> Restrictions:
    """In force, made for who was one of the circle then, while nobody said whether it holds for who that is now."""
    itself = Restriction.objects.surely_towards(OuterRef("person")).filter(dossier=OuterRef("item__dossier"))
    newly = SamePerson.objects.filter(~Exists(itself), item=OuterRef("member"))
    return Restriction.objects.in_force().filter(Exists(newly), dossier=dossier).exclude(moved_at=None)
