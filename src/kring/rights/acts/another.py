"""Talking about another choice: with reasons, and with what the child said; it decides nothing (A118, R1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.law.access import Relation
from kring.rights.acts.steps import filing
from kring.rights.models import OtherChoice
from kring.rights.paths import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """On which day, why somebody else could be good, and what the child said to it."""

    on: date
    reasons: str
    said: str = ""


def talk(door: Door, path: Path, talked: Talked, *, act: UUID) -> None:
    """Keep that it was talked about; the wish stays as it is, and where it stands.  Raises `NotAllowedError`."""
    if door.relation is not Relation.WORKER:
        raise NotAllowedError
    with door.writes(Event.OTHER_CHOICE_TALKED_OF, once=act) as write:
        told = {"talked_on": talked.on, "reasons": talked.reasons, "said": talked.said}
        write.add(OtherChoice, filing(path), wish_id=path.wish.pk, **told)
