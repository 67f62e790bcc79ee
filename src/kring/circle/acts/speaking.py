"""In which language somebody talks best, as child or worker says it (A35, B33)."""

from dataclasses import asdict, dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, StaleError
from kring.audit.events import Event
from kring.circle.models import Speech
from kring.circle.speech import NEW
from kring.kit import clock
from kring.law.access import Klass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language, whether an interpreter has to be there, and whether this one helps others with it."""

    language: str
    interpreter: bool = False
    helps: bool = False


def note(door: Door, member: UUID | None, spoken: Spoken, *, version: int, act: UUID) -> None:
    """Write it down, or write it anew; `member`: nobody, for the child itself.

    `version`: of what stood on the screen.  Raises `StaleError`, `NotAllowedError`.
    """
    now = door.within(Speech.objects.filter(member=member)).last()
    if (now is None) != (version == NEW):
        raise StaleError
    told = {**asdict(spoken), "said_on": clock.today()}
    with door.writes(Event.SPEECH_NOTED, once=act) as write:
        if now is None:
            write.add(Speech, Filing(klass=Klass.OWN_WORDS, about=member), member_id=member, **told)
        else:
            write.change(now, version=version, **told)
