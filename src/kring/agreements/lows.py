""" "It is not going well now": by which way the child says it, to each with whom it agreed on one (C86).

Nothing of it is kept: a telephone does the rest.  Beside it always stands a second road, just as large: whom they
agreed with may not be there any more, and perhaps nobody told the child yet (R15).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.seen import notes_seen
from kring.access.weighed import to_weigh
from kring.agreements import questions, reading
from kring.agreements.apart import keeps_apart
from kring.agreements.models import Point
from kring.agreements.pact import Pact
from kring.agreements.reading import Line
from kring.agreements.versions import Version
from kring.journal import plan
from kring.journal.plan import LineSeen
from kring.kit import clock
from kring.law import agreements as law
from kring.law.access import Klass, Relation
from kring.law.agreements import Channel
from kring.people.calling import Number as Call
from kring.people.calling import to_call
from kring.people.models import Post
from kring.rights import hearing
from kring.rights.hearing import Reader
from kring.rights.house import house_of
from kring.rights.models import Taken
from kring.rights.numbers import AWEL, Number, for_relation
from kring.rights.resting import resting

NOBODY_ANSWERS = {"picks_up": False, "item__klass": Klass.CONFIDENCE.value, "unsaid_on": None}
OF_A_WAY = (law.Point.LOW, law.Point.URGENT, law.Point.FALLBACK)


@dataclass(frozen=True, slots=True)
class Way:
    """The way to one person, when it is not going well, and when it cannot wait."""

    pact: Pact
    low: Line | None
    urgent: Line | None
    falls_back: Line | None = None
    """Which worker they wrote down to fall back on."""
    paused_on: date | None = None
    """Since when the two rest, as the child knows it."""
    keeps_apart: bool = False
    """Contact with this person is restricted: nothing of the way is shown, and no page says why (R28, R15)."""
    later: bool = False
    """Another road stands before this one: they rest, or nobody would answer (R15: why, a person tells)."""

    @property
    def by_message(self) -> bool:
        """Whether they chose to write: then that is the button, and calling is the other one."""
        return self.low is not None and self.low.row.choice == Channel.MESSAGE.value


@dataclass(frozen=True, slots=True)
class Road:
    """The other road: who works with the child, what they agreed on who helps, and numbers of the child's own plan."""

    workers: list[Reader]
    agreed: list[Line]
    calls: list[LineSeen]
    at_once: Number = AWEL

    @property
    def names(self) -> str:
        """Who works with the child, in words; nothing where nobody does."""
        return str(_(" of ").join(map(str, self.workers)))


def as_it_is(door: Door, ways: Sequence[Way]) -> list[Way]:
    """The same ways of a child, those where nobody answers now last; two statements, and none without a way.

    That somebody stops and answers no more is weighed, and said on no page, and so is that contact is restricted: a
    person tells it first (R15).
    """
    rests, apart = resting(door) if ways else {}, {one.pact.key for one in ways if keeps_apart(door, one.pact.row)}
    silent = (
        set(to_weigh(door, Taken.objects.filter(**NOBODY_ANSWERS)).values_list("member_id", flat=True)) if ways else ()
    )
    found = [
        replace(
            one,
            keeps_apart=one.pact.key in apart,
            paused_on=None if one.pact.key in apart else rests.get(one.pact.member),
            later=one.pact.key in apart or one.pact.member in {*rests, *silent},
        )
        for one in ways
    ]
    return sorted(found, key=lambda one: one.later)


def callers(door: Door) -> tuple[Call, ...]:
    """Whom in the house who stands beside the child calls: the fixed contact, and who steps in (R13)."""
    of = house_of(door)
    here = set(Post.objects.current(clock.today()).filter(organisation=of).values_list("person_id", flat=True))
    return to_call(of, here)


def second_road(door: Door, ways: Sequence[Way]) -> Road:
    """What stands beside these ways, and for a child that agreed on none: the same whatever is with whom.

    The numbers of its plan without those that stand there already.  At most three statements.  After the help nobody
    who works with children reads here: then it says whom to call, and sends nobody to a page or a worker of the house.
    """
    lines = [line for one in ways for line in (one.low, one.urgent) if line is not None]
    there = {line.dials for line in lines}
    calls = [one for one in plan.calls(door) if one.dials not in there]
    if door.dossier.closed_on is not None:
        return Road([], [], calls)
    return Road(hearing.readers(door), [one.falls_back for one in ways if one.falls_back], calls)


def other_numbers(relation: Relation) -> list[Number]:
    """Whom else to call, the calm ones first; without the one that stands in the second road."""
    return sorted((one for one in for_relation(relation) if one is not AWEL), key=lambda one: one.at_once)


def way(door: Door, found: Pact) -> Way | None:
    """In one agreement as both said yes to it; nothing of a proposal, and nothing of what is over."""
    shown = _stands(found)
    if shown is None:
        return None
    rows = questions.POINTS.of(door, pact=found.key, number=shown.row.number or 0)
    notes_seen(door, rows)
    return _way(found, rows)


def has_low(door: Door, found: Pact, shown: Version, rows: Iterable[Point]) -> bool:
    """Whether they agreed on a way; `rows`: of the version that is shown, which mostly is the one that holds."""
    if found.held is None:
        return False
    of_it = rows if found.held is shown else reading.points(door, found, found.held.row.number or 0)
    return any(row.code == law.Point.LOW.value for row in of_it)


def ways(door: Door) -> list[Way]:
    """To everyone with whom the child chose a way for it.  One statement beside those of the agreements."""
    shown = {one.key: (one, _stands(one)) for one in reading.pacts(door)}
    numbers = {key: last.row.number or 0 for key, (_, last) in shown.items() if last is not None}
    rows: dict[UUID, list[Point]] = {key: [] for key in numbers}
    asked = Point.objects.filter(pact__in=list(numbers), code__in=[one.value for one in OF_A_WAY])
    for row in door.within(asked.order_by("pk")) if numbers else ():
        if row.since <= numbers[row.pact] and (row.until is None or row.until >= numbers[row.pact]):
            rows[row.pact].append(row)
    found = [_way(shown[key][0], some) for key, some in rows.items()]
    return [one for one in found if one.low is not None]


def _stands(found: Pact) -> Version | None:
    """The version that holds: to which both said yes, of a choice that stands; a proposal gives no way."""
    return found.held


def _way(found: Pact, rows: list[Point]) -> Way:
    lines = {row.code: Line(row, "") for row in rows}
    low, urgent, falls_back = (lines.get(one.value) for one in OF_A_WAY)
    return Way(found, low, urgent, falls_back)
