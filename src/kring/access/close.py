"""Who is close to somebody that looks beside a worker: what is kept apart about them is not for it (R17).

Close is whoever a line of the circle joins to it at this moment, in either layer and on any side: a line that the
worker beside it does not see, keeps something away as well.  Asked for the standing, so that the sieve, each page and
the policies of the database weigh the same.
"""

from typing import Any
from uuid import UUID

from kring.access.asked import members_of
from kring.access.kept import kept_models


def close_to(dossier: UUID, person: UUID) -> frozenset[UUID]:
    """Who this person is in the circle, and who is close to that; nobody, where nobody said for sure who it is.

    Two statements.  No name and no word of anybody is read for it.
    """
    mine = members_of(dossier, person)
    if not mine.confirmed:
        return frozenset()
    me = mine.members
    joined = [pair for pair in _joined(dossier) if me & set(pair)]
    return me.union(*joined)


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
