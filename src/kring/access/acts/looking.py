"""Looking beside a worker at what is kept apart: asked aloud, signed in anew, a quarter of an hour, once (R17).

The worker says who asked; that person says on its own account that it is there.  The door then knows the case
(`law.access.Case.BESIDE_A_WORKER`), and forgets it by the clock or at the first press of a button.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import DateField, DateTimeField, Q, UUIDField

from kring.access.acts.pointing import say_who
from kring.access.acts.protecting import is_restricted
from kring.access.beside import Beside, Besides
from kring.access.door import Door, RefusedError, open_door
from kring.access.models import Item
from kring.access.readers import Other, others
from kring.access.standing import sits_beside
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.prepared import Prepared
from kring.law.access import Answer, Case, Relation, Section, Verb, classes
from kring.people.actors import Actor, ActorKind

WAITS = timedelta(minutes=10)
"""How long somebody has to say that it is there."""
LASTS = timedelta(minutes=15)


def who_may(door: Door) -> list[Other]:
    """With whom this worker may look: to whom the table would open what is kept apart, beside a worker.

    Nobody any more once the help ended: then no new viewing begins, as no yes opens more.
    """
    if door.relation is not Relation.WORKER or door.dossier.closed_on:
        return []
    return [one for one in others(door) if not one.standing.restricted and _would_open(one)]


def ask(door: Door, person: UUID, member: UUID | None, *, once: UUID | None) -> Beside:
    """This person asked to look, and sits beside me.

    `member` is who it is in the circle, where nobody said so yet: without that nobody knows what is about it, and what
    is about oneself is never shown.  One at a time: who was asked before and did not come yet, is asked no more.
    Raises `NotAllowedError`, also while somebody else looks beside a worker.
    """
    people = who_may(door)
    other = next((one for one in people if one.person == person), None)
    if other is None or not (other.members or _is_free(door, member)) or looks_now(door, people):
        raise NotAllowedError
    with door.writes(Event.VIEWING_ASKED, once=once) as write:
        if not other.members and member:
            say_who(door, member, person)
        Beside.objects.filter(dossier=door.dossier, ended_at=None).update(ended_at=clock.now())
        row = Beside.objects.create(dossier=door.dossier, person_id=person, worker_id=door.me, asked_at=clock.now())
        write.subject = row.pk
    return row


def begin(door: Door, *, once: UUID | None) -> Beside:
    """I am here, signed in anew: from now, a quarter of an hour.

    Raises `NotAllowedError` when no worker waits, for who came in by a link, and with whom contact is restricted.
    """
    row = waiting(door)
    if row is None or door.actor.way or is_restricted(door.dossier.pk, person=door.me):
        raise NotAllowedError
    with door.writes(Event.VIEWING_BEGAN, once=once) as write:
        row.from_at = clock.now()
        row.until_at = row.from_at + LASTS
        row.save(update_fields=["from_at", "until_at"])
        write.subject = row.pk
    return row


def end(door: Door, row: Beside, *, once: UUID | None) -> None:
    """Stop looking, by who looks or by a worker of this child.  Raises `NotAllowedError`."""
    if row.dossier_id != door.dossier.pk or not _is_of(door, row) or row.ended_at:
        raise NotAllowedError
    with door.writes(Event.VIEWING_ENDED, once=once) as write:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        write.subject = row.pk


def waiting(door: Door) -> Beside | None:
    """That a worker waits for this visitor, who is still at work here; asked in the last minutes."""
    now = clock.now()
    rows = _open(door.dossier.pk, door.me).filter(from_at=None, asked_at__gt=now - WAITS, asked_at__lte=now)
    row = rows.order_by("-asked_at").first()
    return row if row and workers_door(row) else None


def going_on(door: Door) -> Beside | None:
    """The viewing that is open now in this session of the visitor."""
    here = door.actor.viewing
    mine = Beside.objects.open(clock.now()).filter(dossier=door.dossier, person=door.me, pk=here) if here else None
    return mine.first() if mine is not None else None


def beside_me(door: Door) -> list[Beside]:
    """Of a worker: whom it asked to come, and who looks now beside whoever of those who work with this child."""
    if door.relation is not Relation.WORKER:
        return []
    now = clock.now()
    goes_on = {row.pk for row in _looks(door)}
    rows = Beside.objects.filter(dossier=door.dossier, ended_at=None).select_related("person", "worker")
    asked = Q(worker=door.me, from_at=None, asked_at__gt=now - WAITS)
    return list(rows.filter(asked | Q(pk__in=goes_on)).order_by("pk"))


def looks_now(door: Door, people: Sequence[Other]) -> bool:
    """Whether somebody looks at this moment beside a worker, whoever that is: two at a time sit beside nobody (R17).

    `people`: who may.  Who may not any more, or sits beside who is gone, looks at nothing and stands in nobody's way.
    """
    may = {one.person for one in people}
    return any(row.person_id in may for row in _looks(door))


def _looks(door: Door) -> list[Beside]:
    """All that goes on now beside whoever works with this child."""
    return _LOOKS.ask(dossier=door.dossier.pk, now=clock.now(), today=clock.today())


_LOOKS = Prepared(
    lambda dossier, now, today: sits_beside(now, today).filter(dossier=dossier),
    dossier=UUIDField(),
    now=DateTimeField(),
    today=DateField(),
)


def one(door: Door, key: UUID) -> Beside:
    """One of this child.  Raises `NotAllowedError`."""
    row = Beside.objects.filter(dossier=door.dossier, pk=key, ended_at=None).first()
    if row is None or not _is_of(door, row):
        raise NotAllowedError
    return row


def workers_door(row: Beside) -> Door | None:
    """The door of the worker that sits beside: nothing once it does not work here any more."""
    try:
        door = open_door(Actor(ActorKind.SESSION, row.worker_id), row.dossier_id, Section.CIRCLE)
    except RefusedError:
        return None
    return door if door.relation is Relation.WORKER else None


def _would_open(one: Other) -> bool:
    """Whether it is looking beside a worker that opens it: to who reads it anyway, or never, nothing is opened here."""

    def opens(cases: frozenset[Case]) -> bool:
        return bool(classes(one.relation, Section.APART, Verb.READ, Answer.OPEN, cases))

    alone = one.standing.cases - {Case.BESIDE_A_WORKER}
    return opens(alone | {Case.BESIDE_A_WORKER}) and not opens(alone)


def _is_of(door: Door, row: Beside) -> bool:
    """Whose viewing it is: of who looks, who sits beside, and who works with the child as well."""
    return door.me in {row.person_id, row.worker_id} or door.relation is Relation.WORKER


def _is_free(door: Door, member: UUID | None) -> bool:
    """Someone of this circle of whom nobody said yet who it is."""
    here = Item.objects.filter(pk__in=[member], dossier=door.dossier, section=Section.CIRCLE.value, same_person=None)
    return here.exists()


def _open(dossier: UUID, person: UUID) -> Besides:
    return Beside.objects.filter(dossier=dossier, person=person, ended_at=None)
