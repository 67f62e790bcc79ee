"""Every yes of a child that holds, for the page where it stops one in a tap (R7).

What is stopped is the answer itself, by the act of `access.acts.answering`: nothing here opens or closes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, QuerySet, UUIDField

from kring.access.door import Door, RefusedError
from kring.access.models import Giver, Say, Word
from kring.access.spoken import another_no
from kring.circle.lettering import initial
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation
from kring.portals.answers import called, in_words, things_of
from kring.portals.caseload import best_names

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Yes:
    """One yes: what it is about, and the form of its button, with a token of its own."""

    say: Say
    about: Words | str
    form: OnceForm


@dataclass(frozen=True, slots=True)
class Shares:
    """One person, and every yes towards it; of a page for a service or the court: who reads that."""

    name: str
    said: list[Yes]
    member: UUID | None = None

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)


def shares(door: Door, names: Mapping[UUID, str]) -> list[Shares]:
    """To whom the child said yes, in the order of `names`; what waits opens nothing, and is not here."""
    rows = [one for one in _YESES.ask(dossier=door.dossier.pk) if _goes_on(one)]
    things = {
        row.pk: called(row)
        for row in things_of(door, {one.item_id: one.item.section for one in rows if one.item and one.towards_id})
    }
    unknown = {one.towards_id for one in rows if one.towards_id} - names.keys()
    called_now = {**names, **(best_names(door.within(Placement.objects.filter(member__in=unknown))) if unknown else {})}
    told = [one for one in rows if not one.item_id or one.item_id in things]
    found = [
        Shares(name, [_yes(door, one, things.get(one.item_id, "")) for one in told if one.towards_id == member], member)
        for member, name in called_now.items()
    ]
    return [one for one in found if one.said] + [
        Shares(one.made_for.call_name, [_yes(door, one, "")]) for one in rows if one.made_for
    ]


def _yeses(*, dossier: Open) -> QuerySet[Say, Say]:
    ours = Say.objects.filter(dossier=dossier, giver=Giver.CHILD, answer=Word.YES, withdrawn_at=None, waits=False)
    return ours.select_related("item", "made_for").order_by("said_at", "pk")


_YESES = Prepared(_yeses, dossier=UUIDField())


def say_to_stop(door: Door, key: UUID) -> Say:
    """An answer of this child; one that was taken back already, for the child alone.  Raises `RefusedError`."""
    said = Say.objects.filter(pk=key, dossier=door.dossier, giver=Giver.CHILD)
    found = said.select_related("item", "made_for").annotate(shut_too=Exists(another_no())).first()
    if found is None or (found.withdrawn_at and door.relation is not Relation.CHILD):
        raise RefusedError
    return found


def stays_shut(say: Say) -> bool:
    """Whether another no of the child about the same keeps it shut when this one, out of `say_to_stop`, goes away."""
    return bool(getattr(say, "shut_too", False))


def _goes_on(say: Say) -> bool:
    return say.until_on is None or say.until_on >= clock.today()


def _yes(door: Door, say: Say, thing: Words | str) -> Yes:
    return Yes(say, in_words(door, say.topic) if say.topic else thing, OnceForm(auto_id=False))


def shut_since(door: Door, member: UUID) -> date | None:
    """Since when nothing is open to this one that the child once said yes to; for the child alone.  One statement."""
    if door.relation is not Relation.CHILD:
        return None
    said = Say.objects.filter(dossier=door.dossier, giver=Giver.CHILD, towards=member, answer=Word.YES, waits=False)
    at = said.exclude(withdrawn_at=None).order_by("-withdrawn_at").values_list("withdrawn_at", flat=True).first()
    return clock.day(at) if at else None
