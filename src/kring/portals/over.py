"""What a child finds whose place was closed: that the help ended, what it can still read, and who is still there."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateField, QuerySet, UUIDField

from kring.access.door import Door, RefusedError, open_door
from kring.dossier.models import Involvement
from kring.endings.models import Aftercare
from kring.endings.questions import CARE
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation, Section
from kring.people.actors import Actor


@dataclass(frozen=True, slots=True)
class Over:
    """A closed place of the child itself, and what the house still does."""

    dossier: UUID
    aftercare: list[Aftercare]


def own_that_closed(actor: Actor) -> Over | None:
    """The place of a child that was closed last; nothing for everybody else, and for who came in by pictures."""
    door = None if actor.is_small else _door(actor)
    if door is None:
        return None
    door.notes_the_visit(Section.RIGHTS)
    today = clock.today()
    return Over(door.dossier.pk, [one for one in CARE.of(door) if one.until_on is None or one.until_on >= today])


def _door(actor: Actor) -> Door | None:
    closed = _CLOSED.ask(today=clock.today(), person=actor.person) if actor.person else []
    try:
        return open_door(actor, closed[0], Section.RIGHTS) if closed else None
    except RefusedError:
        return None


def _own_and_closed(*, today: Open, person: Open) -> QuerySet[Involvement, UUID]:
    own = Involvement.objects.current(today).filter(person=person, relation=Relation.CHILD.value)
    return own.exclude(dossier__closed_on=None).order_by("-dossier__closed_on").values_list("dossier", flat=True)


_CLOSED = Prepared(_own_and_closed, today=DateField(), person=UUIDField())
