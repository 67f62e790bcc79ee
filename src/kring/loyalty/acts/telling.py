"""With the child: why its choice may be hard for a parent (A95).  A talk, and never a reason to choose otherwise."""

from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.loyalty.models import HardTalk


def talked(door: Door, words: str, *, act: UUID) -> None:
    """It was talked about, and this is what the child said; saying nothing is an answer too."""
    with door.writes(Event.HARD_TALK_HAD, once=act) as write:
        filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.FAMILY)
        write.add(HardTalk, filing, talked_on=clock.today(), words=words)
