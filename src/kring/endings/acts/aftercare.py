"""What the organisation does after the help has stopped: a record apart, and never somebody beside the child (C178)."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.endings.models import Aftercare
from kring.kit import clock
from kring.law.access import Klass, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Who of the organisation stays reachable, for what, and until when."""

    who: str
    what: str
    from_on: date
    until_on: date | None = None


def agree(door: Door, agreed: Agreed, *, act: UUID) -> None:
    """Keep it beside the endings; nobody becomes a JIM or a supporter by it."""
    with door.writes(Event.AFTERCARE_AGREED, once=act) as write:
        write.add(Aftercare, Filing(klass=Klass.FILE, topic=Topic.HELP), **asdict(agreed))


def stop(door: Door, row: Aftercare, *, act: UUID) -> None:
    """It stops today."""
    with door.writes(Event.AFTERCARE_STOPPED, once=act) as write:
        write.change(row, version=row.item.version, until_on=clock.today(), stopped=True)
