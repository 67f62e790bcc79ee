"""A child that taps on pictures lets somebody go, and takes that back: as everything that person is, in one step."""

from datetime import date
from uuid import UUID

from django.db import transaction

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish


def let_go(door: Door, member: UUID, *, act: UUID, on: date) -> bool:
    """Not this person any more: no reason is asked, and what stood on it closes at once (R1, R2, issue 5, 7).

    A child that points does not tell a JIM from a trust person: it says it of the person.  False when nothing of it
    stood any more.  Raises `NotAllowedError` for who is not the child.
    """
    _only_the_child(door)
    named = Wish.objects.in_force().filter(member=member)
    meanings = sorted(set(door.within(named).values_list("meaning", flat=True)))
    with transaction.atomic():  # all or nothing: sent twice, the first is refused
        for place, meaning in enumerate(meanings):
            wishes.withdraw(door, member, Meaning(meaning), act=uuid7() if place else act, on=on)
    return bool(meanings)


def take_back(door: Door, member: UUID, meanings: list[Meaning], *, act: UUID, on: date) -> None:
    """The same tap undone: named anew as before.  What was closed by it is asked anew.  Raises `NotAllowedError`."""
    _only_the_child(door)
    with transaction.atomic():
        for place, meaning in enumerate(meanings):
            said = wishes.Said(meaning=meaning, expressed=Expressed.POINTED, on=on)
            wishes.name(door, member, said, act=uuid7() if place else act)


def _only_the_child(door: Door) -> None:
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
