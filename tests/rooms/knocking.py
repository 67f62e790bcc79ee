"""A safe channel, something to tell, and what the log says of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from kring.access.models import Say
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.people.acts import messages
from kring.people.models import Message, MessageCode
from tests.family import Family

SAFE = "veilig@post.example"


def _morning() -> datetime:
    """Half past ten in Flanders on the last Wednesday that was, in winter time: an hour of its own for the tests."""
    today = clock.now().replace(hour=9, minute=30, second=0, microsecond=0)
    last = today - timedelta(days=(today.weekday() - 2) % 7 or 7)
    weeks = (last - timedelta(weeks=weeks) for weeks in range(40))
    return next(day for day in weeks if timezone.localtime(day).utcoffset() == timedelta(hours=1))


MORNING = _morning()
At = Callable[[datetime], None]


def choose(family: Family, who: str, *, at_once: bool = True, address: str = SAFE) -> None:
    hours = {"from_hour": 9, "until_hour": 20, "at_once": at_once}
    chosen = messages.Chosen(address=address, is_safe=bool(address), **hours)
    messages.choose_channel(family.actor(who), chosen, once=None)


def yes(family: Family, who: str = "karim") -> Say:
    """Noor lets someone know about school; the words of why she does are hers."""
    return Say.objects.create(
        dossier_id=family.noor.dossier,
        topic="school",
        towards_id=family.member(who),
        answer="yes",
        purpose="kanariewoord omdat hij mij helpt",
        given_by_id=family.person("noor"),
        recorded_by_id=family.person("noor"),
        expressed="said",
        from_on=clock.day(MORNING),
    )


def tell(family: Family, who: str = "karim", *, about: UUID | None = None, once: str = "one") -> Message:
    code = MessageCode.SHARED if about else MessageCode.ACCOUNT
    messages.tell(family.person(who), code, about=about, once=once)
    return Message.objects.get(once=once)


def codes(event: Event, family: Family) -> list[list[str]]:
    return [one.codes for one in Entry.objects.filter(event=event.value, seq__gt=family.start).order_by("seq")]
