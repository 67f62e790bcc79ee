"""Who of the circle somebody with a way in is: saying so, and saying that it is somebody else (R7, R28).

Part of an act of the rooms.  What is about one of the circle itself opens by it to who that is (`own` in the table)
once a worker confirmed it, and no yes begins before that (`access.asked`).  A yes of the child never confirms it: that
would open more than the yes says, such as where the other parent lives, to whom a child took for that parent.  That it
waits for somebody else is a choice of Kring; a youth that took over what stands here answers for it itself.  No yes
opens anything by pointing: one that was given before Kring knew who that is, waits until it is said anew; and what was
closed, by a no or by a restriction of contact, stays closed for both.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kring.access.acts.again import ask_again_of_safety, tell_no_more
from kring.access.acts.owning import said_so_far
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Given, Giver, Restriction, Say, Says, Word
from kring.access.parts import HasPart
from kring.access.readers import Other
from kring.access.same import SamePerson
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.law.taking_over import is_in_own_hands
from kring.law.ways import NETWORK
from kring.people.acts import messages
from kring.people.models import MessageCode

COPIED = ("item_id", "topic", "answer", "giver", "purpose", "given_by_id", "expressed", "recorded_by_id", "said_at")
"""Of a no or an "ask me first", what it is also towards somebody else: whose it is and when it was said."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody was pointed out as another one of the circle; how many answers with yes of the child stopped by it."""

    stopped: int


def say_who(door: Door, member: UUID, person: UUID, *, before: UUID | None = None, is_sure: bool = False) -> None:
    """This one of the circle is that person with a way in.  Part of the act that says so.

    Said by the child it is not confirmed yet, until it took over what stands here, or where it `is_sure`: who works
    with it and was named in its circle by that very tap is nobody else.  Said by another, the child reads it, and as
    whom that person stood `before`.  With pictures that another knows, nobody says that it was the child: who confirms
    it, the child reads as who wrote it.
    """
    tell_the_child(door)
    mine = door.relation is Relation.CHILD
    sure = _confirmed(door) if is_sure or not mine or is_in_own_hands(said_so_far(door)) else {}
    its_own = mine and not door.actor.pictures_known
    same = {"item_id": member, "person_id": person, "by_the_child": its_own}
    SamePerson.objects.create(before_id=None if mine else before, **same, **sure)
    _towards(door, member).filter(answer=Word.YES, giver=Giver.CHILD).update(waits=True)
    if HasPart.objects.in_safety().filter(member=member).exists():  # said of this one, and now of that person
        ask_again_of_safety(door, member)


def is_known(door: Door, member: UUID) -> bool:
    """Whether somebody was pointed out as this one of the circle of this child."""
    return SamePerson.objects.filter(item=member, item__dossier=door.dossier).exists()


def confirm_who(door: Door, member: UUID) -> bool:
    """Who works with the child confirms who this one of the circle is.  Part of an act; whether it was still to do.

    Nobody says so of itself (`NotAllowedError`).
    What the child said yes to since it pointed, begins: that person reads that there is something.
    """
    waits = SamePerson.objects.filter(item=member, item__dossier=door.dossier, confirmed_at=None)
    person = waits.values_list("person_id", flat=True).first()
    if person is None:
        return False
    if person == door.me:
        raise NotAllowedError
    waits.update(**_confirmed(door))
    begins = _towards(door, member).filter(answer=Word.YES, giver=Giver.CHILD, waits=False).values_list("pk", flat=True)
    messages.tell_all([messages.Telling(person, MessageCode.SHARED, f"{say}:{person}", say) for say in begins])
    return True


def _confirmed(door: Door) -> dict[str, Any]:
    return {"confirmed_by_id": door.me, "confirmed_at": clock.now()}


def may_be_another(other: Other) -> bool:
    """Whether it can be said that this is somebody else of the circle.

    Not of who stands beside the child: that one came in by a link for this one of the circle, and of the wrong person
    the link is stopped.
    """
    return other.relation not in NETWORK


def move_to(door: Door, person: UUID, *, of: UUID, to: UUID, is_sure: bool = False) -> Moved:
    """Who was pointed out as `of`, is `to`.  Part of the act that says so; raises `NotAllowedError`.

    What a yes opened towards it is closed and stays so until it is said anew, and so is what was told to it in an
    emergency; what a no closes, is closed to both.
    """
    same = SamePerson.objects.filter(item=of, person=person, item__dossier=door.dossier)
    by_a_link = Given.objects.filter(dossier=door.dossier, item=of, way__person=person)
    if of == to or not same.exists() or by_a_link.exists():
        raise NotAllowedError
    _stay_apart(door, person, of)
    tell_no_more(door, persons=[person])
    same.delete()
    say_who(door, to, person, before=of, is_sure=is_sure)
    _stay_closed(door, of, to)
    said = _towards(door, of).filter(answer=Word.YES)
    stopped = said.filter(giver=Giver.CHILD).count()
    said.update(withdrawn_at=clock.now())
    return Moved(stopped)


def _stay_apart(door: Door, person: UUID, member: UUID) -> None:
    """A restriction of contact with this one of the circle held for that person too, and goes on to (R28).

    One with that person itself stays on it, and is none with who it was taken for; but where somebody confirmed that it
    was that one, it holds for whoever is pointed out here after that too, such as a second account of the same human
    being.  Who is pointed out here after that is another human being: for that one it holds too until a worker says
    that it does not, and no tap says so.  Said to be somebody else it stays with that one by name, whoever says it: a
    worker ends it where restrictions stand.
    """
    here = Restriction.objects.in_force().filter(dossier=door.dossier).order_by("-recorded_at")
    rows, itself = here.filter(member=member), here.filter(person=person).first()
    row = rows.filter(moved_at=None).first() or rows.first()
    rows.filter(moved_at=None).update(moved_at=clock.now())
    if row is not None and itself is None:
        Restriction.objects.create(dossier=door.dossier, person_id=person, **_said(row))
    sure = SamePerson.objects.filter(item=member, person=person, confirmed_at__isnull=False)
    if row is None and itself is not None and sure.exists():
        Restriction.objects.create(dossier=door.dossier, member_id=member, moved_at=clock.now(), **_said(itself))


def _said(row: Restriction) -> dict[str, Any]:
    same = ("from_on", "until_on", "decided_by", "recorded_by_id", "recorded_at")
    return {name: getattr(row, name) for name in same}


def _stay_closed(door: Door, of: UUID, to: UUID) -> None:
    """What is closed towards the one is closed towards the other too, from the first day on which either was closed.

    What the child closed itself goes along always, beside what another wrote down there: that one its writer may lift,
    and the child's own nobody (R7, R8).
    """
    there: defaultdict[tuple[UUID | None, str, str], list[Say]] = defaultdict(list)
    for one in _towards(door, to).closed():
        there[one.item_id, one.topic, one.giver].append(one)
    for one in sorted(_towards(door, of).closed(), key=lambda one: one.is_own):
        same = there[one.item_id, one.topic, one.giver]
        since = min(said.from_on for said in (one, *same))
        Say.objects.filter(pk__in=[said.pk for said in same], from_on__gt=since).update(from_on=since)
        if not same or (one.is_own and not any(said.is_own for said in same)):
            kept = {name: getattr(one, name) for name in COPIED}
            same.append(
                Say.objects.create(id=uuid7(), dossier=door.dossier, towards_id=to, from_on=since, **kept),
            )


def _towards(door: Door, member: UUID) -> Says:
    return Say.objects.filter(dossier=door.dossier, towards=member, withdrawn_at=None)
