"""A child goes from one worker to another of its team: by the worker itself, or by who leads that team (A170)."""

from uuid import UUID

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.people.acts import messages
from kring.people.models import MessageCode, Post, Role

MAY_HAND_OVER = frozenset({Relation.WORKER, Relation.TEAM_LEAD})


def colleagues(door: Door) -> dict[UUID, str]:
    """Who of the team of this child may take over, by name: who does not work with it yet."""
    if door.relation not in MAY_HAND_OVER:
        return {}
    here = Post.objects.current(clock.today()).filter(team=door.dossier.team_id, role=Role.WORKER.value)
    works = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, relation=Relation.WORKER.value)
    rows = here.exclude(person__in=works.values("person")).order_by("from_on", "pk")
    return dict(rows.values_list("person_id", "person__call_name"))


def hand_over(door: Door, to: UUID, *, stays: bool, once: UUID | None) -> None:
    """`to` works with this child from now on; who hands over stays beside it, or stops at once.

    Raises `NotAllowedError` for who neither works with the child nor leads its team, and for who is not of that team.
    """
    if to not in colleagues(door):
        raise NotAllowedError
    today, now = clock.today(), clock.now()
    worker = {"dossier": door.dossier, "relation": Relation.WORKER.value}
    with door.writes(Event.WORK_HANDED_OVER, once=once, codes=("stays",) if stays else ()) as write:
        new = Involvement.objects.create(person_id=to, from_on=today, **worker)
        if not stays:
            Involvement.objects.filter(person=door.me, ended_at=None, **worker).update(until_on=today, ended_at=now)
        messages.tell(to, MessageCode.ROLE_CHANGED, once=f"{write.act}:{to}", about=new.pk)
        write.subject = new.pk
