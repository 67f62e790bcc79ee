"""A good moment with somebody, and that it was talked about with the child."""

from datetime import date, timedelta
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle.models import Member
from kring.kit import clock
from kring.law.access import Klass, Topic
from kring.moments.models import Chance

SOON = timedelta(days=1)
"""The day after, while it is still warm."""


def note(door: Door, member: UUID, words: str, on: date, *, act: UUID) -> None:
    """Somebody of the circle was good for the child: to talk about soon (A234).  Raises `NotAllowedError`."""
    if not door.within(Member.objects.filter(pk=member)).exists():
        raise NotAllowedError
    with door.writes(Event.CHANCE_NOTED, once=act) as write:
        filing = Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, about=member, look_on=clock.today() + SOON)
        write.add(Chance, filing, member_id=member, words=words, seen_on=on)


def talked_of(door: Door, row: Chance, *, act: UUID) -> None:
    """It was talked about.  What came of it is the child's: a wish, or nothing."""
    with door.writes(Event.CHANCE_TALKED_OF, once=act) as write:
        write.change(row, talked_on=clock.today())
        write.look_again(row, on=None)
