"""An entry on an extract waits for the director (R5): what this visitor may do about it, and what was passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.access.desk import Desk
from kring.access.door import Door, RefusedError
from kring.law.access import Relation
from kring.law.trust_person import ENTRY
from kring.rights import facts, reading
from kring.rights.facts import LOOKED, Look, last_looks
from kring.rights.models import Condition

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry about which something may be written."""

    look: Look
    decides: bool
    """Whether this visitor is the director; else it passes on what it heard."""
    others: dict[UUID, str]
    """Who can have decided, when somebody else writes it down."""
    by: str
    """Who passed on what stands there now."""

    @property
    def before(self) -> dict[str, str]:
        """What was passed on or decided, for the director to confirm or to change."""
        if not self.decides or not self.look.ground:
            return {}
        return {"agrees": "yes" if self.look.holds else "no", "ground": self.look.ground}

    @property
    def thanks(self) -> Words:
        """What is said once it stands there."""
        if self.decides:
            return _("Je beslissing staat er.")
        return _("Doorgegeven. De directie ziet dit in Kring en beslist zelf. Tot dan is er niets beslist.")


def waiting(door: Door, member: UUID) -> Waiting:
    """The entry about this person.  Raises `RefusedError` where this visitor has nothing to write about one."""
    look = facts.looks(door, member).get(ENTRY)
    if look is None or not reading.looks_at_checks(door) or not facts.may_decide(door, look):
        raise RefusedError
    directors = facts.directors(door)
    decides = door.me in directors
    return Waiting(
        look,
        decides,
        {} if decides else directors,
        reading.called({look.by}).get(look.by, "") if look.passed_on else "",
    )


def open_on(desk: Desk) -> list[tuple[UUID, UUID, Look]]:
    """What waits for a director: of which child, about whom, and what stands there now."""
    rows = desk.within(Condition.objects.filter(code=ENTRY))
    by_person: dict[tuple[UUID, UUID], list[object]] = {}
    for row in rows.values_list("item__dossier_id", *LOOKED, named=True):
        by_person.setdefault((row.item__dossier_id, row.member_id), []).append(row)
    last = {key: last_looks(some)[ENTRY] for key, some in by_person.items()}
    return [(*key, look) for key, look in last.items() if look.is_open]


def no_to_tell(door: Door, member: UUID) -> Look | None:
    """The no of the director about this person, for who works with the child and has to tell it; else nothing (R15)."""
    if door.relation is not Relation.WORKER:
        return None
    seen = facts.looks(door, member)
    return seen[ENTRY] if facts.to_tell(seen) else None


def in_words(name: str, told_on: date) -> str:
    """What the child reads once a person told it: who decided, what stays, and where it can go (R2).

    No word on what made it so: of an extract the child reads nothing (R5, brief 1.6).
    """
    words = _(
        "Je organisatie zegt: %(name)s begint nu niet als je vertrouwenspersoon. Dat werd je verteld op %(day)s. "
        "Jouw keuze blijft staan, en %(name)s mag er wel voor je zijn. Ben je het er niet mee eens? Zeg het. "
        "Je advocaat kan het aan de jeugdrechter vragen. "
        "De Kinderrechtencommissaris luistert, onderzoekt en bemiddelt, gratis. "
        "Of een organisatie dit mag zeggen, moet een jurist nog nakijken."
    )
    return words % {"name": name, "day": date_format(told_on, "j F Y")}
