"""More than the cast: every kind of row that holds words, about three children, in two organisations."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.test import Client

from kring.access.acts import open_dossier, protecting
from kring.access.door import Door, open_door
from kring.access.models import CapacityFound, Disclosure, SamePerson, Say
from kring.access.talked import Talked
from kring.circle import sittings
from kring.circle.acts import people, sessions
from kring.circle.cards import Age, Mode
from kring.circle.domains import Domain, Layer, Ring
from kring.circle.models import Placement, Tie
from kring.demo.cast import CAST
from kring.dossier.models import Dossier, Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.capacity import AskedRight
from kring.law.meaning import Expressed, Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.people.actors import Actor, ActorKind
from kring.people.acts import messages
from kring.people.models import Device, Organisation, Person, Post, Role, Stay, Team, User
from kring.rights.acts import conditions, said, serving, wishes
from tests import answered, links
from tests.canary.newcomers import arrive
from tests.canary.walked import walked
from tests.canary.written import written
from tests.family import Family
from tests.rooms import test_code_card as cards
from tests.rooms import test_picture_code as pictures
from tests.rooms.opening import opened

STRANGERS = {"ines": "Ines", "mila": "Mila", "vera": "Vera", "otto": "Otto"}
"""Of the second organisation: a worker, a child, its mother and the director."""
RELATIONS = {"mila": Relation.CHILD, "vera": Relation.PARENT, "otto": Relation.DIRECTOR}
TALKED = ("noor", "ann", "tarik", "wilma", "rita")


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone who comes in: as whom the table knows it, and a browser in which that is so."""

    name: str
    actor: Actor
    come_in: Callable[[], Client]


@dataclass(slots=True)
class Household:
    """Everyone, and the ids of what there is about each child."""

    family: Family
    persons: dict[str, UUID]
    ids: dict[str, dict[str, object]]
    personas: list[Persona]


def filled(family: Family, *, more: bool = False) -> Household:
    """The cast with words in every kind of row, and a second house; `more`: with everyone of `newcomers` too."""
    house = Household(family, dict(family.seeded.persons), {}, [])
    _second_house(house)
    places = {"noor": family.noor.dossier, "sem": family.sem.dossier, "mila": _milas_place(house)}
    workers = {"noor": "lotte", "sem": "lotte", "mila": "ines"}
    for child, place in places.items():
        house.ids[child] = _ids(house, workers[child], place)
    _noor_chose_karim(family)
    house.ids["noor"] |= opened(family, otherwise="els")
    new = arrive(family) if more else {}  # with a parent kept away no page for the court goes out by consent (R28)
    house.persons |= new
    _everyone_talked(house)
    Wall.objects.create(dossier_id=family.noor.dossier, label="De kant van de school")
    for one in house.persons:
        hours = messages.Chosen(address=f"{one}@post.example", is_safe=True, from_hour=0, until_hour=24, at_once=True)
        messages.choose_channel(Actor(ActorKind.SESSION, house.persons[one]), hours, once=None)
    _ways_in(house, [*STRANGERS, *new])
    return house


def unknown() -> dict[str, object]:
    """Ids that nobody has, for every part of an address."""
    none = {
        "token": "none",
        "uidb36": "1",
        "key": "none",
        "provider_id": "none",
        "passkey": 0,
        "topic": 7,
        "audience": "none",
        "language": "none",
        "step": 1,
        "which": "notice",
        "listener": 0,
        "meaning": "none",
    }
    parts = ("dossier", "member", "tie", "wish", "session", "ended", "person", "post", "way", "stay", "said", "device")
    parts += (
        "card",
        "say",
        "item",
        "other",
        "restriction",
        "viewing",
        "told",
        "appointment",
        "limit",
        "own",
        "reached",
        "passage",
        "apart",
        "line",
        "chance",
        "material",
        "child",
        "pact",
        "toward",
        "involvement",
        "leaving",
        "look",
    )
    parts += ("parent", "worry", "adviser", "check", "asked", "state", "rule", "care", "dilemma")
    parts += ("volunteer", "referral", "gathering", "learning", "worker", "shut")
    return {part: uuid7() for part in parts} | none


def _second_house(house: Household) -> None:
    there = Organisation.objects.create(name="Het Baken", contact_phone="0470 00 00 03", deputy_phone="0470 00 00 04")
    team = Team.objects.create(organisation=there, name="Team West")
    for key, name in STRANGERS.items():
        person = Person.objects.create(call_name=name)
        house.persons[key] = person.pk
        User.objects.create(person=person, email=f"{key}@baken.example", created_at=clock.now(), password="!")
    for key, role in (("ines", Role.WORKER), ("otto", Role.DIRECTOR)):
        of = {"person_id": house.persons[key], "organisation": there, "role": role.value, "from_on": clock.today()}
        Post.objects.create(team=team if key == "ines" else None, **of)
    there.contact_id = there.deputy_id = house.persons["ines"]
    there.save()


def _milas_place(house: Household) -> UUID:
    ines = Actor(ActorKind.SESSION, house.persons["ines"])
    place = open_dossier(ines, call_name="Mila", team=Team.objects.get(name="Team West"), once=uuid7()).pk
    for key, relation in RELATIONS.items():
        wall = Wall.objects.create(dossier_id=place, label="Bij mama") if key == "vera" else None
        new = {"dossier_id": place, "person_id": house.persons[key], "relation": relation.value}
        Involvement.objects.create(wall=wall, from_on=clock.today(), **new)
    door = open_door(ines, place, Section.CIRCLE)
    members = people.add(door, ["mama Vera", "oma Jeanne", "nonkel Piet"], layer=Layer.CHILD, act=uuid7())
    spots = {one: people.Spot(layer=Layer.CHILD, ring=Ring.NEAR, domain=Domain.FAMILY) for one in members}
    people.place_all(door, spots, act=uuid7())
    sure = {"confirmed_by_id": house.persons["ines"], "confirmed_at": clock.now()}
    SamePerson.objects.create(item_id=members[0], person_id=house.persons["vera"], **sure)
    return place


def _ids(house: Household, worker: str, place: UUID) -> dict[str, object]:
    """What there is about a child, made by its worker where it was not there yet."""
    actor = Actor(ActorKind.SESSION, house.persons[worker])
    circle, rights = open_door(actor, place, Section.CIRCLE), open_door(actor, place, Section.RIGHTS)
    member = people.add(circle, ["tante Gerda"], layer=Layer.CHILD, act=uuid7())[0]
    ended = sessions.start(circle, mode=Mode.CALM, age=Age.TEEN, minutes=None, act=uuid7())
    sessions.end(circle, sittings.sitting(circle, ended), act=uuid7())
    wished = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today(), words="zij luistert")
    say = Say.objects.create(
        dossier_id=place,
        topic=Topic.CIRCLE.value,
        towards_id=member,
        answer="yes",
        purpose="omdat zij mij kent",
        expressed=Expressed.SAID.value,
        recorded_by_id=actor.somebody,
        from_on=clock.today(),
    )
    told = _told_apart(place, member, actor.somebody)
    shown = circle.within(Placement.objects.filter(member=member)).values_list("pk", flat=True)[0]
    return (
        unknown()
        | written(actor, place, member)
        | {
            "say": say.pk,
            "told": told,
            "item": shown,
            "dossier": place,
            "member": member,
            "tie": next(iter(circle.within(Tie.objects.all()).values_list("pk", flat=True)), uuid7()),
            "session": sessions.start(circle, mode=Mode.CALM, age=Age.TEEN, minutes=None, act=uuid7()),
            "ended": ended,
            "wish": wishes.name(rights, member, wished, act=uuid7()),
            "restriction": protecting.restrict(
                rights, [protecting.Toward(member=member)], from_on=clock.today(), until_on=None, once=uuid7()
            )[0].pk,
            "person": actor.somebody,
            "post": Post.objects.get(person=actor.somebody).pk,
        }
    )


def _told_apart(place: UUID, member: UUID, worker: UUID) -> UUID:
    """What was found and decided about a child, with why."""
    CapacityFound.objects.create(
        dossier_id=place,
        right=AskedRight.HELP.value,
        capable=True,
        motive="begrijpt goed wat er staat",
        found_on=clock.today(),
        found_by_id=worker,
    )
    told = Disclosure.objects.create(
        dossier_id=place,
        item_id=member,
        to_id=worker,
        by_id=worker,
        at=clock.now(),
        motive="gevaar die nacht",
        child_told=False,
        parents_told=False,
        why_not="er was geen tijd",
        why_ended="het gevaar is over",
    )
    return told.pk


def _noor_chose_karim(family: Family) -> None:
    """Karim serves as her trust person, Wilma is her JIM, Rita may see the circle."""
    noor, lotte = family.door("noor", Section.RIGHTS), family.door("lotte", Section.CONDITIONS)
    for key, meaning in (("karim", Meaning.TRUST_PERSON), ("wilma", Meaning.JIM)):
        told: dict[str, Any] = {"expressed": Expressed.SAID, "present": "Lotte was erbij", "words": "alleen voor mij"}
        wishes.name(noor, family.member(key), wishes.Said(meaning=meaning, on=clock.today(), **told), act=uuid7())
    seen = [conditions.Finding(code=one, holds=one != ENTRY or None) for one in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(lotte, family.member("karim"), seen, act=uuid7(), on=clock.today())
    decided = conditions.Finding(code=ENTRY, holds=True, ground="lang geleden")
    mo = family.door("mo", Section.CONDITIONS)
    conditions.decide(mo, family.member("karim"), decided, act=uuid7(), on=clock.today())
    answered.said(family, "karim")
    serving.begin(lotte, family.member("karim"), act=uuid7(), on=clock.today())
    walked(family)
    links.share(family, "rita")


def _everyone_talked(house: Household) -> None:
    family, lotte = house.family, house.persons["lotte"]
    for key in TALKED:
        said.say(family.door(key, Section.SAID), said.Words(readers=(lotte,), text="mag ik iets vragen"), act=uuid7())
    mila = open_door(Actor(ActorKind.SESSION, house.persons["mila"]), _place(house), Section.SAID)
    said.say(mila, said.Words(readers=(house.persons["ines"],), text="ik mis mijn konijn"), act=uuid7())
    hears: Door = family.door("lotte", Section.SAID)
    for row in hears.within(said.Said.objects.all()):
        house.ids["noor"]["said"] = row.pk
        said.hear(hears, row, "ik kom straks", act=uuid7())
    told = {"spoken_on": clock.today(), "written_by_id": lotte, "written_at": clock.now()}
    Talked.objects.create(item_id=house.ids["noor"]["said"], spoken_by="tante van de leefgroep", **told)


def _place(house: Household) -> UUID:
    return Dossier.objects.get(involvements__person=house.persons["mila"]).pk


def _ways_in(house: Household, others: list[str]) -> None:
    """Everyone by an account; Wilma also by a link, Noor by a card, Sem by pictures; and nobody."""
    family = house.family
    handed, code, tablet = links.give(family), cards.make(family), pictures.register(family, "lotte")
    pictures.choose(family)
    house.ids["noor"]["way"] = handed.given
    house.ids["noor"]["device"] = Device.objects.create(
        person_id=house.persons["noor"], own=True, secret="x" * 64, name="mijn gsm", made_at=clock.now()
    ).pk

    def by_account(person: UUID) -> Client:
        browser = Client(headers={"User-Agent": links.PHONE})
        browser.force_login(User.objects.get(person=person))
        return browser

    def by_pictures() -> Client:
        pictures.tap(tablet)
        return tablet

    def account(key: str) -> Persona:
        person = house.persons[key]
        return Persona(key, Actor(ActorKind.SESSION, person), lambda: by_account(person))

    noor, sem = (Actor(ActorKind.SESSION, house.persons[key]) for key in ("noor", "sem"))
    house.personas = [account(part.key) for part in CAST] + [account(key) for key in others]
    house.personas += [
        Persona("wilma by a link", links.actor(handed), lambda: links.tap(handed)[0]),
        Persona("noor by a card", noor, lambda: cards.come_in(code)),
        Persona("sem by pictures", sem, by_pictures),
        Persona("nobody", Actor(ActorKind.LINK, None), Client),
    ]
    by_account(house.persons["lotte"]).get("/")
    Stay.objects.filter(browser="").update(browser="Chrome")
