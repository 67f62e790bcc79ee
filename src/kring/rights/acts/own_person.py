"""The trust person of a parent: named by that parent alone, behind its own wall, ended in one step (B123, R16)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.law.access import Klass, Relation
from kring.law.decision import Decision
from kring.law.parents_trust_person import NamedByAParent, may_serve_a_parent
from kring.law.steps import Answered
from kring.law.ways import PARENTS
from kring.rights.models import OwnPerson


class MayNotBegin(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold; the choice of the parent stands."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


def name(door: Door, called: str, *, act: UUID, on: date) -> OwnPerson:
    """A parent names it.  Raises `NotAllowedError` for anybody else."""
    if door.relation not in PARENTS:
        raise NotAllowedError
    with door.writes(Event.OWN_PERSON_NAMED, once=act) as write:
        # The parent reads that somebody looks at the conditions: it stands in the day of who does, until that is done.
        filing = Filing(klass=Klass.OWN_WORDS, wall=next(iter(door.walls), None), look_on=on)
        return write.add(OwnPerson, filing, called=called, named_on=on)


def look(door: Door, row: OwnPerson, seen: Mapping[str, bool | None], *, act: UUID, on: date) -> None:
    """Who works with the child writes down what it saw of the conditions.  Raises `NotAllowedError`."""
    _only_a_worker(door)
    with door.writes(Event.OWN_PERSON_CHANGED, once=act, codes=("looked",)) as write:
        told = {name: seen[name] for name in ("adult", "involved")}
        write.change(row, version=row.item.version, looked_on=on, looked_by_id=door.me, **told)
        write.look_again(row, on=looks_on(row, on=on))


def begin(door: Door, row: OwnPerson, *, act: UUID, on: date) -> None:
    """It begins, with the decision it rests on.  Raises `MayNotBegin`, also before the person said yes (brief 1.2)."""
    _only_a_worker(door)
    decision = weigh(row, on=on)
    if not decision.allowed or not row.said_yes or row.is_paused:
        raise MayNotBegin(decision)
    with door.writes(Event.OWN_PERSON_CHANGED, once=act, codes=("began",)) as write:
        write.change(row, version=row.item.version, began_on=on, decision=decision.as_kept())
        write.look_again(row, on=None)


def end(door: Door, row: OwnPerson, *, act: UUID, on: date) -> None:
    """The parent chose otherwise: one step, no reason.  Raises `NotAllowedError`.

    What was looked at goes, and what the person said in its own words: nobody needs either any more.
    """
    if door.relation not in PARENTS:
        raise NotAllowedError
    with door.writes(Event.OWN_PERSON_CHANGED, once=act, codes=("ended",)) as write:
        erased = {"adult": None, "involved": None, "looked_on": None, "looked_by_id": None, "words": ""}
        write.change(row, version=row.item.version, ended_on=on, **erased)
        write.look_again(row, on=None)


def wrote_some(door: Door) -> bool:
    """Whether this parent named somebody, and did not let go of it."""
    return door.within(OwnPerson.objects.in_force()).exists()


def weigh(row: OwnPerson, *, on: date) -> Decision:
    """What is known of the conditions."""
    known = NamedByAParent(
        adult=row.adult, directly_involved_in_the_care=row.involved, designated_by_the_parent=row.ended_on is None
    )
    return may_serve_a_parent(known, on=on)


def looks_on(row: OwnPerson, *, on: date) -> date | None:
    """From which day it stands in the day of who works with the child, and of a trial its last day (B123, C101)."""
    decision = weigh(row, on=on)
    if row.began_on or row.ended_on or decision.against or row.reply == Answered.NO.value:
        return None
    return row.tried_until if row.tried_until and decision.allowed else row.named_on


def _only_a_worker(door: Door) -> None:
    if door.relation is not Relation.WORKER:
        raise NotAllowedError
