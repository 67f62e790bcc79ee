"""A child goes from one worker to another of its team: by the worker itself, or by who leads that team (A170)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, F, QuerySet, UUIDField

from kring.access.acts.again import look_no_more
from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.here import here
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import AT_HOME, Relation
from kring.law.endings import goes_sooner
from kring.people.acts import messages
from kring.people.models import MessageCode, Post, Role

MAY_HAND_OVER = frozenset({Relation.WORKER, Relation.TEAM_LEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Who may take over; `goes_sooner`: has a last day itself, too soon to take over (A170)."""

    name: str
    last_day: date | None
    goes_sooner: bool


def colleagues(door: Door) -> dict[UUID, Colleague]:
    """Who of the team of this child may take over: who does not work with it yet, and is not at home there."""
    return in_the_team(door)[0]


def in_the_team(door: Door) -> tuple[dict[UUID, Colleague], list[str]]:
    """The same, and the names of who else works with this child today; two statements."""
    if door.relation not in MAY_HAND_OVER:
        return {}, []
    today = clock.today()
    involved = here(door.dossier.pk, {*AT_HOME, Relation.WORKER}, on=today)
    there = {one.person_id for one in involved}
    at_home = {one.person_id for one in involved if one.relation != Relation.WORKER.value}
    held = [row for row in _POSTS.ask(team=door.dossier.team_id, on=today) if row[0] not in at_home]
    giver = max((until for key, _, until in held if key in there and until), default=None)
    others = [one.person.call_name for one in involved if one.person_id not in {*at_home, door.me}]
    may = {
        key: Colleague(name=name, last_day=until, goes_sooner=goes_sooner(until, giver))
        for key, name, until in reversed(held)
        if key not in there
    }
    return may, others


def _posts(*, team: UUID | Open, on: date | Open) -> QuerySet[Post, tuple[UUID, str, date | None]]:
    """Who works in a team: the key, the name and the last day of each."""
    rows = Post.objects.current(on).filter(team=team, role=Role.WORKER.value)
    rows = rows.order_by(F("until_on").asc(nulls_first=True), "from_on", "pk")
    return rows.values_list("person_id", "person__call_name", "until_on")


_POSTS = Prepared(_posts, team=UUIDField(), on=DateField())


def is_alone(door: Door) -> bool:
    """Whether nobody works with this child: then somebody comes at once, and tells it itself (R15)."""
    if door.relation is Relation.WORKER:
        return False
    return not Involvement.objects.working(clock.today()).filter(dossier=door.dossier).exists()


def hand_over(door: Door, to: UUID, *, stays: bool, once: UUID | None) -> None:
    """`to` works with this child from now on; who hands over stays beside it, or stops at once.

    Raises `NotAllowedError` for who neither works with the child nor leads its team, for who is not of that team, works
    with the child already, or goes itself.
    """
    today, now = clock.today(), clock.now()
    worker = {"dossier": door.dossier, "relation": Relation.WORKER.value}
    with door.writes(Event.WORK_HANDED_OVER, once=once, codes=("stays",) if stays else ()) as write:
        Dossier.objects.select_for_update().get(pk=door.dossier.pk)  # of two at once the second finds it done
        chosen = colleagues(door).get(to)
        if chosen is None or chosen.goes_sooner:
            raise NotAllowedError
        new = Involvement.objects.create(person_id=to, from_on=today, **worker)
        if not stays:
            Involvement.objects.filter(person=door.me, ended_at=None, **worker).update(until_on=today, ended_at=now)
            look_no_more(door.dossier.pk, persons=[door.me])
        messages.tell(to, MessageCode.ROLE_CHANGED, once=f"{write.act}:{to}", about=new.pk)
        write.subject = new.pk
