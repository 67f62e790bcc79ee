"""Who guides the network of a child: a colleague with that work, named by a worker, from a day until a day or open.

B39b.  What it reads stands in the table: the circle with its ties, and what was agreed on practically; no notes, no
plan.  What the child closes, or closed to who worked with it before, stays closed to it (R7, R8).  A person tells the
child first who comes (R15).  Who leads the team names nobody here: it reads nothing of a child, and gives it a worker.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kring.access.acts.again import ask_again
from kring.access.door import Door
from kring.access.models import Restriction
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.law.access import Relation
from kring.law.endings import wrong_day
from kring.people.acts import messages
from kring.people.models import MessageCode, Person, Post, Role

GUIDE = Relation.NETWORK_GUIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Who, from which day until which, or open; when and by whom the child was told (R15)."""

    who: UUID
    from_on: date
    until_on: date | None
    told_on: date
    told_by: str


def named(door: Door) -> Involvements:
    """Who guides today or later, the first first."""
    held = Involvement.objects.filter(dossier=door.dossier, relation=GUIDE.value, ended_at=None)
    in_time = held.filter(Q(until_on=None) | Q(until_on__gte=clock.today()))
    return in_time.select_related("person").order_by("from_on", "pk")


def to_name(door: Door) -> list[Person]:
    """Who guides networks in this house, of all teams or of the team of this child, by name.

    Nobody who is something to this child already, and nobody with whom its contact is restricted (R28).
    """
    today, team = clock.today(), Q(team=None) | Q(team=door.dossier.team_id)
    posts = Post.objects.current(today).filter(team, role=Role.NETWORK_GUIDE.value)
    posts = posts.filter(organisation__teams=door.dossier.team_id)
    here = Involvement.objects.filter(dossier=door.dossier, ended_at=None).exclude(until_on__lt=today)
    apart = Restriction.objects.towards(OuterRef("pk")).filter(dossier=door.dossier)
    people = Person.objects.filter(~Exists(apart), posts__in=posts).exclude(pk__in=here.values("person")).distinct()
    return sorted(people, key=lambda one: one.call_name.casefold())


def name(door: Door, new: Guide, *, once: UUID | None) -> Involvement:
    """Let a colleague guide the network of this child.

    Raises `NotAllowedError` for who is no worker of this child, for who cannot be named, for days that cannot be, where
    nobody told the child first, and after the help.
    """
    told = bool(new.told_by.strip()) and wrong_day(new.told_on, first=door.dossier.opened_on, on=clock.today()) is None
    if not (told and _may(door) and _in_time(new) and new.who in {one.pk for one in to_name(door)}):
        raise NotAllowedError
    with door.writes(Event.GUIDE_NAMED, once=once) as write:
        row = Involvement.objects.create(
            dossier=door.dossier,
            person_id=new.who,
            relation=GUIDE.value,
            from_on=new.from_on,
            until_on=new.until_on,
            came_told_on=new.told_on,
            came_told_by=new.told_by.strip(),
        )
        ask_again(door, persons=[new.who])  # a yes of before was to who guided then, or to what it was: said anew
        messages.tell(new.who, MessageCode.ROLE_CHANGED, once=f"{write.act}:{new.who}", about=row.pk)
        write.subject = row.pk
    return row


def end(door: Door, row: Involvement, *, once: UUID | None) -> None:
    """It guides no more, and reads nothing at the next request.  Raises `NotAllowedError`."""
    if not _may(door) or row not in named(door):
        raise NotAllowedError
    with door.writes(Event.GUIDE_ENDED, once=once) as write:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        write.subject = row.pk


def _may(door: Door) -> bool:
    """Who works with the child itself, while the help goes on: who stands in names nobody."""
    return door.relation is Relation.WORKER and door.dossier.closed_on is None


def _in_time(new: Guide) -> bool:
    return clock.today() <= new.from_on and (new.until_on is None or new.from_on <= new.until_on)
