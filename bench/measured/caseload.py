"""A caseload to measure with: a worker with so many children, and the first of them with so many people around it.

Everything is made through the acts that people use, from fixed names: two runs have the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from typing import Any
from uuid import UUID

from django.db import transaction

from bench.measured.around import around
from bench.measured.seeking import loyal, sought
from kring.access.acts import LetIn, let_in, open_dossier, protecting
from kring.access.acts.answering import Answering, answer
from kring.access.door import Door, open_door
from kring.access.models import Given, Word
from kring.access.writing import Filing
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.circle.acts import people, sessions, speaking, ties
from kring.circle.cards import Age, Mode
from kring.circle.domains import Domain, Layer, Ring, TieKind
from kring.circle.models import Tie, WhoSession
from kring.circle.sittings import running
from kring.circle.speech import NEW
from kring.dossier.models import Dossier, Involvement
from kring.endings.acts import leaving
from kring.endings.models import AfterLook
from kring.endings.reading import leaving_of
from kring.journal.acts import notes, plan
from kring.journal.models import Apart, Passage, PlanKind, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.agreements import PACED, Listener
from kring.law.agreements import Point as Agreed
from kring.law.endings import Leaves
from kring.law.jim import SPOKEN_ONLY, Factor, Reply
from kring.law.meaning import Expressed, Meaning
from kring.law.rights_moments import MONTHS, Audience, Reaction
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.law.trust_person import ADULT, INDEPENDENT
from kring.law.ways import WayKind
from kring.moments.acts import chances, talking
from kring.moments.models import Chance
from kring.people.actors import Actor, ActorKind
from kring.people.acts import shelf
from kring.people.models import Person, Post, Role, Team, User
from kring.rights.acts import answers, as_said, conditions, factors, said, steps, wishes
from kring.rights.models import Said, Wish
from kring.rights.paths import path_as

SIZES = (1, 10, 100)
BEFORE = ("oma", "nonkel", "tante", "juf", "buurvrouw", "trainer", "vriend", "neef", "mama van", "meester")
FIRST = ("Amina", "Bram", "Chloé", "Elke", "Fatima", "Gust", "Hanne", "Karim", "Nele", "Rita", "Sofie", "Tarik", "Yara")
ORDINARY = [Domain.FAMILY, Domain.FRIENDS, Domain.FAMILY, Domain.SCHOOL, Domain.STREET, Domain.LEISURE, Domain.CARE]
NOBODYS = (
    "act",
    "token",
    "device",
    "stay",
    "passkey",
    "uidb36",
    "viewing",
    "told",
    "involvement",
    "card",
    "appointment",
    "limit",
    "own",
    "reached",
    "gathering",
)
"""Parts of addresses that show nothing when they are asked for, whatever stands there."""
NOTES = 10
OTHERS = 3  # people around each other child


@dataclass(frozen=True, slots=True)
class Caseload:
    """Who comes in (`worker`, `director`, `child`), and a value for every part of an address."""

    size: int
    persons: dict[str, UUID]
    parts: dict[str, Any] = field(default_factory=dict)

    def user(self, who: str) -> User:
        """The account of one of them."""
        return User.objects.get(person=self.persons[who])


def make(size: int) -> Caseload:
    """A worker with `size` children; around the first one stand `size` people."""
    with transaction.atomic():
        team = Team.objects.order_by("name")[0]
        worker, child = _way_in(f"Werker {size}"), _way_in(f"Kind {size}")
        director = _way_in(f"Directeur {size}")
        for person, role in ((worker, Role.WORKER), (director, Role.DIRECTOR)):
            held = {"organisation": team.organisation, "team": team if person is worker else None}
            post = Post.objects.create(person=person, role=role.value, from_on=clock.today(), **held)
        actor = Actor(ActorKind.SESSION, worker.pk)
        door = _child(actor, "Kind", team, _names(size))
        for person, relation in ((child, Relation.CHILD), (director, Relation.DIRECTOR)):
            held = {"person": person, "relation": relation.value, "from_on": clock.today()}
            Involvement.objects.create(dossier=door.dossier, **held)
        _sit_down(door)
        for number in range(size - 1):
            _child(actor, f"Kind {number}", team, _names(OTHERS))
    persons = {"worker": worker.pk, "director": director.pk, "child": child.pk}
    parts = {**_parts(door), "person": worker.pk, "worker": worker.pk, "post": post.pk}
    Dossier.objects.filter(pk=door.dossier.pk).update(unread_since=None)  # the child looked: its home has no news
    return Caseload(size, persons, parts)


def _parts(door: Door) -> dict[str, Any]:
    wish = door.within(Wish.objects.all()).order_by("pk")[0]
    found = {"dossier": door.dossier.pk, "member": wish.member_id, "wish": wish.pk, **dict.fromkeys(NOBODYS, uuid7())}
    for name, rows in (("tie", Tie), ("session", WhoSession)):
        found[name] = next(iter(door.within(rows.objects.order_by("pk")).values_list("pk", flat=True)), uuid7())
    found["said"] = _said(door)
    found["restriction"] = _restricted(door)
    found |= _written(door) | _explained(door, wish.member_id)
    given = Given.objects.filter(dossier=door.dossier).select_related("way").order_by("pk")[0]
    found |= {"way": given.pk, "item": wish.pk, "topic": 7, "other": given.way.person_id}
    found["say"] = _answered(door, wish.member_id)
    found |= loyal(door) | sought(door)
    found |= {"pact": _agreed(door, wish.member_id), "toward": uuid7(), "step": 1, "which": "asked", "listener": 0}
    return found


def _agreed(door: Door, member: UUID) -> UUID:
    """What the child and the first of its circle agree on: two versions, and a third that is being typed."""
    here = _again(door, Section.AGREEMENTS)
    points = {Key(one): Value(words="Elke woensdag.") for one in Agreed if one not in {*PACED, Agreed.KNOWS}}
    points |= {Key(Agreed.KNOWS, "", one.value): Value(towards=str(member)) for one in Listener}
    for changes in (points, {Key(Agreed.RHYTHM): Value(words="Elke dinsdag.")}, {}):
        row = making.begin(here, member, making.Begun(meaning=Meaning.JIM), act=uuid7(), on=clock.today())
        making.keep(here, row, changes, {})
        if changes:
            making.make(here, here.within(Agreement.objects.typing()).get(), act=uuid7(), on=clock.today())
    return row.pact


def _restricted(door: Door) -> UUID:
    """A parent with whom contact is restricted: nobody of the circle, so that all its other pages stay as they were."""
    parent = _way_in("Ouder")
    held = {"person": parent, "relation": Relation.PARENT.value, "from_on": clock.today()}
    Involvement.objects.create(dossier=door.dossier, **held)
    toward = [protecting.Toward(person=parent.pk)]
    return protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=uuid7())[0].pk


def _answered(door: Door, member: UUID) -> UUID:
    """An answer of the child towards someone, as its worker wrote it down."""
    new = Answering(towards=member, word=Word.ASK, topic=Topic.SCHOOL, expressed=Expressed.SAID.value)
    return answer(open_door(door.actor, door.dossier.pk, Section.ANSWERS), new, once=uuid7()).pk


def _said(door: Door) -> UUID:
    """Something the child said, and nobody heard yet."""
    child = Involvement.objects.get(dossier=door.dossier, relation=Relation.CHILD.value).person_id
    own = open_door(Actor(ActorKind.SESSION, child), door.dossier.pk, Section.SAID)
    said.say(own, said.Words(readers=(), text="Ik wil iets zeggen"), act=uuid7())
    return next(iter(own.within(Said.objects.all()).values_list("pk", flat=True)))


def _written(door: Door) -> dict[str, UUID]:
    """Ten notes in two pieces, one of them changed; one text apart; a plan of five lines.  All by the worker."""
    own, file = (Filing(klass=klass, topic=Topic.SCHOOL) for klass in (Klass.OWN_WORDS, Klass.FILE))
    pieces = tuple(notes.Piece(words="Er is iets afgesproken.", filing=one) for one in (own, file))
    talk = notes.Talk(on=clock.today(), with_whom="Kind")
    journal, apart, safe = (_again(door, section) for section in (Section.JOURNAL, Section.APART, Section.SAFETY))
    for _ in range(NOTES):
        notes.write(journal, notes.Note(pieces=pieces, talk=talk), act=uuid7())
    row = journal.within(Passage.objects.filter(item__klass=Klass.FILE.value).order_by("pk"))[0]
    notes.change(journal, row, notes.Changed(words="Er is iets anders afgesproken.", version=1), act=uuid7())
    notes.write_apart(apart, "Dit staat apart.", None, act=uuid7())
    for kind in PlanKind:
        plan.add(safe, plan.Line(kind=kind, words="Iemand bellen", number="0470 00 00 09"), act=uuid7())
    return {
        "passage": row.pk,
        "apart": apart.within(Apart.objects.order_by("pk"))[0].pk,
        "line": safe.within(PlanLine.objects.order_by("pk"))[0].pk,
    }


def _explained(door: Door, member: UUID) -> dict[str, Any]:
    """Ten talks about the right, a good moment, and a thing on the shelf."""
    moments, house = _again(door, Section.MOMENTS), door.dossier.team.organisation
    for _ in range(NOTES):
        told = talking.Told(on=clock.today(), audience=Audience.YOUTH, reaction=Reaction.WANTS, words="Misschien.")
        talking.explained(moments, told, months=MONTHS, act=uuid7())
    for who in (None, member):
        speaking.note(moments, who, speaking.Spoken(language="ar"), version=NEW, act=uuid7())
    chances.note(_again(door, Section.RIGHTS), member, "Ze lachten samen.", clock.today(), act=uuid7())
    shelf.add_material(door.actor, house, Audience.YOUTH, ("Een film", "https://film.example"), once=None)
    found = next(iter(_again(door, Section.RIGHTS).within(Chance.objects.all()).values_list("pk", flat=True)))
    material = house.materials.values_list("pk", flat=True)[0]
    here = _again(door, Section.RIGHTS)
    keys = [leaving.hear(here, member, leaving.Heard(why=Leaves.AWAY), act=uuid7()) for _ in range(NOTES)]
    for key in keys[1:]:
        leaving.tell(here, leaving_of(here, key), leaving.Told(on=clock.today()), act=uuid7())
    look = here.within(AfterLook.objects.order_by("pk"))[0].pk
    return {
        "leaving": keys[0],
        "look": look,
        "meaning": "trust_person",
        "chance": found,
        "material": material,
        **around(_again(door, Section.SUPPORT), here, member),
        "audience": "youth",
        "language": "fr",
        "child": door.dossier.pk,
        "shut": door.dossier.pk,
    }


def _again(door: Door, section: Section) -> Door:
    return open_door(door.actor, door.dossier.pk, section)


def _way_in(name: str) -> Person:
    person = Person.objects.create(call_name=name)
    user = User(person=person, email=f"{person.pk}@kring.example", created_at=clock.now())
    user.set_unusable_password()
    user.save(force_insert=True)
    return person


def _names(count: int) -> list[str]:
    return [f"{before} {first}" for before, first in islice(zip(cycle(BEFORE), cycle(FIRST), strict=False), count)]


def _child(actor: Actor, call_name: str, team: Team, names: Sequence[str]) -> Door:
    dossier = open_dossier(actor, call_name=call_name, team=team, once=uuid7())
    door = open_door(actor, dossier.pk, Section.CIRCLE)
    members = people.add(door, names, layer=Layer.CHILD, act=uuid7())
    for layer, some in ((Layer.CHILD, members), (Layer.ADULT, members[::2])):
        rings, domains = cycle([Ring.VERY_NEAR, Ring.NEAR, Ring.NEAR, Ring.FURTHER]), cycle(ORDINARY)
        spots = {one: people.Spot(layer=layer, ring=next(rings), domain=next(domains)) for one in some}
        people.place_all(door, spots, act=uuid7())
    for a, b in zip(members[::4], members[1::4], strict=False):
        ties.tie(door, ties.Between(a=a, b=b, kind=TieKind.KNOW), layer=Layer.CHILD, act=uuid7())
    _beside(door, members)
    _let_in(door, members)
    _sit_down(door)
    if going_on := running(door):
        sessions.end(door, going_on, act=uuid7())
    return door


def _let_in(door: Door, members: Sequence[UUID]) -> None:
    """One in ten has a link."""
    link = LetIn(name="Mens", kind=WayKind.LINK, relation=Relation.SUPPORTER, expressed=Expressed.SAID.value)
    for member in members[::10]:
        let_in(door, replace(link, member=member), once=uuid7())


def _sit_down(door: Door) -> None:
    sessions.start(door, mode=Mode.CALM, age=list(Age)[-1], minutes=None, act=uuid7())


def _says_yes(door: Door, member: UUID, meaning: Meaning) -> None:
    """Who stands beside the child was asked and said yes: else nobody goes and asks how it is (R9)."""
    today, path = clock.today(), path_as(door, member, meaning)
    yes = Expressed.SAID.value
    asked = steps.New(step=Step.ASKED, on=today, asker=Asker.WORKER, how=How.VISIT, expressed=yes)
    heard = steps.New(step=Step.ANSWERED, on=today, voice=Voice.PERSON, reply=Answered.YES)
    answers.answer(door, path, answers.Answer(said=heard, asked=asked), act=uuid7(), on=today)


def _beside(door: Door, members: Sequence[UUID]) -> None:
    """One in five stands beside the child: the first as trust person, the second as JIM; some did once."""
    today = clock.today()
    named = members[: 1 + len(members) // 5]
    meanings = [Meaning.TRUST_PERSON, Meaning.JIM, *[Meaning.SUPPORTER] * len(named)]
    for member, meaning in zip(named, meanings, strict=False):
        wishes.name(door, member, wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=today), act=uuid7())
        _says_yes(door, member, meaning)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT)]
    conditions.look(door, members[0], seen, act=uuid7(), on=today)
    if len(named) > 1:
        factors.talk(door, members[1], dict.fromkeys(set(Factor) - SPOKEN_ONLY, Reply.YES), act=uuid7(), on=today)
    for member in members[1:][-(len(members) // 10) :] if len(members) > 1 else []:
        said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=today)
        wishes.name(door, member, said, act=uuid7())
        otherwise = as_said.Otherwise(expressed=Expressed.SAID, on=today)
        as_said.end(door, path_as(door, member, Meaning.SUPPORTER), otherwise, act=uuid7())
