"""How a thing is called where a child reads what somebody reads: of the circle also where each stands, and each line.

Who reads a circle reads how near somebody stands and what is between two; so a question and a look along say it (R20).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.kept import Kept
from kring.circle.domains import Domain, Ring, TieKind, tie_words
from kring.circle.figures import place_name
from kring.circle.models import Placement, Tie
from kring.law.access import Section
from kring.portals.answers import called

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def ties(door: Door) -> list[Tie]:
    """The lines that stand now, of both layers, as far as this visitor reads them.  One statement, or none."""
    if door.sieve(Section.CIRCLE).is_empty():
        return []
    return list(door.within(Tie.objects.current()).order_by("pk"))


def spelled(rows: Sequence[Kept]) -> list[Words | str]:
    """Each of these as it is called, once; a line between two only where both of them are among these."""
    names = names_in(rows)
    return list(dict.fromkeys(told for row in rows if (told := in_words(row, names))))


def names_in(rows: Iterable[Kept]) -> dict[UUID, str]:
    """Who of the circle is called how in these, now."""
    return {row.member_id: row.name for row in rows if isinstance(row, Placement) and not row.until_at}


def in_words(row: Kept, names: dict[UUID, str]) -> Words | str:
    """One of these; nothing for what has no words, or is over."""
    if isinstance(row, Tie):
        one, other = (names.get(end, "") for end in (row.a_id, row.b_id))
        said = {"one": one, "other": other, "words": tie_words(TieKind(row.kind), row.strength)}
        return _("%(one)s en %(other)s: %(words)s") % said if one and other else ""
    if not row.in_short():
        return ""
    if isinstance(row, Placement) and row.ring is not None and row.domain:
        return f"{row.name}: {place_name(Ring(row.ring), Domain(row.domain))}"
    number = getattr(row, "number", "")  # of a version that is how many there are, and no telephone
    return f"{called(row)} {number}" if isinstance(number, str) and number else called(row)
