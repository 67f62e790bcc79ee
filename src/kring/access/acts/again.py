"""A yes that is asked once more: of the child, and of a parent about itself, when what it opens became another thing.

Somebody came to stand on a side, or a restriction of contact is over: what was said before was said of how it was then,
so it opens nothing until who gave it says it anew (R7, R16, R28).  What closes something, stays as it is.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Giver, Say, Word
from kring.access.same import SamePerson

ASKED = (Giver.CHILD, Giver.PARENT)
"""Whose yes waits.  What a worker decided to tell, with a name and a ground, a worker takes back itself (R19)."""


def ask_again(door: Door, *, members: Iterable[UUID] = (), persons: Iterable[UUID] = ()) -> int:
    """Every yes towards these people waits until it is said anew; how many of them.  Part of an act.

    Of a person: towards whomever of the circle it is, and of one of the circle: towards whoever is the same person.
    """
    one = list(members)
    who = {*persons, *SamePerson.objects.filter(item__in=one).values_list("person_id", flat=True)}
    towards = Q(towards__in=one) | Q(towards__same_person__person__in=who)
    said = Say.objects.filter(towards, dossier=door.dossier, giver__in=ASKED, answer=Word.YES, withdrawn_at=None)
    rows = set(
        said.filter(waits=False).values_list("pk", flat=True)
    )  # without the join, which an update has no place for
    if rows:
        tell_the_child(door)
    return Say.objects.filter(pk__in=rows).update(waits=True)
