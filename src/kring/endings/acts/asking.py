"""Is it still this person?  Asked at a rhythm, without the person there; a no ends nothing by itself (A124)."""

from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.circle import calling
from kring.endings.models import StillAsked
from kring.kit import clock
from kring.law.access import Klass, Section, Topic
from kring.law.endings import Still, still_again
from kring.rights.models import Wish


def readers(door: Door, wish: Wish) -> list[str]:
    """Who will read the answer, by name: also that person itself, where the child shares what it says of it (R20)."""
    return calling.will_read(door, Section.RIGHTS, _filing(wish))


def ask(door: Door, wish: Wish, answer: Still, words: str, *, act: UUID) -> None:
    """Keep what the child said, and when it is asked again.  Ending it is a step of the child's own."""
    today = clock.today()
    named = list(door.within(Wish.objects.in_force().filter(member=wish.member_id, meaning=wish.meaning)))
    with door.writes(Event.STILL_ASKED, once=act, codes=(answer.value,)) as write:
        told = {"member_id": wish.member_id, "meaning": wish.meaning, "asked_on": today}
        write.add(StillAsked, _filing(wish), answer=answer.value, words=words, **told)
        for row in named:
            write.look_again(row, on=still_again(today, answer) if row.pk == wish.pk else None)


def _filing(wish: Wish) -> Filing:
    return Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=wish.member_id)
