"""The help ends: no place closes over news of who stands beside the child, that nobody told it (R15, C139)."""

from uuid import UUID

from kring.access.acts import closing
from kring.access.acts.closing import Last
from kring.access.door import Door
from kring.endings.news import untold_news


class NewsError(Exception):
    """Somebody stops, or was appointed, and the child does not know: after the help nobody is here to tell it."""


def close(door: Door, last: Last, *, once: UUID | None) -> None:
    """Nobody writes here any more.  Raises `NewsError`, and what `access.acts.closing.close` raises."""
    if door.dossier.closed_on is None and untold_news(door):
        raise NewsError
    closing.close(door, last, once=once)
