"""Meeting others who stand beside a child: what a person reads of it, what the host reads, and who still may (C138).

Who is not beside a child any more, is out at the next request: that is asked here each time, and nothing is taken away
by hand.  Nobody reads a list or a number of who said yes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, Q

from kring.access.door import Door, RefusedError
from kring.access.models import Restriction
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.support import SERVES, PeerSubject, may_be_said_anew
from kring.people.models import Coming, Gathering, Organisation, PeerYes

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise as Words

NOTHING = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A meeting as it is shown; the answer of the visitor, or to the host the first names of who comes."""

    row: Gathering
    mine: Coming | None = None
    names: Sequence[str] = ()

    @property
    def subject(self) -> Words | str:
        """What it is about."""
        subject = PeerSubject(self.row.subject)
        return self.row.words if subject is PeerSubject.OTHER else sentence(code_of(subject))

    @property
    def more(self) -> str:
        """What the host wrote beside the subject."""
        return "" if self.row.subject == PeerSubject.OTHER.value else self.row.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What stands here of the visitor itself: its yes, and the meetings to which that is an invitation."""

    yes: PeerYes | None
    gatherings: Sequence[Shown]

    @property
    def holds(self) -> bool:
        """Whether the yes is an invitation today."""
        return self.yes is not None and self.yes.holds(clock.today())

    @property
    def asks_again(self) -> bool:
        """Whether it is asked again, in calm: it ran out, or nearly."""
        return self.yes is not None and may_be_said_anew(self.yes.until_on, on=clock.today())


def only_who_serves(door: Door) -> None:
    """For who serves as trust person, and for a JIM.  Raises `RefusedError`."""
    if door.relation not in SERVES:
        raise RefusedError


def mine(door: Door, house: Organisation) -> Mine:
    """Three statements."""
    yes = PeerYes.objects.filter(organisation=house, person=door.me).first()
    own = Prefetch("answers", Coming.objects.filter(person=door.me), to_attr="own")
    rows = list(_ahead(house).prefetch_related(own))
    shown = [Shown(row=row, mine=next(iter(row.own), None)) for row in rows]
    comes = [one for one in shown if one.mine is not None and one.mine.comes]
    return Mine(yes=yes, gatherings=shown if yes is not None and yes.holds(clock.today()) else comes)


def invited(door: Door, house: Organisation) -> bool:
    """Whether a meeting waits for an answer of the visitor; one statement."""
    if door.relation not in SERVES:
        return False
    yes = PeerYes.objects.filter(organisation=house, person=door.me, until_on__gt=clock.today())
    open_yet = _ahead(house).filter(called_off_on=None).exclude(answers__person=door.me)
    return open_yet.filter(organisation__in=yes.values("organisation")).exists()


def hosted(house: Organisation) -> list[Shown]:
    """For the host: what is planned, with the first names of who comes and still stands beside a child."""
    rows = list(_ahead(house).prefetch_related(Prefetch("answers", Coming.objects.filter(comes=True).order_by("pk"))))
    here = stand(house, {one.person_id for row in rows for one in row.answers.all()})
    return [
        Shown(row=row, names=[one.first_name for one in row.answers.all() if one.person_id in here]) for row in rows
    ]


def stand(house: Organisation, persons: Collection[UUID]) -> frozenset[UUID]:
    """Of these, who stands beside a child of this house now, and to whom that child's place is open; two statements."""
    held = Involvement.objects.current(clock.today()).filter(
        person__in=persons, relation__in=sorted(SERVES), dossier__team__organisation=house, dossier__closed_on=None
    )
    places = set(held.values_list("person_id", "dossier_id"))
    who = Q(person__in=persons) | Q(member__same_person__person__in=persons, moved_at=None)
    kept_off = Restriction.objects.in_force().filter(who, dossier__in={dossier for _, dossier in places})
    both = kept_off.values_list("person_id", "member__same_person__person", "dossier_id")
    shut = {(person, dossier) for *found, dossier in both for person in found}
    return frozenset(person for person, _ in places - shut)


def still_holds(person: UUID, gathering: UUID | None) -> bool:
    """Whether somebody may be told of a meeting: still to come, still beside a child, and by its own yes (C138)."""
    row = (
        Gathering.objects.filter(pk=gathering or NOTHING, on__gte=clock.today()).select_related("organisation").first()
    )
    if row is None or person not in stand(row.organisation, {person}):
        return False
    if row.answers.filter(person=person, comes=True).exists():
        return True
    yes = PeerYes.objects.filter(organisation=row.organisation_id, person=person, until_on__gt=clock.today())
    return row.called_off_on is None and yes.exists()


def _ahead(house: Organisation) -> QuerySet[Gathering]:
    return Gathering.objects.filter(organisation=house, on__gte=clock.today()).order_by("on", "at", "pk")
