"""Which words someone may meet: of rows about a child what the table says, of the house what these few lines say.

Pages read with `Sieve.rows_for`; here every single row is asked of `Sieve.lets`, so a fault in one of the two shows.
And of the second list (`tests/law/by_hand.toml`), which was written without the table: what that does not open is a
leak, whatever the table says.  What takes away (a no, a wall, a restriction) is asked of the sieve alone; that has
its own list and tests (`test_sieve`, `test_shut_stays_shut`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from kring.access.door import Door, RefusedError, open_door
from kring.access.models import Item, Say
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Answer, Klass, Relation, Section, Verb, sees_every_wall
from kring.law.support import SERVES
from kring.people.actors import Actor
from kring.people.models import PeerYes, Post, Role, Team
from kring.people.standing import SEES_COLLEAGUES
from tests.canary.planting import Canary
from tests.law.test_second_list import cell_by_hand

Row = Any
"""A row of any model: each rule below knows the fields of its own."""
WITH_THE_CHILD = frozenset({Relation.CHILD, Relation.WORKER, Relation.NETWORK_GUIDE})

CHOSEN = ("trust_person", "jim", "supporter")
NUMBERS = ("people.Organisation.name", "people.Organisation.contact_phone", "people.Organisation.deputy_phone")
"""Of a house, what stands on the page that is left for these after the help."""


@dataclass(slots=True)
class Reader:
    """Someone, the doors that open for it, and the houses it works in or has to do with."""

    actor: Actor
    doors: dict[UUID, dict[Section, Door]] = field(default_factory=dict)
    works: set[UUID] = field(default_factory=set)
    houses: set[UUID] = field(default_factory=set)

    def relation(self, place: UUID) -> Relation | None:
        """In which relation it stands to a child; nothing when no door opens."""
        return next((door.relation for door in self.doors.get(place, {}).values()), None)


def reader(actor: Actor) -> Reader:
    """Try every door there is."""
    found = Reader(actor)
    if actor.person is None:
        return found
    found.works = set(
        Post.objects.current(clock.today()).filter(person=actor.person).values_list("organisation", flat=True)
    )
    found.works = set() if actor.way else found.works
    found.houses = set(found.works)
    for place in Dossier.objects.select_related("team"):
        doors = {section: door for section in Section if (door := _door(actor, place.pk, section))}
        if doors:
            found.doors[place.pk] = doors
            found.houses.add(place.team.organisation_id)
    return found


def _door(actor: Actor, place: UUID, section: Section) -> Door | None:
    try:
        return open_door(actor, place, section)
    except RefusedError:
        return None


def may(who: Reader, canary: Canary) -> bool:
    """Whether this word may stand on something that this reader gets."""
    if canary.item:
        return _lets(who, canary.item)
    if canary.field == "access.Disclosure.passed" and canary.row.child_reads and _is_the_child(who, canary.row):
        return True  # what it read itself it goes on reading
    if _is_left_after_the_help(who.actor, canary):
        return True
    return HOUSE[canary.row._meta.label](who, canary.row)


def _is_left_after_the_help(actor: Actor, canary: Canary) -> bool:
    """Of a place that was closed, whom the child chose keeps one page (C139, R15): of whom it is, and whom one calls.

    No door of reading opens for it there any more, and no row about the child.  By hand, and not by the table: only who
    stands there by the choice of the child, today still; of its house only the name and the two numbers, of its people
    only who answers those.
    """
    held = Involvement.objects.current(clock.today()).filter(person=actor.person, relation__in=CHOSEN)
    for one in held.filter(dossier__closed_on__isnull=False).select_related("dossier__team__organisation"):
        house = one.dossier.team.organisation
        named = [house.contact_id, house.deputy_id]
        left = {"dossier.Dossier.call_name": [one.dossier_id], "people.Person.call_name": named}
        if canary.row.pk in (left | {number: [house.pk] for number in NUMBERS}).get(canary.field, []):
            return True
    return False


def _lets(who: Reader, item: Item) -> bool:
    door = who.doors.get(item.dossier_id, {}).get(Section(item.section))
    return door is not None and _opened_by_hand(door, item) and door.sieve(Section(item.section)).lets(item, Verb.READ)


def _opened_by_hand(door: Door, item: Item) -> bool:
    """Whether the second list opens this row to this visitor, by an answer that holds; or it was told in an emergency.

    What is about a parent, or was told by a worker, is asked of the sieve: whose yes that is, is no matter of a cell.
    """
    said, cell = door.answers, cell_by_hand(door.relation, Section(item.section), Klass(item.klass))
    yes = item.pk in said.yes_items
    holds = {
        Answer.WROTE: item.author_id == door.me,
        Answer.ADDRESSED: item.told_to_id == door.me,
        Answer.ASKS: yes or item.topic in {one.value for one in said.yes_topics},
        Answer.ONE: yes,
    }
    opens = any(holds.get(answer, True) and when <= door.standing.cases for answer, when in cell.get(Verb.READ, ()))
    return opens or item.pk in said.disclosed or (item.held_close and yes)


def _person(who: Reader, row: Row) -> bool:
    """Oneself; who works in a house one has to do with; the child; and for who works with a child its people.

    And, for a parent, to whom of the court a page goes on which its own yes was asked (R29).
    """
    if row.pk == who.actor.person:
        return True
    if Say.objects.filter(given_by=who.actor.person, made_for=row.pk, dossier__in=list(who.doors)).exists():
        return True
    if Post.objects.filter(person=row.pk, organisation__in=who.houses).exists():
        return True
    held = Involvement.objects.filter(person=row.pk, dossier__in=list(who.doors))
    return any(one.relation == Relation.CHILD.value or who.relation(one.dossier_id) in WITH_THE_CHILD for one in held)


def _wall(who: Reader, row: Row) -> bool:
    relation = who.relation(row.dossier_id)
    doors = who.doors.get(row.dossier_id, {}).values()
    return relation is not None and (sees_every_wall(relation) or any(row.pk in door.walls for door in doors))


def _disclosure(who: Reader, row: Row) -> bool:
    """Who works with the child, who did it, and to whom: nobody else reads why."""
    return who.relation(row.dossier_id) is Relation.WORKER or who.actor.person in {row.by_id, row.to_id}


def _is_the_child(who: Reader, row: Row) -> bool:
    return who.relation(row.dossier_id) is Relation.CHILD


def _device(who: Reader, row: Row) -> bool:
    """One's own, one of the house, and the phone of a child one works with."""
    if row.organisation_id:
        return row.organisation_id in who.works
    held = Involvement.objects.filter(person=row.person_id, relation=Relation.CHILD.value)
    return row.person_id == who.actor.person or any(
        who.relation(one.dossier_id) in {Relation.CHILD, Relation.WORKER} for one in held
    )


def _leads(who: Reader, row: Row) -> bool:
    """Who leads the team of a child knows how it is called: where no talk was, it asks for one (A31)."""
    led = Post.objects.current(clock.today()).filter(person=who.actor.person, role=Role.TEAM_LEAD.value)
    return (
        who.actor.way is None
        and led.filter(Q(team=row.team_id) | Q(team=None, organisation__teams=row.team_id)).exists()
    )


def _account(who: Reader, row: Row) -> bool:
    works = set(Post.objects.filter(person=row.person_id).values_list("organisation", flat=True))
    return row.person_id == who.actor.person or bool(works & who.works)


def _dilemma(who: Reader, row: Row) -> bool:
    """Who wrote it; and who works in the team whose talk it is for."""
    here = Post.objects.current(clock.today()).filter(person=who.actor.person, team=row.team_id)
    return row.person_id == who.actor.person or (row.team_id is not None and here.exists())


def _volunteer(who: Reader, row: Row) -> bool:
    """Who runs the house or leads a team keeps the pool; a child of the house and who works with it choose from it."""
    kept = Post.objects.current(clock.today()).filter(person=who.actor.person, organisation=row.organisation_id)
    if who.actor.way is None and any(one.role in SEES_COLLEAGUES for one in kept):
        return True
    here = Dossier.objects.filter(team__organisation=row.organisation_id).values_list("pk", flat=True)
    return any(who.relation(place) in {Relation.CHILD, Relation.WORKER} for place in here)


def _hosts(who: Reader, row: Row) -> bool:
    """The fixed contact of the house; it works there."""
    return who.actor.person == row.organisation.contact_id and row.organisation_id in who.works


def _gathering(who: Reader, row: Row) -> bool:
    """Who hosts it; and who serves or is a JIM in that house, and said yes."""
    if _hosts(who, row):
        return True
    yes = PeerYes.objects.filter(organisation=row.organisation_id, person=who.actor.person, until_on__gt=clock.today())
    here = Dossier.objects.filter(team__organisation=row.organisation_id).values_list("pk", flat=True)
    return yes.exists() and any(who.relation(place) in SERVES for place in here)


HOUSE: dict[str, Callable[[Reader, Row], bool]] = {
    "dossier.Dossier": lambda who, row: row.pk in who.doors or _leads(who, row),
    "dossier.Wall": _wall,
    "dossier.Involvement": lambda who, row: who.relation(row.dossier_id) in {Relation.CHILD, Relation.WORKER},
    "dossier.OtherBirthday": lambda who, row: (
        who.relation(row.dossier_id) in {Relation.CHILD, Relation.WORKER}
        or (row.ended_at is None and _leads(who, row.dossier))  # why it would be another, while it waits for that look
    ),
    "dossier.ToldOfAge": lambda who, row: who.relation(row.dossier_id) is Relation.WORKER,
    "dossier.Closing": lambda who, row: who.relation(row.dossier_id) is Relation.WORKER,
    "dossier.Move": lambda who, row: who.relation(row.dossier_id) is Relation.WORKER,
    "access.Say": lambda who, row: who.relation(row.dossier_id) in {Relation.CHILD, Relation.WORKER},
    "access.CapacityFound": lambda who, row: who.relation(row.dossier_id) is Relation.WORKER,
    "access.Disclosure": _disclosure,
    "access.Talked": lambda who, row: who.relation(row.item.dossier_id) is Relation.CHILD,
    "people.Organisation": lambda who, row: row.pk in who.houses,
    "people.Team": lambda who, row: Team.objects.get(pk=row.pk).organisation_id in who.works,
    "people.Person": _person,
    "people.User": _account,
    "people.Channel": lambda who, row: row.pk == who.actor.person,
    "people.Stay": lambda who, row: row.user.person_id == who.actor.person,
    "people.Device": _device,
    "people.Dilemma": _dilemma,
    "people.Volunteer": _volunteer,
    "people.Learning": lambda who, row: row.organisation_id in who.works,
    "people.Gathering": _gathering,
    "people.Coming": lambda who, row: row.person_id == who.actor.person or _hosts(who, row.gathering),
}
"""What is not about a child alone."""
