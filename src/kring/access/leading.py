"""The door of a team lead: it knows of a few things that they were done or not, and reads nothing of them (A31, J9).

A role opens no dossier (R7); what this opens is in the table as every other: `team_lead`, a section, `know` and `add`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DateField, F, Q, QuerySet, UUIDField

from kring.access import scope
from kring.access.desk import DESK, note_the_list
from kring.access.door import Door, RefusedError
from kring.access.kept import KeptQuerySet
from kring.access.looks import asked_after, due_of, looks
from kring.access.models import Visit
from kring.access.sieve import Answers
from kring.access.standing import Standing
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.prepared import Among, Open, OpenList, Prepared
from kring.law.access import AT_HOME, Answer, Relation, Section, Verb, classes
from kring.people.actors import Actor
from kring.people.models import Organisation, Post, Role, Team


@dataclass(frozen=True, slots=True)
class Waiting:
    """A child of an own team, and since when something waits there in one section; who works with it."""

    dossier: UUID
    name: str
    opened_on: date
    since: date | None
    """The first day on which something waits; nothing when nothing was ever written there."""
    asked_on: date | None = None
    """When a team lead asked after it, while it waits: a fact that it knows of, and reads nothing of."""


def led_by(actor: Actor, on: date) -> QuerySet[Dossier]:
    """The children of the teams that someone leads; of who leads the whole house all of them."""
    return Dossier.objects.filter(closed_on=None, team__in=teams_led(actor, on))


def teams_led(actor: Actor, on: date) -> set[UUID] | QuerySet[Team]:
    """The teams that someone leads; of who leads the whole house all of them."""
    posts = Post.objects.current(on).filter(person=actor.person, role=Role.TEAM_LEAD.value)
    held = list(posts) if actor.way is None else []
    teams = {post.team_id for post in held if post.team_id}
    return teams or Team.objects.filter(organisation__in={post.organisation_id for post in held})


def waiting_in(section: Section, dossiers: QuerySet[Dossier]) -> list[Waiting]:
    """Since when something waits in one section, of each of these children.  One statement."""
    rows = dossiers.annotate(**looks("pk")).order_by("opened_on", "pk").only("call_name", "opened_on")
    return [_waiting(one, section) for one in rows]


def _waiting(child: Any, section: Section) -> Waiting:  # noqa: ANN401  # a row with `looks`
    asked = asked_after(Relation.WORKER, child.looks_asked) if section is Section.MOMENTS else None
    since = due_of(child, Relation.WORKER).get(section)
    return Waiting(child.pk, child.call_name, child.opened_on, since, asked)


def how_many_have(rows: KeptQuerySet[Any], dossiers: QuerySet[Dossier]) -> int:
    """In how many of these children there is such a row: a number and nothing else (B131).  One statement.

    Only of classes that a team lead may know are there; who reads the number reads none of the rows.
    """
    known = [one.value for one in classes(Relation.TEAM_LEAD, rows.model.section, Verb.KNOW, Answer.OPEN)]
    there = rows.opened(Q(item__klass__in=known, item__dossier__in=dossiers.values("pk")))
    counted: int = there.order_by().values("item__dossier").distinct().count()
    return counted


def noted(actor: Actor, dossiers: list[UUID]) -> None:
    """A list that names children is in the log once an hour, as that of a worker is (R24)."""
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    listed = Visit.objects.filter(person=actor.person, section=DESK, basis=DESK, hour=hour, dossier__in=dossiers)
    note_the_list(actor, sorted(set(dossiers) - set(listed.values_list("dossier", flat=True))), hour)


def workers_of(dossiers: list[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """Who works with these children today: by child, the persons and how they are called."""
    held = Involvement.objects.working(clock.today()).filter(dossier__in=dossiers)
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for child, person, name in held.order_by("from_on", "pk").values_list("dossier", "person", "person__call_name"):
        found.setdefault(child, []).append((person, name))
    return found


def works_and_is_at_home(children: Sequence[Dossier]) -> set[UUID]:
    """The children with somebody who works with them and is at home there as well: who, and as what, is not said (R7).

    Of children with whom nobody works who is not.
    """
    held = Involvement.objects.current(clock.today()).filter(dossier__in=children, relation=Relation.WORKER.value)
    return set(held.values_list("dossier", flat=True))  # of no children no statement


def names_around(house: Organisation) -> list[str]:
    """How the children of a house are called, and who is involved with them: only to find a name in what is typed.

    Shown to nobody.  Whoever has no way in stands only in a circle, and a circle is read through its own door.
    """
    children = Dossier.objects.filter(team__organisation=house)
    around = Involvement.objects.filter(dossier__in=children).values_list("person__call_name", flat=True)
    return sorted({*children.values_list("call_name", flat=True), *around} - {""})


def closed_led_by(actor: Actor, on: date) -> QuerySet[Dossier]:
    """The places of these teams that were closed."""
    return Dossier.objects.exclude(closed_on=None).filter(team__in=teams_led(actor, on))


def closed_worked_with(actor: Actor, on: date) -> QuerySet[Dossier]:
    """The closed places in which someone still reads, as who worked with the child."""
    held = Involvement.objects.current(on).filter(person=actor.person, relation=Relation.WORKER.value)
    there = Dossier.objects.exclude(closed_on=None).filter(pk__in=held.values("dossier"))
    return there if actor.way is None else there.none()


def open_closed(actor: Actor, dossier: UUID) -> Door:
    """A door to a closed place of an own team, to open it again and for nothing else.  Raises `RefusedError`."""
    child = closed_led_by(actor, clock.today()).filter(pk=dossier).first()
    if child is None or actor.person is None:
        raise RefusedError
    return _as_lead(actor, actor.person, child)


def goer(actor: Actor, person: UUID) -> Post | None:
    """The post of a worker in a team that someone leads; of several the one that ends first."""
    today = clock.today()
    held = Post.objects.current(today).filter(person=person, role=Role.WORKER.value, team__in=teams_led(actor, today))
    return held.select_related("person").order_by(F("until_on").asc(nulls_last=True), "pk").first()


def goes_from(child: Dossier) -> UUID | None:
    """Who works with this child today and has a last day: the first to go."""
    held = Involvement.objects.working(clock.today()).filter(dossier=child)
    goes = Post.objects.current(clock.today()).filter(team=child.team_id, role=Role.WORKER.value)
    rows = goes.exclude(until_on=None).filter(person__in=held.values("person")).order_by("until_on", "pk")
    return rows.values_list("person_id", flat=True).first()


def worked_with(post: Post) -> list[Involvement]:
    """With which children of its team someone works, or did until it handed them over since its last day was said.

    Not with whom it is at home: there it works no more (`Involvements.working`).
    """
    rows: list[Involvement] = _WORKED_WITH.ask(
        person=post.person_id,
        team=post.team_id,
        since=post.from_on,
        said=post.end_said_on or date.max,
        today=clock.today(),
    )
    over_first = sorted(rows, key=lambda one: one.ended_at is None)
    found = {one.dossier_id: one for one in over_first}
    return sorted(found.values(), key=lambda one: (one.dossier.opened_on, one.dossier_id))


def _worked_with(*, person: Open, team: Open, since: Open, said: Open, today: Open) -> QuerySet[Involvement]:
    home = Involvement.objects.current(today).filter(person=person, relation__in=[one.value for one in AT_HOME])
    lasts = Q(ended_at=None) & (Q(until_on=None) | Q(until_on__gte=today))
    rows = Involvement.objects.filter(
        lasts | Q(ended_at__date__gte=said),
        person=person,
        relation=Relation.WORKER.value,
        dossier__team=team,
        dossier__closed_on=None,
        from_on__gte=since,
    )
    return rows.exclude(dossier__in=home.values("dossier")).select_related("dossier")


_WORKED_WITH = Prepared(
    _worked_with, person=UUIDField(), team=UUIDField(), since=DateField(), said=DateField(), today=DateField()
)


def how_many_with(post: Post) -> int:
    """With how many children of its team somebody works now: for `people`, which knows of none (R7)."""
    return sum(one.ended_at is None for one in worked_with(post))


def who_stays(dossiers: Iterable[UUID], *, after: date, but: UUID) -> dict[UUID, list[str]]:
    """Who else works with these children on the day after: by child, how they are called."""
    children = list(dossiers)
    found: dict[UUID, list[str]] = {}
    for child, name in _STAYS.ask(dossiers=children, on=after + timedelta(days=1), but=but):
        found.setdefault(child, []).append(name)
    return found


def _who_stays(*, dossiers: OpenList, on: Open, but: Open) -> QuerySet[Any, Any]:
    held = Involvement.objects.working(on).exclude(person=but).filter(dossier__in=dossiers)
    return held.order_by("from_on", "pk").values_list("dossier", "person__call_name")


_STAYS = Among(_who_stays, dossiers=[UUIDField()], on=DateField(), but=UUIDField())


def open_as_lead(actor: Actor, dossier: UUID, section: Section) -> Door:
    """A door that knows and asks, and reads nothing.  Raises `RefusedError`, as every door."""
    child = led_by(actor, clock.today()).filter(pk=dossier).first()
    if child is None or actor.person is None:
        raise RefusedError
    door = _as_lead(actor, actor.person, child)
    if door.sieve(section).is_empty(Verb.KNOW):
        raise RefusedError
    return door


def _as_lead(actor: Actor, me: UUID, child: Dossier) -> Door:
    scope.about(child.pk)
    standing = Standing(Relation.TEAM_LEAD, frozenset(), frozenset(), restricted=False, answers=Answers())
    return Door(actor, me, child, standing)
