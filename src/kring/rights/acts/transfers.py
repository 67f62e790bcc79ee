"""Making a page for a service or for the court: a worker writes it for that purpose, and the law is asked (R29)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.standing import born_on
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.law.access import Klass, Relation
from kring.law.capacity import ADULT_FROM, AskedRight
from kring.law.decision import Decision
from kring.law.time import age_on
from kring.law.transfers import SERVICES, Asked, may_be_made
from kring.rights.deciding import rights
from kring.rights.models import Transfer


class MayNotMake(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page: for whom, the words, and what was asked."""

    person: UUID
    words: str
    asked: Asked


def filing(person: UUID) -> Filing:
    """Where such a page belongs: for this person."""
    return Filing(klass=Klass.FILE, told_to=person)


def weigh(door: Door, wanted: Wanted, *, on: date) -> Decision:
    """What the law says of this page, for this person, of this child.  Raises `NotAllowedError` for a stranger."""
    held = Involvement.objects.current(on).filter(dossier=door.dossier, person=wanted.person)
    relation = held.filter(relation__in=[one.value for one in SERVICES]).values_list("relation", flat=True).first()
    if door.relation is not Relation.WORKER or relation is None:
        raise NotAllowedError
    born = born_on(door.dossier, on=on)
    help_ = next(one for one in rights(door) if one.right is AskedRight.HELP).decision
    capable = None if help_.missing else help_.allowed
    adult = born is not None and age_on(born, on) >= ADULT_FROM.on(on)
    return may_be_made(replace(wanted.asked, receiver=Relation(relation), capable=capable, adult=adult), on=on)


def make(door: Door, wanted: Wanted, *, act: UUID, on: date) -> Transfer:
    """Make the page.  Raises `MayNotMake`; `NotAllowedError` for who is of no service of this child, or without words.

    With the page stands the decision, with the version of each ground.
    """
    decision = weigh(door, wanted, on=on)
    if not wanted.words.strip():
        raise NotAllowedError
    if not decision.allowed:
        raise MayNotMake(decision)
    with door.writes(Event.TRANSFER_MADE, once=act, codes=(wanted.asked.basis.value,)) as write:
        return write.add(Transfer, filing(wanted.person), words=wanted.words, made_on=on, decided=decision.as_kept())
