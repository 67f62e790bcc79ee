"""What a visitor may read of when the right was explained.  Always through the door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.access.standing import born_on
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Relation, Section
from kring.law.rights_moments import (
    Audience,
    Course,
    Delay,
    Due,
    Moment,
    Reaction,
    audience,
    comes_of_age,
    days_to_first_talk,
    is_of_here,
    next_moment,
    open_moments,
    waits_since,
)
from kring.law.transfers import SERVICES
from kring.moments.models import Happened, PutOff, Replied, Talk
from kring.people.models import Material, Organisation, Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One talk as it was, with what the child said."""

    on: date
    audience: Audience
    by: str
    reaction: Reaction | None = None
    words: str = ""
    wrote: str = ""
    """Who wrote down what the child said; nothing where it did so itself."""
    written_on: date | None = None
    replied: Replied | None = None

    @property
    def to(self) -> Words:
        """To whom it was explained."""
        return sentence(code_of(self.audience), name="")

    @property
    def said(self) -> Words | str:
        """What the child said, as a word."""
        return sentence(code_of(self.reaction), name="") if self.reaction else ""


THEN = _("Dan is het weer een tijd geleden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A moment that waits, in words."""

    due: Due

    @property
    def says(self) -> Words:
        """Why it is time."""
        return sentence(code_of(self.due.moment))

    @property
    def says_then(self) -> Words:
        """Why it will be time by then: of a day to come nobody says that it is long ago."""
        return THEN if self.due.moment is Moment.AGAIN else self.says


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """How many people worked with a child: here, and for a service or the court."""

    workers: int
    services: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The whole of it, for one child."""

    open: list[Opened]
    since: date | None
    put_off: date | None
    next: Opened | None
    talks: list[Line]
    asked: list[tuple[date, str]]
    first_after: int | None
    workers: int
    consultants: int = 0
    """How often another consultant came: as it was written down, or as they came in here (B179)."""
    came: Happened | None = None
    """Another worker came, and the right was not explained since: whether the child was told, and by whom (R15)."""
    comes_of_age: bool = False
    """Whether it is time to talk about 18."""

    @property
    def waits(self) -> bool:
        """Whether somebody should talk about it now."""
        return self.since is not None


def course(door: Door) -> tuple[Course, list[Talk], list[Happened]]:
    """What the law asks, out of the rows; with the talks, and all that happened."""
    talks = _TALKS.of(door)
    here = _here(door, talks)
    since = max((one.item.made_at for one in here), default=None)
    rows = list(door.within(Happened.objects.order_by("pk")))
    happened = [row for row in rows if _is_after(row, since)]
    put_off = [row for row in door.within(PutOff.objects.order_by("pk")) if since is None or row.item.made_at > since]
    told = Course(
        opened_on=door.dossier.opened_on,
        born_on=born_on(door.dossier, on=clock.today()),
        happened=tuple((Moment(row.moment), row.on_day) for row in happened),
        talked_on=tuple(one.on_day for one in here),
        put_off_until=_until(put_off),
    )
    return told, talks, rows


def _until(rows: list[PutOff]) -> date | None:
    """Until when it waits, or since when by that; a tomorrow that came leaves the day of before as it was (A31)."""
    today = clock.today()
    stays = [row.until_on for row in rows if row.why != Delay.TOMORROW.value or row.until_on > today]
    return stays[-1] if stays else None


def _here(door: Door, talks: list[Talk]) -> list[Talk]:
    return [one for one in talks if is_of_here(one.on_day, door.dossier.opened_on)]


def _said_last(talks: list[Talk], replies: Mapping[UUID, Replied]) -> Reaction | None:
    """What the child said in the talk of the last day."""
    last = max(talks, key=lambda one: (one.on_day, one.pk), default=None)
    replied = replies.get(last.pk) if last else None
    return Reaction(replied.reaction) if replied else None


def only_who_explains(door: Door) -> None:
    """Facts of the course are written down by who works with the child.  Raises `RefusedError`."""
    if not door.sieve(Section.MOMENTS).may_add(Klass.FILE):
        raise RefusedError


def seen(door: Door) -> Seen:
    """Everything, for who works with the child and for the child itself."""
    told, talks, rows = course(door)
    today, months = clock.today(), house(door).talk_every
    replies = {row.talk_id: row for row in _REPLIED.of(door)}
    here = _here(door, talks)
    since = max((one.item.made_at for one in here), default=None)
    asked = [row for row in rows if row.moment == Moment.ASKED.value and _is_after(row, since)]
    came = [row for row in rows if row.moment == Moment.NEW_WORKER.value and _is_after(row, since)]
    names = _names({one.item.author_id for one in (*talks, *asked)})
    last = max(told.talked_on, default=None)
    told = replace(told, said=_said_last(here, replies))
    ahead = next_moment(told.born_on, talked_on=last, months=months, said=told.said) if last else None
    so_far = who_worked_so_far(door)
    open_now = [Opened(due=one) for one in open_moments(told, on=today, months=months)]
    return Seen(
        open=open_now,
        since=waits_since(told, on=today, months=months),
        put_off=told.put_off_until if told.put_off_until and told.put_off_until > today else None,
        next=Opened(due=ahead) if ahead and not open_now else None,
        talks=[_line(door, one, replies.get(one.pk), names) for one in reversed(talks)],
        asked=[(one.on_day, names.get(one.item.author_id, "")) for one in asked],
        first_after=days_to_first_talk(told.opened_on, told.talked_on),
        workers=so_far.workers,
        came=came[-1] if came else None,
        consultants=max(so_far.services - 1, sum(row.moment == Moment.CONSULTANT.value for row in rows)),
        comes_of_age=comes_of_age(told.born_on, on=today),
    )


def house(door: Door) -> Organisation:
    """The organisation, with how often it talks about the right."""
    return Organisation.objects.get(teams=door.dossier.team_id)


def shelf(door: Door, whom: Audience) -> list[Material]:
    """What the house explains with to these people (B137)."""
    return list(Material.objects.filter(organisation__teams=door.dossier.team_id, audience=whom.value).order_by("pk"))


def for_whom(door: Door) -> Audience:
    """The words that fit this child."""
    return audience(born_on(door.dossier, on=clock.today()), on=clock.today())


def who_worked_so_far(door: Door) -> SoFar:
    """How many people worked with this child here: each change is one more to get used to (B179)."""
    persons = Involvement.objects.filter(dossier=door.dossier).aggregate(
        workers=Count("person", distinct=True, filter=Q(relation=Relation.WORKER.value)),
        services=Count("person", distinct=True, filter=Q(relation__in=[one.value for one in SERVICES])),
    )
    return SoFar(**persons)


def _is_after(row: Happened, since: datetime | None) -> bool:
    return since is None or row.item.made_at > since


def _line(door: Door, talk: Talk, replied: Replied | None, names: dict[UUID, str]) -> Line:
    return Line(
        on=talk.on_day,
        audience=Audience(talk.audience),
        by=talk.told_by or names.get(talk.item.author_id, ""),
        reaction=Reaction(replied.reaction) if replied else None,
        words=replied.words if replied else "",
        wrote=names.get(talk.item.author_id, "") if talk.item.author_id != door.me else "",
        written_on=clock.day(talk.item.made_at),
        replied=replied,
    )


def _names(people: set[UUID]) -> dict[UUID, str]:
    return {one.pk: one.call_name for one in Person.objects.filter(pk__in=people)} if people else {}


_TALKS = Question(Talk, lambda within: within(Talk.objects.order_by("on_day", "pk")))
_REPLIED = Question(Replied, lambda within: within(Replied.objects.all()))
