"""The walls between a child's networks, as the door knows them (R16, B34).

What stands behind a wall is seen from that side, by the child, and by who works with it.  What joins two sides, such as
a line between a mother and a father, stands behind a wall of its own where nobody stands.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, UUIDField

from kring.access.acts.again import ask_again, tell_no_more
from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Item
from kring.access.same import SamePerson
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement, Wall
from kring.kit import clock
from kring.kit.prepared import Prepared
from kring.law.access import COMES_IN, Relation, Section

SIDES = 2
BETWEEN = ""
"""The label of the wall where nobody stands."""
OF_THE_MEMBER = (Section.CIRCLE.value, Section.RIGHTS.value, Section.AGREEMENTS.value, Section.SUPPORT.value)
"""What moves along with somebody, whoever wrote it: where it stands, what it is and what it does for the child."""


def sides(dossier: UUID) -> list[Wall]:
    """The sides of this child, in the order in which they were made."""
    return [one for one in _WALLS.ask(dossier=dossier) if one.label != BETWEEN]


_WALLS = Prepared(lambda dossier: Wall.objects.filter(dossier=dossier).order_by("pk"), dossier=UUIDField())


def build(door: Door, labels: list[str], *, once: UUID | None) -> None:
    """Make the sides; nobody stands on one yet.  Raises `NotAllowedError` when there are sides already."""
    only_who_builds(door)
    if len(labels) != SIDES or not all(labels) or sides(door.dossier.pk):
        raise NotAllowedError
    with door.writes(Event.WALLS_BUILT, once=once):
        Wall.objects.bulk_create([Wall(dossier=door.dossier, label=label) for label in labels])


def move_member(door: Door, member: UUID, wall: UUID | None) -> list[UUID]:
    """Put somebody of the circle, and what is written about it in any section, behind a wall (R16).

    Part of the act; raises `NotAllowedError`.
    """
    item = Item.objects.filter(pk=member, dossier=door.dossier, section=Section.CIRCLE.value).first()
    if item is None or not _is_a_side(door, wall):
        raise NotAllowedError
    moved = [member, *_about(item)]
    before: dict[UUID, UUID | None] = dict(Item.objects.filter(pk__in=moved).values_list("pk", "wall"))
    Item.objects.filter(pk__in=moved).update(wall=wall)
    tell_no_more(door, items=[key for key, was in before.items() if was != wall])
    ask_again(door, items=[key for key, was in before.items() if was not in {None, wall}])  # more people would read it
    if wall not in {None, item.wall_id}:
        ask_again(door, members=[member])
    sure = SamePerson.objects.filter(item=member, confirmed_at__isnull=False)  # else the wrong one would stand there
    _stand(door, list(sure.values_list("person_id", flat=True)), wall)
    return moved


def move_row(row: Kept, wall: UUID | None) -> None:
    """Put one row that joins several behind a wall, when one of them moved.  Part of the act (`wall_of`)."""
    Item.objects.filter(pk=row.pk).update(wall=wall)


def move_person(door: Door, person: UUID, wall: UUID | None) -> None:
    """Put who comes in with a place of its own on a side.  Part of the act; raises `NotAllowedError`."""
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, person=person)
    if not here.filter(relation__in=[*COMES_IN]).exists() or not _is_a_side(door, wall):
        raise NotAllowedError
    _stand(door, [person], wall)


def wall_of(dossier: UUID, walls: Iterable[UUID | None]) -> UUID | None:
    """Behind which wall something stands that is about several: with two sides, where nobody stands."""
    real = set(walls) - {None}
    if len(real) < SIDES:
        return next(iter(real), None)
    found = next((one for one in Wall.objects.filter(dossier=dossier) if one.label == BETWEEN), None)
    return (found or Wall.objects.create(dossier_id=dossier, label=BETWEEN)).pk


def only_who_builds(door: Door) -> None:
    """For who works with the child.  Raises `NotAllowedError`."""
    if door.relation is not Relation.WORKER:
        raise NotAllowedError


def _is_a_side(door: Door, wall: UUID | None) -> bool:
    return wall is None or wall in {one.pk for one in sides(door.dossier.pk)}


def _about(member: Item) -> list[UUID]:
    """What is written about somebody, and about that: as it was before, what was answered to it.

    What who stands on the side that it leaves wrote there, or stands behind another wall, stays where it was written.
    """
    there = Involvement.objects.filter(dossier=member.dossier_id, wall=member.wall_id).values("person")
    along = Q(wall=None) | Q(wall=member.wall_id) & ~Q(author__in=there)
    found: list[UUID] = []
    last = [member.pk]
    while last:
        about = Item.objects.filter(along | Q(section__in=OF_THE_MEMBER), dossier=member.dossier_id, about__in=last)
        last = list(about.exclude(pk__in=[member.pk, *found]).values_list("pk", flat=True))
        found += last
    return found


def _stand(door: Door, persons: list[UUID], wall: UUID | None) -> None:
    """From the next request on they stand on this side, whatever they saw before.

    A yes of before does not open that side to who comes there: it waits until who gave it says it anew.  What was told
    in an emergency to who changes sides is over, whichever way: coming back opens it no more.
    """
    held = Involvement.objects.filter(dossier=door.dossier, person__in=persons, relation__in=[*COMES_IN])
    come = list(held.exclude(wall=wall).values_list("person", flat=True)) if wall else []
    ask_again(door, persons=come)
    tell_no_more(door, persons=held.exclude(wall=wall).values_list("person", flat=True))
    held.update(wall=wall)
