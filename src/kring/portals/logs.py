"""What the officer sees first of the log: how long it is, whether it is whole, and where someone knocked in vain."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.people.models import Organisation, Post
from kring.portals.plot import Bar

DAYS = 14


@dataclass(frozen=True)
class Log:
    """The log as the officer sees it first: how long it is, and where someone knocked in vain."""

    organisation: Organisation

    @property
    def length(self) -> int:
        """How many entries it has."""
        return self._last.number if self._last else 0

    @property
    def grew_at(self) -> datetime | None:
        """When the last one was written."""
        return timezone.localtime(self._last.at) if self._last else None

    @cached_property
    def _last(self) -> chain.Newest | None:
        return chain.newest()

    @cached_property
    def refusals(self) -> list[Bar]:
        """How many times a door stayed shut, on each of the last fourteen days; of this organisation only."""
        today = clock.today()
        first = today - timedelta(days=DAYS - 1)
        dossiers = Dossier.objects.filter(team__organisation=self.organisation).values("pk")
        people = Post.objects.filter(organisation=self.organisation).values("person")
        since = timezone.make_aware(datetime.combine(first, time.min))
        shut = chain.moments(Event.DOOR_REFUSED, since, dossiers=dossiers, people=people)
        counts = Counter(clock.day(at) for at in shut)
        days = [first + timedelta(days=number) for number in range(DAYS)]
        return [Bar(day, counts[day]) for day in days]

    @property
    def refused(self) -> int:
        """All of them together."""
        return sum(bar.count for bar in self.refusals)


def first_fault() -> str:
    """What is wrong with the log first; nothing when it is whole."""
    return next(chain.faults(), "")
