"""A limit for a while in an extreme situation: by a named person, with seven grounds, always with a last day (R2)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kring.access.acts.deciding import let_directors_decide
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.law.access import Klass, Relation
from kring.law.decision import Decision
from kring.law.limits import Limited, Ran, is_motivated, may_limit
from kring.rights.models import Limit, Serving


class MayNotLimit(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Without each of the seven grounds there is no limit."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is limited, for whom, in the words for the child; the full motive; and what law asks."""

    member: UUID
    plain: str
    motive: str
    limited: Limited


def limit(door: Door, wanted: Wanted, *, act: UUID, on: date) -> Limit:
    """Write it down, with the decision it rests on.  Raises `MayNotLimit`.

    Raises `NotAllowedError` for who does not work with the child, and where nobody serves: nothing is there to limit.
    """
    serves = door.within(Serving.objects.in_force().filter(member=wanted.member)).exists()
    if door.relation is not Relation.WORKER or not serves or not wanted.plain.strip():
        raise NotAllowedError
    decision = may_limit(_weighed(door, wanted), on=on)
    if not decision.allowed:
        raise MayNotLimit(decision)
    with door.writes(Event.LIMIT_DECIDED, once=act) as write:
        days = {"from_on": wanted.limited.from_on, "until_on": wanted.limited.until_on}
        told = {"plain": wanted.plain, "motive": wanted.motive, "decision": decision.as_kept(), **days}
        filing = Filing(klass=Klass.FILE, about=wanted.member)
        let_directors_decide(door)
        return write.add(Limit, filing, member_id=wanted.member, decided_by_id=door.me, **told)


def _weighed(door: Door, wanted: Wanted) -> Limited:
    """With the motive as it is written, and every limit of before on this person, whoever decided it."""
    days = to_weigh(door, Limit.objects.filter(member=wanted.member)).values_list("from_on", "until_on", "ended_on")
    before = tuple(Ran(first, min(until, ended or until)) for first, until, ended in days)
    return replace(wanted.limited, motivated=is_motivated(wanted.motive), before=before)


def end(door: Door, row: Limit, *, act: UUID, on: date) -> None:
    """Earlier than its last day."""
    with door.writes(Event.LIMIT_ENDED, once=act) as write:
        write.change(row, version=row.item.version, ended_on=on)
