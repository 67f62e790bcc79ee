"""The cast: one family and the people around it, for the demo, the tests and the manual.  All of them are invented."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kring.access.acts import Handed, let_in, open_dossier
from kring.access.acts.protecting import Toward
from kring.access.door import open_door
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.access.writing import ITSELF
from kring.circle.acts.walls import put
from kring.demo import circles, notes, talks
from kring.dossier.models import Dossier, Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.time import months_later
from kring.people.actors import Actor, ActorKind
from kring.people.models import Organisation, Person, Post, Role, Team, User
from kring.rights import given


@dataclass(frozen=True, slots=True)
class Part:
    """Someone of the cast who can come in: a short name to find it by, and who it is, in a line."""

    key: str
    name: str
    who: str
    role: Role | None = None
    team: str = "noord"


CAST = (
    Part("noor", "Noor", "15 jaar, woont in een leefgroep"),
    Part("sem", "Sem", "9 jaar, haar broer"),
    Part("lotte", "Lotte", "begeleider van Noor en Sem", Role.WORKER),
    Part("bram", "Bram", "netwerkbegeleider van Noor", Role.NETWORK_GUIDE),
    Part("hilde", "Hilde", "teamverantwoordelijke", Role.TEAM_LEAD),
    Part("greet", "Greet", "vast aanspreekpunt voor vertrouwenspersonen", Role.WORKER),
    Part("mo", "Mo", "directeur", Role.DIRECTOR),
    Part("saar", "Saar", "functionaris voor gegevensbescherming", Role.OFFICER),
    Part("an", "An", "begeleider in een ander team", Role.WORKER, "zuid"),
    Part("ann", "Ann", "mama van Noor en Sem"),
    Part("tarik", "Tarik", "papa van Noor en Sem"),
    Part("rita", "Rita", "oma van Noor en Sem"),
    Part("wilma", "Wilma", "buurvrouw van vroeger, straks misschien de JIM van Noor"),
    Part("karim", "Karim", "trainer volleybal"),
    Part("dirk", "Dirk", "vriend van de familie"),
    Part("nadia", "Nadia", "consulent van de sociale dienst"),
)
RELATIONS: dict[str, dict[str, Relation]] = {
    "noor": {
        "noor": Relation.CHILD,
        "bram": Relation.NETWORK_GUIDE,
        "ann": Relation.PARENT,
        "tarik": Relation.PARENT,
        "wilma": Relation.JIM,
        "karim": Relation.SUPPORTER,
        "rita": Relation.SUPPORTER,
        "mo": Relation.DIRECTOR,
        "nadia": Relation.COURT_SERVICE,
    },
    "sem": {"sem": Relation.CHILD, "ann": Relation.PARENT, "tarik": Relation.PARENT, "mo": Relation.DIRECTOR},
}
AGES = {"noor": 15, "sem": 9}
WALLS = {"ann": "De kant van mama", "tarik": "De kant van papa"}
SIDES = {"noor": {"mama": "ann", "papa": "tarik"}, "sem": {"sem_mama": "ann"}}
"""Who of a circle stands on a side; the rest stands on none, so that a picture for one home shows who is of it."""


@dataclass(slots=True)
class Seeded:
    """Where everyone ended up: persons, dossiers and members by their short name."""

    persons: dict[str, UUID] = field(default_factory=dict)
    dossiers: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, UUID] = field(default_factory=dict)


def seed() -> Seeded:
    """Make the whole cast, through the same acts that people use."""
    seeded = Seeded()
    teams = _house(seeded)
    lotte = Actor(ActorKind.SESSION, seeded.persons["lotte"])
    for child in ("noor", "sem"):
        name = next(part.name for part in CAST if part.key == child)
        dossier = open_dossier(lotte, call_name=name, team=teams["noord"], once=uuid7())
        seeded.dossiers[child] = dossier.pk
        Dossier.objects.filter(pk=dossier.pk).update(born_on=_born(AGES[child]))
        _involve(seeded, child, dossier)
        seeded.members |= circles.draw(lotte, dossier.pk, child)
    for key in ("wilma", "karim", "rita"):
        item = Item.objects.get(pk=seeded.members[key])
        SamePerson.objects.create(
            item=item, person_id=seeded.persons[key], confirmed_by_id=seeded.persons["lotte"], confirmed_at=clock.now()
        )
    notes.write(seeded.persons, seeded.dossiers, seeded.members)
    talks.begin(seeded.dossiers)
    talks.write(seeded.persons, seeded.dossiers)
    _take_sides(seeded, lotte)
    return seeded


def _take_sides(seeded: Seeded, lotte: Actor) -> None:
    """Last: what was written about them before goes along to their side (R16)."""
    for child, dossier in seeded.dossiers.items():
        for key, side in SIDES[child].items():
            wall = Involvement.objects.get(dossier=dossier, person=seeded.persons[side]).wall_id
            put(open_door(lotte, dossier, Section.CIRCLE), Toward(member=seeded.members[key]), wall, act=uuid7())


def a_link(child: str, who: str) -> Handed:
    """The child gives someone of its circle a link, as its own page does: the one before is over."""
    persons = {user.email: user.person_id for user in User.objects.filter(email__in=[_mail(child), _mail(who)])}
    me = persons[_mail(child)]
    place = Involvement.objects.get(person=me, relation=Relation.CHILD.value).dossier_id
    door = open_door(Actor(ActorKind.SESSION, me), place, Section.RIGHTS)
    member = SamePerson.objects.get(person=persons[_mail(who)], item__dossier=place).item_id
    known = next(one for one in given.to_choose(door) if one.member == member)
    return let_in(door, given.of_member(door, known, ITSELF), once=uuid7())


def _mail(key: str) -> str:
    return f"{key}@kring.example"


def _house(seeded: Seeded) -> dict[str, Team]:
    house = Organisation.objects.create(name="De Brug", contact_phone="0470 00 00 01", deputy_phone="0470 00 00 02")
    teams = {key: Team.objects.create(organisation=house, name=f"Team {key.capitalize()}") for key in ("noord", "zuid")}
    for part in CAST:
        person = Person.objects.create(call_name=part.name)
        seeded.persons[part.key] = person.pk
        user = User(person=person, email=_mail(part.key), created_at=clock.now())
        user.set_unusable_password()
        user.save(force_insert=True)
        if part.role:
            Post.objects.create(
                person=person,
                organisation=house,
                team=teams[part.team] if part.role in {Role.WORKER, Role.NETWORK_GUIDE, Role.TEAM_LEAD} else None,
                role=part.role.value,
                from_on=_last_year(),
            )
    house.contact_id, house.deputy_id = seeded.persons["greet"], seeded.persons["hilde"]
    house.save(update_fields=["contact", "deputy"])
    return teams


def _involve(seeded: Seeded, child: str, dossier: Dossier) -> None:
    for key, relation in RELATIONS[child].items():
        wall = Wall.objects.create(dossier=dossier, label=WALLS[key]) if key in WALLS else None
        Involvement.objects.create(
            dossier=dossier,
            person_id=seeded.persons[key],
            relation=relation.value,
            wall=wall,
            from_on=_last_year(),
        )


def _born(age: int) -> str:
    """Of this age since four months, whatever the day: no birthday that changes something is near."""
    return months_later(clock.today(), -12 * age - 4).isoformat()


def _last_year() -> date:
    return clock.today() - timedelta(days=365)
