"""The place of somebody beside a child, as bookkeeping of the door: in which relation it comes in, and since when.

Part of the acts that make it so, in the rooms that know why; no page of its own.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from kring.access.acts.again import ask_again, look_no_more
from kring.access.door import Door
from kring.access.models import Given, Item, Visit
from kring.access.over import Over
from kring.access.same import SamePerson
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.law.access import COMES_IN, Relation, Section
from kring.law.meaning import Meaning
from kring.law.ways import NETWORK


def stand_as(door: Door, member: UUID, relation: Relation) -> None:
    """Someone of the circle who has a way in stands from now on in this relation, and the child knows it so."""
    person = _person(member)
    if person and beside(door, person).exists():
        stands(door, person, relation, None)
        beside(door, person).exclude(told_as="").update(told_as="")
        Given.objects.filter(dossier=door.dossier, item=member).update(relation=relation.value)


def hold_back(door: Door, member: UUID, relation: Relation) -> None:
    """It comes in as less from now on, and what the child reads of it stays as it was until it was told (R15)."""
    person = _person(member)
    before = beside(door, person).first() if person else None
    if person and before is not None and (before.relation != relation.value or relation is Relation.SUPPORTER):
        stands(door, person, relation, None)
        beside(door, person).update(told_as=before.known_as)


def comes_back(door: Door, member: UUID) -> None:
    """It comes in again as what the child knows it: of what it said meanwhile the child heard nothing (R15)."""
    person = _person(member)
    before = beside(door, person).exclude(told_as="").first() if person else None
    if before is not None:
        stand_as(door, member, Relation(before.told_as))


def known_as(door: Door, member: UUID, relation: Relation) -> None:
    """As what the child knows it, while it comes in as something else that the child was not told yet (R15)."""
    person = _person(member)
    if person:
        beside(door, person).exclude(relation=relation.value).update(told_as=relation.value)


def end_as(door: Door, member: UUID, meanings: Iterable[Meaning]) -> None:
    """In these meanings it stands beside the child no more: what stood on that closes at the next request."""
    person = _person(member)
    now = set(beside(door, person).values_list("relation", flat=True)) if person else set()
    for meaning in meanings:
        so = {"came_in_so": meaning.value in now}
        Over.objects.get_or_create(so, dossier=door.dossier, member_id=member, meaning=meaning.value)


def looks_no_more(door: Door, member: UUID) -> None:
    """Nobody looks again at what was agreed with somebody with whom it is over."""
    agreed = Item.objects.filter(dossier=door.dossier, section=Section.AGREEMENTS.value, about=member)
    agreed.exclude(look_on=None).update(look_on=None)


def choose_as(door: Door, member: UUID, meaning: Meaning) -> bool:
    """The child chose it so: what was over in this meaning is not.  Whether it came in as that before."""
    rows = list(Over.objects.filter(dossier=door.dossier, member=member, meaning=meaning.value))
    Over.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return any(row.came_in_so for row in rows)


def comes_in_itself(member: UUID) -> bool:
    """Whether this one of the circle has a way in, or had one."""
    return _person(member) is not None


def comes_in_now(door: Door, member: UUID) -> bool:
    """Whether this one of the circle comes in here itself today: then it says itself that it stops or pauses (R2)."""
    person = _person(member)
    return person is not None and beside(door, person).exists()


def came_in_last(door: Door, member: UUID) -> datetime | None:
    """In which hour this one of the circle was here last; nothing: never."""
    person = _person(member)
    visits = Visit.objects.filter(dossier=door.dossier, person=person) if person else Visit.objects.none()
    return visits.order_by("-hour").values_list("hour", flat=True).first()


def stand_anew(door: Door, member: UUID) -> None:
    """What this one of the circle was for the child is over, and its place goes on under the name it had.

    What both wanted while it lasted (a letter, say) is over; no page tells that person so: people do (brief 10.17).
    """
    person = _person(member)
    for held in list(beside(door, person)) if person else []:
        look_no_more(door.dossier.pk, persons=[held.person_id])
        beside(door, held.person_id).filter(pk=held.pk).update(ended_at=clock.now())
        _begin(door, held.person_id, Relation(held.relation), held.wall_id, told_as=held.told_as)


def stands(door: Door, person: UUID, relation: Relation, wall: UUID | None) -> None:
    """One position beside the child at a time: what it was before ends, and the wall stays.

    Who was out and comes back finds nothing open by it: each yes of before waits until it is said anew (R7).
    """
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, person=person)
    if here.filter(relation=relation.value).exists():
        return
    look_no_more(door.dossier.pk, persons=[person])
    before = list(beside(door, person)) if relation in NETWORK else []
    if not here.filter(relation__in=[*COMES_IN]).exists():
        ask_again(door, persons=_was_here(door, person))
    beside(door, person).filter(pk__in=[one.pk for one in before]).update(ended_at=clock.now())
    _begin(door, person, relation, before[0].wall_id if before else wall)


def _was_here(door: Door, person: UUID) -> list[UUID]:
    """This person, if it stood here before."""
    was = Involvement.objects.filter(dossier=door.dossier, person=person, relation__in=[*COMES_IN])
    return [person] if was.exists() else []


def beside(door: Door, person: UUID) -> Involvements:
    """The place of this person beside the child, if it has one."""
    here: dict[str, Any] = {"dossier": door.dossier, "person": person, "relation__in": [*NETWORK]}
    return Involvement.objects.current(clock.today()).filter(**here)


def _person(member: UUID) -> UUID | None:
    found: UUID | None = SamePerson.objects.filter(item=member).values_list("person_id", flat=True).first()
    return found


def _begin(door: Door, person: UUID, relation: Relation, wall: UUID | None, told_as: str = "") -> None:
    begins = {"relation": relation.value, "wall_id": wall, "from_on": clock.today(), "told_as": told_as}
    Involvement.objects.create(dossier=door.dossier, person_id=person, **begins)
