"""What who referred the child already discussed comes along, when the child says yes: it does not start again (A19)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.audit.events import Event
from kring.circle.acts.people import named
from kring.circle.domains import Layer
from kring.law.meaning import Expressed
from kring.moments.acts.talking import Told, write_talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """What stood on the sheet: that it was explained, and the call names that were on it; how the child said yes."""

    told: Told | None
    people: tuple[str, ...]
    expressed: Expressed


def take_over(door: Door, referred: Referred, *, months: int, act: UUID) -> None:
    """A talk with who told it, and people who wait for a place in the child's own layer.

    Nothing of it without the yes of the child, so a `Referred` always says how it said so.  Raises `MomentError` and
    `NotAllowedError`.
    """
    with door.writes(Event.REFERRER_TOLD, once=act, codes=(referred.expressed.value,)) as write:
        if referred.told is not None:
            write_talk(door, write, referred.told, months=months)
        if referred.people:
            named(write, referred.people, layer=Layer.CHILD)
