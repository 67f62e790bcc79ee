"""The help ended: what a child, and who stands beside it, finds where its place was closed (C139, C178, C199, R15).

No page tells it: a person told the child first, which the closing asks.  Here stands since when, who is still there,
what can still be read, and that ending and taking back work as before (R7).
"""

from dataclasses import dataclass
from datetime import date

from kring.access import told_after
from kring.access.door import Door
from kring.access.standing import born_on
from kring.circle import reading as circle
from kring.dossier.models import Closing
from kring.endings.acts.leaving import waits_to_be_told
from kring.endings.models import Aftercare
from kring.endings.remaining import Stays, after, closed_last, stays
from kring.kit import clock
from kring.law.access import Section
from kring.law.retention import Term, falls_due_on
from kring.rights.house import house_of, officer
from kring.rights.stood import Stood, stood
from kring.support.fallback import Fallback, fallback_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """Whom one can call there after the help: what was agreed, and the fixed contact of the house."""

    since: date | None
    aftercare: list[Aftercare]
    fallback: Fallback


@dataclass(frozen=True, slots=True, kw_only=True)
class Over(Still):
    """Of the child itself."""

    told: Closing | None
    """When and by whom it was told, as somebody wrote it down by closing."""
    stays: Stays
    stopped: list[tuple[str, told_after.Told]]
    """Who stopped since, with when and by whom the child was told (R15)."""
    kept_until: date | None
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Still):
    """Of who stands beside the child: not a word of what the child shared."""

    stood: Stood | None
    stops: bool
    told: told_after.Told | None
    """That it said itself that the child was told."""
    restricted: bool
    """Contact with it is restricted: the page says nothing that would bring them together, and not why (R28)."""

    @property
    def stands(self) -> bool:
        """Whether it stands there still: nobody ends by the end of the help."""
        return self.stood is None and not self.stops and not self.restricted


def is_over(door: Door) -> bool:
    """Whether the help here ended."""
    return door.dossier.closed_on is not None


def still(door: Door) -> Still:
    """Whom the child can call; three statements."""
    return Still(since=door.dossier.closed_on, aftercare=after(door), fallback=fallback_of(house_of(door)))


def of_the_child(door: Door) -> Over:
    """What the child itself reads; eight statements, one more where somebody stopped since."""
    house, today = house_of(door), clock.today()
    return Over(
        since=door.dossier.closed_on,
        aftercare=after(door),
        fallback=fallback_of(house),
        told=closed_last(door),
        stays=stays(door),
        stopped=_stopped(door),
        kept_until=falls_due_on(Term.FILE, born_on(door.dossier, on=today), on=today),
        officer=officer(house),
    )


def _stopped(door: Door) -> list[tuple[str, told_after.Told]]:
    told = told_after.told(door)
    names = circle.names(door, list(told)) if told else {}
    return [(names[member], one) for member, one in told.items() if member in names]


def beside(door: Door) -> Beside:
    """What who stands beside the child reads: on whom it falls back, and that it does not end by this."""
    fallback = fallback_of(house_of(door))
    stops, since = waits_to_be_told(door), door.dossier.closed_on
    away = door.standing.restricted
    told = told_after.told_of(door, door.sieve(Section.SUPPORT).mine) if stops else None
    was = stood(door)
    return Beside(since=since, aftercare=[], fallback=fallback, stood=was, stops=stops, told=told, restricted=away)
