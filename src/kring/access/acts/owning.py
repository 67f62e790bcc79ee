"""The youth takes over what stands here about it, or not yet: never by a birthday, and never refused (C54, R15)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.standing import born_on
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, TakenOver
from kring.kit import clock
from kring.law.access import Case, Relation
from kring.law.capacity import ADULT_FROM
from kring.law.taking_over import Said, Voiced, is_in_own_hands, may_be_written_for, stands
from kring.law.time import birthday


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What the youth says, when, and how: with its own hands, or as a worker heard or saw it."""

    said: Said
    on: date
    expressed: str = ITSELF


def say(door: Door, saying: Saying, *, once: UUID) -> None:
    """Keep what the youth says.  Raises `NotAllowedError` for anybody but the youth and who writes it down for it.

    Also before the youth is of age, for a day on which it was not yet, or that is still to come.  A worker writes
    nothing over what the youth took with its own hands.
    """
    mine, eighteenth = door.relation is Relation.CHILD, of_age_since(door)
    may = mine or (door.relation is Relation.WORKER and may_be_written_for(said_so_far(door)))
    if not may or eighteenth is None or not eighteenth <= saying.on <= clock.today():
        raise NotAllowedError
    expressed = ITSELF if mine else saying.expressed
    with door.writes(Event.RECORD_TAKEN_OVER, once=once, codes=(saying.said.value, expressed)) as write:
        row = TakenOver.objects.create(
            dossier=door.dossier,
            said=saying.said.value,
            said_on=saying.on,
            expressed=expressed,
            recorded_by_id=door.me,
        )
        since = saying.on if is_in_own_hands(said_so_far(door)) else None
        Dossier.objects.filter(pk=door.dossier.pk).update(own_since=since)
        write.subject = row.pk


def of_age_since(door: Door) -> date | None:
    """The day on which the child came of age; nothing while it is a minor, or nobody wrote down its birthday."""
    born = born_on(door.dossier, on=clock.today())
    return birthday(born, ADULT_FROM.on(clock.today())) if born and Case.MINOR not in door.standing.cases else None


def said_so_far(door: Door) -> Voiced | None:
    """What holds now of what the youth said; nothing: nobody said anything yet."""
    rows = TakenOver.objects.filter(dossier=door.dossier).order_by("pk")
    return stands([Voiced(said=Said(row.said), on=row.said_on, by_itself=row.expressed == ITSELF) for row in rows])


def waits_for_the_youth(door: Door) -> bool:
    """Whether a yes written down here waits for the youth itself, because it took over what stands here."""
    return door.relation is not Relation.CHILD and is_in_own_hands(said_so_far(door))
