"""Who is close to somebody that looks beside a worker: what is kept apart about them is not for it (R17).

Close is whoever a line of the circle joins to it at this moment, in either layer and on any side: a line that the
worker beside it does not see, keeps something away as well.  Asked for the standing, so that the sieve, each page and
the policies of the database weigh the same.

A parent, who was pointed out by somebody, may be another one of the circle than was said: so of everyone there of whom
no worker confirmed who it is, and of who is close to those, nothing opens to a parent either.  A choice of Kring, on
the side of who the text is about.
"""

from typing import Any
from uuid import UUID

from kring.access.asked import members_of
from kring.access.kept import kept_models
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.law.access import Relation, Section
from kring.law.ways import PARENTS


def close_to(dossier: UUID, person: UUID, relation: Relation) -> frozenset[UUID]:
    """Who this person is in the circle, and who is close to that; nobody, where nobody said for sure who it is.

    Two statements, of a parent four.  No name and no word of anybody is read for it.
    """
    mine = members_of(dossier, person)
    if not mine.confirmed:
        return frozenset()
    lines = _joined(dossier)
    me = mine.members | _may_be(dossier, lines) if relation in PARENTS else mine.members
    return me.union(*(pair for pair in lines if me & set(pair)))


def _may_be(dossier: UUID, lines: list[tuple[UUID, UUID]]) -> frozenset[UUID]:
    """Of the circle, of whom nobody confirmed who it is: whom something kept apart is about, or whom a line joins."""
    apart = Item.objects.filter(dossier=dossier, section=Section.APART.value).exclude(about=None)
    known = SamePerson.objects.filter(item__dossier=dossier, confirmed_at__isnull=False)
    told = frozenset(filter(None, apart.values_list("about", flat=True)))
    return told.union(*lines) - set(known.values_list("item", flat=True))


def _joined(dossier: UUID) -> list[tuple[UUID, UUID]]:
    """Each two of a circle that a line joins now."""
    found: list[tuple[UUID, UUID]] = []
    for model in kept_models():
        if model.joins:
            lines: Any = model.objects.all().opened()
            found += lines.filter(item__dossier=dossier, until_at=None).values_list(
                *(f"{key}_id" for key in model.joins)
            )
    return found
