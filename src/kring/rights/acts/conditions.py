"""Writing down what someone saw of the conditions of the law.  A fact with a day, never an opinion (R2, R5)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Kind, NotAllowedError, Writing
from kring.audit.events import Event
from kring.law.access import Klass, Topic
from kring.law.trust_person import ENTRY
from kring.rights.facts import ADULT, EXTRACT, INDEPENDENT
from kring.rights.models import Condition, Wish

KLASS = {ADULT: Klass.FILE, INDEPENDENT: Klass.FILE, EXTRACT: Klass.CHECK, ENTRY: Klass.CHECK}


def look(door: Door, member: UUID, seen: Mapping[str, bool | None], *, act: UUID, on: date) -> None:
    """Someone looked: at being adult, at standing apart from the care, or at the extract (that it was looked at)."""
    if not door.within(Wish.objects.trusting(member)).exists():
        raise NotAllowedError  # conditions are asked of nobody else (R3)
    told = (code for code in seen if code != ENTRY)  # the log does not tell for whom there was an entry
    with door.writes(Event.CONDITION_LOOKED_AT, once=act, codes=tuple(told)) as write:
        for code, holds in seen.items():
            _add(write, member, code, holds=holds, on=on)


def decide(door: Door, member: UUID, ground: str, *, agrees: bool, act: UUID, on: date) -> None:
    """The director decided about an entry, with a written ground: kept as that decision, and what stood there nowhere."""
    if not door.within(Condition.objects.filter(member=member, code=ENTRY)).exists():
        raise NotAllowedError
    with door.writes(Event.CONDITION_LOOKED_AT, once=act, codes=(EXTRACT,)) as write:
        _add(write, member, ENTRY, holds=agrees, on=on, ground=ground)


def _add(write: Writing, member: UUID, code: str, *, holds: bool | None, on: date, ground: str = "") -> None:
    kind = Kind(klass=KLASS[code], topic=Topic.BESIDE_ME, about=member)
    write.add(Condition, kind, member_id=member, code=code, holds=holds, looked_at_on=on, ground=ground)
