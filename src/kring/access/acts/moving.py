"""A child goes to another team of the house: that team's involvement begins, that of the old one ends.

Nobody of the network, no parent and nobody of the whole house ends with it.  To another house nothing goes by itself.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, QuerySet, UUIDField

from kring.access.acts.again import nobody_looks
from kring.access.door import Door
from kring.access.writing import NotAllowedError, StaleError, Writing
from kring.dossier.models import Dossier, Involvement, Move
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import AT_HOME, Relation
from kring.people.acts import messages
from kring.people.models import MessageCode, Post, Role

OF_A_TEAM = (Relation.WORKER.value, Relation.NETWORK_GUIDE.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """Who works with the child in the other team (its post there); when and by whom the child was told."""

    post: UUID
    told_on: date
    told_by: str


def elsewhere(door: Door) -> list[Post]:
    """Who works with children in the other teams of this house, by team and by name; nobody who is at home there."""
    if door.relation is not Relation.WORKER:
        return []
    rows = _ELSEWHERE.ask(dossier=door.dossier.pk, team=door.dossier.team_id, on=clock.today())
    return sorted(rows, key=lambda one: (one.team.name if one.team else "", one.person.call_name.casefold()))


def _elsewhere(*, dossier: UUID | Open, team: UUID | Open, on: date | Open) -> QuerySet[Post]:
    here = Post.objects.current(on).filter(role=Role.WORKER.value, team__organisation__teams=team)
    current = Involvement.objects.current(on).filter(dossier=dossier)
    at_home = current.filter(relation__in=sorted(one.value for one in AT_HOME)).values("person")
    return here.exclude(team=team).exclude(person__in=at_home).select_related("person", "team")


_ELSEWHERE = Prepared(_elsewhere, dossier=UUIDField(), team=UUIDField(), on=DateField())


def move(door: Door, write: Writing, there: There) -> None:
    """The same child, another team from now on.  Part of the act that says so.

    Raises `NotAllowedError` for a post that is not of another team of this house, `StaleError` for the second of two.
    """
    post = next((one for one in elsewhere(door) if one.pk == there.post), None)
    if post is None or post.team is None:
        raise NotAllowedError
    if Dossier.objects.select_for_update().get(pk=door.dossier.pk).team_id != door.dossier.team_id:
        raise StaleError
    today, here = clock.today(), Involvement.objects.filter(dossier=door.dossier, ended_at=None)
    here.filter(relation__in=OF_A_TEAM).update(until_on=today, ended_at=clock.now())
    nobody_looks(door)
    Dossier.objects.filter(pk=door.dossier.pk).update(team=post.team)
    worker = {"dossier": door.dossier, "relation": Relation.WORKER.value, "from_on": today}
    new = Involvement.objects.create(person=post.person, **worker)
    moved = {"dossier": door.dossier, "from_team_id": door.dossier.team_id, "to_team": post.team, "moved_on": today}
    row = Move.objects.create(**moved, moved_by_id=door.me, told_on=there.told_on, told_by=there.told_by)
    messages.tell(post.person_id, MessageCode.ROLE_CHANGED, once=f"{write.act}:{post.person_id}", about=new.pk)
    write.subject = row.pk
