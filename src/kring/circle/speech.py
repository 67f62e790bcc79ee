"""Who talks in which language, for who prepares a talk or a letter.  Always through the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import UUIDField

from kring.access.door import Door
from kring.access.questions import Question
from kring.circle.domains import Domain, Kind, Layer
from kring.circle.languages import HOME, called
from kring.circle.models import Placement, Speech
from kring.law.access import Section

if TYPE_CHECKING:
    from django.utils.functional import Promise

NEW = 0
"""The version of what nobody wrote down yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    """Somebody, and how one talks with it."""

    member: UUID | None
    name: str
    language: str
    interpreter: bool
    helps: bool
    family: bool
    """Whether it stands with the family: then it may be a parent."""

    @property
    def says(self) -> Promise | str:
        """The name of the language."""
        return called(self.language)

    @property
    def asks_something(self) -> bool:
        """Whether there is something to arrange: another language, or an interpreter."""
        return self.interpreter or self.language not in {"", HOME}


def row_of(door: Door, member: UUID | None) -> Speech | None:
    """What is written down of one of them, or of the child."""
    found: Speech | None = door.within(Speech.objects.filter(member=member)).last()
    return found


def of(door: Door, member: UUID) -> Speaks | None:
    """Of one of them, where there is something to arrange; for a page that may stand in another section."""
    if door.sieve(Section.MOMENTS).is_empty():
        return None
    row = row_of(door, member)
    found = _speaks(row, *_known(door, {member}).get(member, ("", ""))) if row else None
    return found if found and found.name and found.asks_something else None


def spoken(door: Door) -> list[Speaks]:
    """Of everybody of whom it is known: the child first, then by name.  Two statements, or one when nobody is."""
    rows = _SPOKEN.of(door)
    of = {row.member_id for row in rows if row.member_id}
    known = _known(door, of) if of else {}
    itself = (door.dossier.call_name, "")
    found = [_speaks(row, *(known.get(row.member_id, ("", "")) if row.member_id else itself)) for row in rows]
    return sorted((one for one in found if one.name), key=lambda one: (one.member is not None, one.name.casefold()))


def not_asked(door: Door, known: set[UUID | None]) -> list[tuple[UUID, str]]:
    """Of whom it may still be asked, by name: people who do not work for the help.  One statement."""
    here = Placement.objects.current().filter(kind=Kind.PERSON.value, in_care=False)
    names = dict(door.within(here).order_by("layer").values_list("member_id", "name"))
    return sorted(((key, name) for key, name in names.items() if key not in known), key=lambda one: one[1].casefold())


def _known(door: Door, of: set[UUID]) -> dict[UUID, tuple[str, str]]:
    """The call name and the life domain of each: as the child says it, else as the adults do, else the last."""
    ranked = sorted(_PLACED.of(door, of=sorted(of)), key=lambda row: (row[4] is None, row[3] == Layer.CHILD.value))
    return {member: (name, domain or "") for member, name, domain, _, _ in ranked}


def _speaks(row: Speech, name: str, domain: str) -> Speaks:
    return Speaks(
        member=row.member_id,
        name=name,
        language=row.language,
        interpreter=row.interpreter,
        helps=row.helps,
        family=domain == Domain.FAMILY.value,
    )


_SPOKEN = Question(Speech, lambda within: within(Speech.objects.order_by("pk")))
_PLACED = Question(
    Placement,
    lambda within, *, of: (
        within(Placement.objects.filter(member__in=of))
        .order_by("since_at")
        .values_list("member_id", "name", "domain", "layer", "until_at")
    ),
    of=[UUIDField()],
)
