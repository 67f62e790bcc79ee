"""A yes that is asked once more: of the child, and of a parent about itself, when what it opens became another thing.

Somebody came to stand on a side, or a restriction of contact is over: what was said before was said of how it was then,
so it opens nothing until who gave it says it anew (R7, R16, R28).  What closes something, stays as it is.

What was told in an emergency, somebody told with a motive of that day: it is over, and who still needs it is told anew.

Looking beside a worker is over for good with whatever ends it: it is asked aloud anew, and signed in anew (R17, R28).
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from kring.access.acts.unread import tell_the_child
from kring.access.beside import Beside
from kring.access.disclosure import Disclosure
from kring.access.door import Door
from kring.access.models import Giver, Item, Say, Word
from kring.access.parts import OF_SAFETY
from kring.access.same import SamePerson
from kring.access.writing import ITSELF
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section

ASKED = (Giver.CHILD, Giver.PARENT)
"""Whose yes waits.  What a worker decided to tell, with a name and a ground, a worker takes back itself (R19)."""


def ask_again(
    door: Door, *, members: Iterable[UUID] = (), persons: Iterable[UUID] = (), items: Iterable[UUID] = ()
) -> int:
    """Every yes towards these people, or to these texts, waits until it is said anew; how many.  Part of an act.

    Of a person: towards whomever of the circle it is, and of one of the circle: towards whoever is the same person.
    """
    people, some = list(members), list(persons)
    look_no_more(door.dossier.pk, members=people, persons=some)
    return _wait(door, _towards(people, some) | Q(item__in=list(items)))


def close_what_it_told(door: Door, member: UUID, *, asks: bool) -> None:
    """What the child told this one alone is closed to it as every yes is: it stopped, and the child did not know (R7).

    `asks`: each waits for a tap of the child, as a yes does; without that it stays closed.  That the child is not safe
    goes on (R14).  Part of an act.
    """
    child = Involvement.objects.filter(dossier=door.dossier, relation=Relation.CHILD.value).values("person")
    said = Item.objects.filter(dossier=door.dossier, section=Section.SAID.value, author__in=child)
    open_ = said.filter(told_to__in=_pointed_out([member]), look_on=None, held_close=False)
    rows = list(open_)
    Item.objects.filter(pk__in=[one.pk for one in rows]).update(held_close=True)
    if asks and rows:
        tell_the_child(door)
        Say.objects.bulk_create([_to_say_again(one, member) for one in rows])


def _to_say_again(item: Item, member: UUID) -> Say:
    """By telling it the child let that one read it: its own word, and it waits until it taps that this is so still."""
    whose = {"dossier_id": item.dossier_id, "given_by_id": item.author_id, "recorded_by_id": item.author_id}
    what = {"item": item, "towards_id": member, "answer": Word.YES, "expressed": ITSELF, "of_version": item.version}
    return Say(**whose, **what, from_on=clock.day(item.made_at), said_at=item.made_at, waits=True)


def opens_what_it_told(say: Say) -> bool:
    """The child taps that this one may read again what it told that one alone: it is read as before, by no yes.

    Whether that was asked.  Part of that act.
    """
    who = SamePerson.objects.filter(item=say.towards_id).values("person")
    said = Item.objects.filter(pk__in=[say.item_id], section=Section.SAID.value, told_to__in=who)
    if not said.update(held_close=False):
        return False
    Say.objects.filter(pk=say.pk).update(withdrawn_at=clock.now())
    return True


def ask_again_of_safety(door: Door, member: UUID) -> int:
    """The same of every yes about the plan alone, towards whoever this one of the circle is.  Part of an act.

    Somebody else than the child wrote that this one is there for the safety: what its yes left shut stays so (B47).
    """
    return _wait(door, _towards([member], ()) & OF_SAFETY)


def _wait(door: Door, which: Q) -> int:
    said = Say.objects.filter(which, dossier=door.dossier, giver__in=ASKED, answer=Word.YES, withdrawn_at=None)
    rows = set(
        said.filter(waits=False).values_list("pk", flat=True)
    )  # without the join, which an update has no place for
    if rows:
        tell_the_child(door)
    return Say.objects.filter(pk__in=rows).update(waits=True)


def _towards(members: list[UUID], persons: Iterable[UUID]) -> Q:
    who = {*persons, *_pointed_out(members)}
    return Q(towards__in=members) | Q(towards__same_person__person__in=who)


def tell_no_more(
    door: Door, *, members: Iterable[UUID] = (), persons: Iterable[UUID] = (), items: Iterable[UUID] = ()
) -> int:
    """What was told in an emergency to these people, or of these texts, is over for good; how many.  Part of an act.

    A protection shuts it at the next request anyway; this is so that nothing opens again when the protection goes.
    Nor does anybody of these look beside a worker any more.
    """
    who = {*persons, *_pointed_out(members)}
    look_no_more(door.dossier.pk, persons=who)
    told = Q(to__in=who) | Q(item__in=set(items))
    open_ = Disclosure.objects.filter(told, dossier=door.dossier, ended_at=None)
    return open_.update(ended_at=clock.now(), ended_by_id=door.me)


def look_no_more(dossier: UUID, *, members: Iterable[UUID] = (), persons: Iterable[UUID] = ()) -> None:
    """Nobody of these looks beside a worker any more, nor sits beside who looks; also who was only asked.

    Part of the act that ends the right to it, or the work.  It is written here, and not only weighed at the next
    request: what is weighed alone begins again when what ended it ends.
    """
    who = {*persons, *_pointed_out(members)}
    here = Beside.objects.filter(Q(person__in=who) | Q(worker__in=who), dossier=dossier, ended_at=None)
    here.update(ended_at=clock.now())


def nobody_looks(door: Door) -> None:
    """The same of everybody with this child.  Part of the act."""
    Beside.objects.filter(dossier=door.dossier, ended_at=None).update(ended_at=clock.now())


def _pointed_out(members: Iterable[UUID]) -> list[UUID]:
    return list(SamePerson.objects.filter(item__in=list(members)).values_list("person_id", flat=True))
