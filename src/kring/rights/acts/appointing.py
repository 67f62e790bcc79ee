"""A trust person by the organisation: prepared by a worker, decided by the director, over when the chosen one stands.

Only by both grounds, four talks, a yes of the person, the director and the attest (R6); never because a child is young
(A128, A132), and never while a choice of the child stands.  To what it chose before, who prepares and who decides each
write an answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kring.access.acts.deciding import director_says_no, let_directors_decide
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Relation
from kring.law.appointment import Consulted, Proposed, may_appoint
from kring.law.decision import Decision
from kring.rights import earlier, facts
from kring.rights.models import Appointment, Serving

FILING = Filing(klass=Klass.CONFIDENCE)
"""Until a person told the child (`appointed_told`)."""
CHOSEN = frozenset({"appointment.nobody-designated", "appointment.nobody-chosen"})
"""What the child itself did: over it nothing is prepared."""


class MayNotAppoint(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a worker knows and did: the grounds with their reason, the conditions, each talk on its day."""

    called: str
    cannot_designate: bool | None = None
    conflict: bool | None = None
    adult: bool | None = None
    involved: bool | None = None
    agrees: bool | None = None
    talked: Mapping[Consulted, date] = field(default_factory=dict)
    why: str = ""
    workers: tuple[str, ...] = ()
    on_earlier: str = ""

    @property
    def row(self) -> dict[str, Any]:
        """As it is kept."""
        names = ("called", "cannot_designate", "conflict", "adult", "involved", "agrees", "why", "on_earlier")
        talked = {one.value: on.isoformat() for one, on in self.talked.items()}
        return {name: getattr(self, name) for name in names} | {"talked": talked, "workers": "\n".join(self.workers)}


def prepare(door: Door, known: Known, *, act: UUID, row: Appointment | None = None) -> Appointment:
    """Write down what is known; the director can decide from then on.  Nothing is appointed by it.

    Raises `NotAllowedError` for who does not work with the child, of what was decided or is over, and where another
    stands or is prepared; `MayNotAppoint` while the child chose somebody, whatever is filled in.
    """
    if door.relation is not Relation.WORKER or (row is not None and (row.decided_on or row.ended_on)):
        raise NotAllowedError
    if row is None and another(door) is not None:
        raise NotAllowedError
    decision = weigh(door, row or Appointment(**known.row), on=clock.today())
    if {ground.code for ground in decision.against} & CHOSEN:
        raise MayNotAppoint(decision)
    fields = known.row | {"earlier": _as_kept(door) if known.on_earlier.strip() else []}
    with door.writes(Event.APPOINTMENT_PREPARED, once=act) as write:
        if row is None:
            row = write.add(Appointment, FILING, **fields)
        else:
            write.change(row, version=row.item.version, **fields)
        let_directors_decide(door)
        return row


@dataclass(frozen=True, slots=True)
class Motive:
    """Why the director appoints, and what it answers to whom the child chose before."""

    why: str
    about_earlier: str = ""


def decide(door: Door, row: Appointment, motive: Motive, *, act: UUID, on: date) -> None:
    """The director decides, and fills in the attest.  Raises `MayNotAppoint` with every ground that is still open."""
    if door.relation is not Relation.DIRECTOR or row.decided_on or row.ended_on or not motive.why.strip():
        raise NotAllowedError
    if another(door, row) is not None:
        raise NotAllowedError
    decision = weigh(door, row, on=on, motive=motive)
    if not decision.allowed:
        raise MayNotAppoint(decision)
    told = {"motive": motive.why, "about_earlier": motive.about_earlier, "decided_on": on, "decided_by_id": door.me}
    told |= {"decision": decision.as_kept(), "earlier": _as_kept(door)}
    with door.writes(Event.APPOINTMENT_DECIDED, once=act) as write:  # and from today somebody tells the child
        write.change(row, version=row.item.version, **told)
        write.look_again(row, on=on)


def another(door: Door, row: Appointment | None = None) -> Appointment | None:
    """Who stands or is prepared already: one at a time, however it is spelled, so that nobody stands there twice (R6).

    `row`: the one that is weighed; beside it only one that was decided is in its way.
    """
    rows = Appointment.objects.in_force().order_by("pk")
    beside = rows.exclude(pk=row.pk).exclude(decided_on=None) if row is not None else rows
    found: Appointment | None = door.within(beside).first()
    return found


def named(door: Door, row: Appointment | None = None) -> str:
    """How the other is called; nothing where there is none."""
    other = another(door, row)
    return str(other.called) if other is not None else ""


def refuse(door: Door, row: Appointment, why: str, *, act: UUID, on: date) -> None:
    """The director does not appoint, and says why: it is over, and who prepared it reads that.  No child reads it.

    Raises `NotAllowedError`.
    """
    if door.relation is not Relation.DIRECTOR or row.decided_on or row.ended_on or not why.strip():
        raise NotAllowedError
    with door.writes(Event.APPOINTMENT_ENDED, once=act) as write:
        write.change(row, version=row.item.version, motive=why, ended_on=on, decided_by_id=door.me)
        write.look_again(row, on=None)
        director_says_no(door, on)


def weigh(door: Door, row: Appointment, *, on: date, motive: Motive | None = None) -> Decision:
    """What the law says of it: what was filled in, beside what the child itself said, now and before."""
    proposed = Proposed(
        child_cannot_designate=row.cannot_designate,
        interests_conflict=row.conflict,
        adult=row.adult,
        directly_involved_in_the_care=row.involved,
        consulted=frozenset(Consulted(code) for code in row.talked),
        proposed_said_yes=row.agrees,
        workers_named=len({name.casefold() for name in row.named_workers}),
        director_decided=True if motive else None,
        attest_filled_in_on=on if motive else None,
        earlier_choices_answered=earlier.answered(door, row, motive.about_earlier if motive else None),
        a_choice_of_the_child_stands=facts.a_choice_stands(door),
        someone_the_child_chose_serves=chosen_serves(door),
    )
    return may_appoint(proposed, on=on)


def _as_kept(door: Door) -> list[dict[str, Any]]:
    return [one.as_kept for one in earlier.earlier(door)]


def leave(write: Writing, rows: Iterable[Appointment], *, on: date) -> None:
    """Someone whom the child chose stands: whom the organisation appointed, or prepared to, leaves in that act (R6).

    Of who was appointed it waits in confidence until a person told that one and the child why: it is good news, and
    no page lets somebody vanish without a word (R15).  Where the child never knew of the appointment, only that one is
    told: nothing is news to the child.
    """
    for row in rows:
        stood = row.decided_on is not None
        write.change(row, ended_on=on, by_choice=stood)
        if stood and row.item.klass != Klass.CONFIDENCE.value:
            write.file_anew(row, [], Klass.CONFIDENCE)
        write.look_again(row, on=on if stood and row.told_on is not None else None)


def end(door: Door, row: Appointment, *, act: UUID, on: date) -> None:
    """It is over, or it is not needed any more."""
    with door.writes(Event.APPOINTMENT_ENDED, once=act) as write:
        write.change(row, version=row.item.version, ended_on=on)
        write.look_again(row, on=None)


def chosen_serves(door: Door) -> bool:
    """Whether someone whom the child chose serves now."""
    return bool(to_weigh(door, Serving.objects.in_force()).exists())
