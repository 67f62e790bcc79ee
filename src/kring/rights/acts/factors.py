"""What child and worker said about a JIM.  It advises; it stops nobody (R3, C142)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.law.access import Klass, Topic
from kring.law.jim import SPOKEN_ONLY, Reply
from kring.law.meaning import Meaning
from kring.rights import facts
from kring.rights.models import Factor, Wish


def talk(door: Door, member: UUID, replies: Mapping[str, Reply], *, act: UUID, on: date) -> None:
    """Keep what was said that day of each talking point; what was said before stays, with its own day."""
    if SPOKEN_ONLY & set(replies):
        raise NotAllowedError  # talked about, and written down nowhere (C155)
    if not door.within(Wish.objects.in_force().filter(member=member, meaning=Meaning.JIM.value)).exists():
        raise NotAllowedError
    if not facts.is_a_person(door, member):
        raise NotAllowedError
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=member)
    with door.writes(Event.FACTOR_TALKED_THROUGH, once=act, codes=tuple(replies)) as write:
        for code, reply in replies.items():
            write.add(Factor, filing, member_id=member, code=code, reply=reply.value, talked_on=on)
