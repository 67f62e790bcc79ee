"""A letter that says what somebody is for a young person: only while both of them want it (C106, C186)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle.models import Member
from kring.kit import clock
from kring.law.access import Klass, Relation
from kring.law.support import Whose
from kring.support.models import LetterYes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wants:
    """Whose yes or no it is, and whether the first name of the child may stand on it."""

    whose: Whose
    yes: bool
    named: bool = False


def say(door: Door, member: UUID, wants: Wants, *, act: UUID) -> None:
    """Keep a yes or a no: the last one counts, whoever wrote down the one before.  Raises `NotAllowedError`."""
    mine = door.sieve(LetterYes.section).mine
    if not _may_say(door, member, wants, mine):
        raise NotAllowedError
    today = clock.today()
    with door.writes(Event.LETTER_WANTED, once=act, codes=(wants.whose.value, "yes" if wants.yes else "no")) as write:
        filing = Filing(klass=Klass.OWN_WORDS, about=member)
        told = {"whose": wants.whose.value, "named": wants.yes and wants.named, "said_on": today}
        write.add(LetterYes, filing, member_id=member, withdrawn_on=None if wants.yes else today, **told)


def _may_say(door: Door, member: UUID, wants: Wants, mine: frozenset[UUID]) -> bool:
    """The child and the person each for itself; who works with the child writes down what either said."""
    if door.relation is Relation.CHILD:
        return wants.whose is Whose.CHILD and door.within(Member.objects.filter(pk=member)).exists()
    if door.relation is Relation.WORKER:
        return door.within(Member.objects.filter(pk=member)).exists()
    return wants.whose is Whose.PERSON and member in mine
