"""With whom the child may have no contact, as it reads that once a person told it (R15, R28).

Who decided it, who wrote it down, who told it and when they look again; never why, and no paper.  Before that its pages
say only that something cannot be now, and whom to ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.access.acts.protecting import ANEW_WITHIN, told_of
from kring.access.door import Door
from kring.access.models import Restriction
from kring.access.same import SamePerson
from kring.circle import calling
from kring.circle import reading as circle
from kring.kit import clock
from kring.law.access import Relation
from kring.law.restrictions import Decides

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

DECIDED: dict[str, Words] = {
    Decides.JUDGE: gettext_lazy("Dat besliste de jeugdrechter."),
    Decides.CONSULTANT: gettext_lazy("Dat besliste de consulent."),
    Decides.TEAM: gettext_lazy(
        "Dat besliste de begeleiding zelf. Het is voor even: de jeugdrechter kan anders beslissen."
    ),
}
"""Who decided it, to the child."""


@dataclass(frozen=True, slots=True)
class ToldApart:
    """One human being with whom contact is restricted, and the child knows it."""

    row: Restriction
    name: str
    members: frozenset[UUID]
    """Who of the circle that is."""

    @property
    def decided(self) -> Words | str:
        """Who decided it, in words; of those of before nobody knows, and a person says it."""
        return DECIDED.get(self.row.decided_by) or _("Wie dat besliste, staat hier niet. Vraag het aan je begeleider.")

    @property
    def is_looked_at_late(self) -> bool:
        """Whether the day to look again has passed: then they look now."""
        return self.row.until_on is not None and self.row.until_on < clock.today()


def told_apart(door: Door) -> list[ToldApart]:
    """Of whom a person told the child, each once; to nobody but the child."""
    told = told_of(door.dossier.pk) if door.relation is Relation.CHILD else frozenset()
    if not told:
        return []
    held = Restriction.objects.in_force().filter(dossier=door.dossier, told_on__isnull=False).order_by("pk")
    rows = [
        row
        for row in held.select_related("person", "recorded_by", "prolonged_by")
        if {row.member_id, row.person_id} & told
    ]
    who = Q(item__in=[row.member_id for row in rows]) | Q(person__in=[row.person_id for row in rows])
    same = list(SamePerson.objects.filter(who, item__dossier=door.dossier).values_list("person", "item"))
    themselves = {row.member_id for row in rows if row.member_id}
    twice = {person for person, member in same if member in themselves}
    names = circle.names(door, themselves | {member for _person, member in same})
    found = []
    for row in rows:
        members = {row.member_id} if row.member_id else {member for person, member in same if person == row.person_id}
        own = row.person.call_name if row.person else ""
        name = next((names[one] for one in sorted(members, key=str) if one in names), own)
        if name and row.person_id not in twice:
            found.append(ToldApart(row, name, frozenset(members)))
    return found


@dataclass(frozen=True, slots=True)
class WasApart:
    """A restriction that the child knew of and that somebody lifted of late: who, and on which day."""

    row: Restriction
    name: str


def was_apart(door: Door) -> list[WasApart]:
    """For the child alone, the last first; not of whom contact is restricted again, told or not.

    Three statements where there is any, and one where there is none.
    """
    if door.relation is not Relation.CHILD:
        return []
    over = Restriction.objects.filter(dossier=door.dossier, over_at__gte=clock.now() - ANEW_WITHIN)
    known = over.filter(told_on__isnull=False).annotate(in_circle=calling.member_of("person"))
    of = known.annotate(same=F("member__same_person__person")).select_related("person", "over_by")
    rows: list[Any] = list(of.order_by("-over_at"))
    again = _restricted_now(door) if rows else set()
    rows = [one for one in rows if not {one.member_id, one.person_id, one.in_circle, one.same} & again]
    members = {one.pk: one.member_id or one.in_circle for one in rows}
    names = circle.names(door, {one for one in members.values() if one}) if rows else {}
    own = {one.pk: one.person.call_name if one.person else "" for one in rows}
    found = [WasApart(one, names.get(members[one.pk], own[one.pk])) for one in rows]
    return [one for one in found if one.name]


def _restricted_now(door: Door) -> set[UUID]:
    """With whom contact is restricted now, under every name; one statement."""
    rows = Restriction.objects.in_force().filter(dossier=door.dossier)
    who = rows.annotate(in_circle=calling.member_of("person"))
    found = who.values_list("member", "person", "in_circle", "member__same_person__person")
    return {key for row in found for key in row if key is not None}
