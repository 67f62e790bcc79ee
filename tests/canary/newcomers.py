"""More people around Noor and Sem, in positions that the cast does not have: `./kring bench canaries` reads as them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from kring.access.models import Restriction, SamePerson
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.dossier.models import Dossier, Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import AT_HOME, Relation
from kring.people.models import Person, Post, Role, User
from tests.family import Family


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Someone in a position towards one child; `gone`: it ended yesterday; `kept_away`: contact is restricted."""

    name: str
    relation: Relation
    child: str = "noor"
    role: Role | None = None
    walled: bool = False
    gone: bool = False
    kept_away: bool = False


NEWCOMERS = (
    Newcomer("Luc", Relation.NETWORK_GUIDE, role=Role.NETWORK_GUIDE),
    Newcomer("Fien", Relation.FALLBACK_WORKER),
    Newcomer("Bea", Relation.FIXED_CONTACT),
    Newcomer("Gust", Relation.UPBRINGER, child="sem"),
    Newcomer("Mieke", Relation.PARENTS_TRUST_PERSON),
    Newcomer("Pol", Relation.SUPPORTER, child="sem"),
    Newcomer("Jana", Relation.JIM, child="sem"),
    Newcomer("Wout", Relation.PARENT, child="sem", walled=True),
    Newcomer("Petra", Relation.PARENT, kept_away=True),
    Newcomer("Rik", Relation.MANDATED_SERVICE),
    Newcomer("Leo", Relation.TRUST_PERSON, child="sem"),
    Newcomer("Bart", Relation.WORKER, role=Role.WORKER, gone=True),
    Newcomer("Tom", Relation.SUPPORTER, gone=True),
    Newcomer("Marc", Relation.DIRECTOR, role=Role.DIRECTOR, gone=True),
)


def arrive(family: Family) -> dict[str, UUID]:
    """Everyone of these, with an account; by a short name."""
    return {one.name.lower(): _arrived(family, one) for one in NEWCOMERS}


def _arrived(family: Family, one: Newcomer) -> UUID:
    person = Person.objects.create(call_name=one.name)
    key = one.name.lower()
    User.objects.create(person=person, email=f"{key}@kring.example", created_at=clock.now(), password="!")
    began, ends = clock.today() - timedelta(days=9), clock.today() - timedelta(days=1) if one.gone else None
    place = family.seeded.dossiers[one.child]
    if one.role:
        here = Dossier.objects.get(pk=place).team.organisation
        Post.objects.create(person=person, organisation=here, role=one.role.value, from_on=began, until_on=ends)
    wall = Wall.objects.create(dossier_id=place, label=f"De kant van {one.name}") if one.walled else None
    of = {"dossier_id": place, "person": person, "relation": one.relation.value}
    Involvement.objects.create(wall=wall, from_on=began, until_on=ends, **of)
    if one.relation in AT_HOME:
        _in_the_circle(family, one, person)
    return person.pk


def _in_the_circle(family: Family, one: Newcomer, person: Person) -> None:
    door = family.door("lotte", child=one.child)
    (member,) = people.add(door, [f"tante of nonkel {one.name}"], layer=Layer.CHILD, act=uuid7())
    SamePerson.objects.create(item_id=member, person=person, confirmed_at=clock.now())
    if one.kept_away:
        of = {"dossier": door.dossier, "member_id": member, "from_on": clock.today()}
        Restriction.objects.create(recorded_by_id=family.person("lotte"), recorded_at=clock.now(), **of)
