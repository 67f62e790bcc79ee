"""A person told what changes at 12 or at 18: who, when, and to whom; no page and no message does that (R15)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import birthdays
from kring.access.acts.deciding import only_who_helps
from kring.access.door import Door
from kring.access.standing import born_on
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.here import here
from kring.dossier.models import Dossier, ToldOfAge
from kring.kit import clock
from kring.law.capacity import ADULT_FROM, EARLY, Turn, counts_as_told, told_of
from kring.law.ways import PARENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """When it was told, by whom, to the child or not, and to which parents."""

    on: date
    by: str
    child: bool
    parents: frozenset[UUID] = frozenset()


def turn_of(door: Door) -> Turn | None:
    """Of which birthday one may write down today that it was told."""
    today = clock.today()
    return told_of(born_on(door.dossier, on=today), on=today)


def first_day(door: Door, turn: Turn) -> date:
    """The first day on which it can have been told here."""
    return max(door.dossier.opened_on, turn.on - EARLY)


def tell(door: Door, telling: Telling, *, once: UUID) -> None:
    """Keep who told it, when and to whom: one row for each.  What the child was told, nobody is asked to tell any more.

    Raises `NotAllowedError` for who does not give the help, for a day to come or before the child came, for nobody,
    for who is no parent here, and while neither birthday is near.
    """
    only_who_helps(door)
    turn = turn_of(door)
    parents = {row.person_id for row in here(door.dossier.pk, PARENTS, on=clock.today())}
    somebody = telling.child or telling.parents
    if turn is None or not first_day(door, turn) <= telling.on <= clock.today():
        raise NotAllowedError
    if not somebody or telling.parents - parents:
        raise NotAllowedError
    with door.writes(Event.TURNING_TOLD, once=once, codes=(str(turn.age),)):
        _keep(door, turn, telling, [*([None] if telling.child else []), *sorted(telling.parents)])
        if telling.child and counts_as_told(turn, telling.on):
            _child_knows(door, turn, telling.on)


def _keep(door: Door, turn: Turn, telling: Telling, whom: Iterable[UUID | None]) -> None:
    for person in whom:
        ToldOfAge.objects.create(
            dossier=door.dossier,
            age=turn.age,
            told_on=telling.on,
            told_by=telling.by,
            told_to_id=person,
            recorded_by_id=door.me,
        )


def _child_knows(door: Door, turn: Turn, on: date) -> None:
    if turn.age >= ADULT_FROM.on(on):
        Dossier.objects.filter(pk=door.dossier.pk, grown_told_on=None).update(grown_told_on=on)
    else:
        birthdays.told_of_twelve(door, on)


def told_so_far(door: Door) -> list[ToldOfAge]:
    """Every time it was told here, the first first.  One statement."""
    return list(ToldOfAge.objects.filter(dossier=door.dossier).select_related("told_to").order_by("told_on", "pk"))
