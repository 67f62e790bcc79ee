"""What somebody of the circle is there for, as a visitor may know it (B47)."""

from uuid import UUID

from kring.access.door import Door
from kring.access.parts import HasPart
from kring.law.access import Section
from kring.law.parts import Part


def parts_of(door: Door, member: UUID) -> list[HasPart]:
    """What this one is there for, in one statement; a part in safety only for who may read of the safety itself.

    That the visitor may read who this is, was asked before.
    """
    rows = HasPart.objects.in_force().filter(dossier=door.dossier, member=member)
    if door.sieve(Section.SAFETY).is_empty():
        rows = rows.exclude(part=Part.SAFETY.value)
    return sorted(rows, key=lambda one: list(Part).index(Part(one.part)))
