"""Check-ins with who stands beside a child, when it suits that person, and how it is for the person itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.circle.models import Member
from kring.kit import clock
from kring.law.access import Klass, Section
from kring.law.support import Wellbeing, next_check
from kring.rights.reading import beside
from kring.support.models import CheckIn, HowIAm, LetterYes, Suits

OF_THE_PERSON = (CheckIn, Suits, LetterYes)
"""What is kept for as long as somebody stands beside the child, and no longer."""


UNTIL_CLOSING = (Suits, HowIAm)
"""What is no file and has no use once the help ended: how somebody is reached, and what it kept for itself (R27)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When somebody asks, when that suits the person, after how many weeks again, and who asks."""

    planned_on: date
    suits: str
    weeks: int
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """It was asked: what was said, what is done with it, and whether it is asked again."""

    held_on: date
    words: str = ""
    follow_up: str = ""
    again: bool = True


def plan(door: Door, member: UUID, planned: Planned, *, before: CheckIn | None, act: UUID) -> None:
    """Plan a check-in, or put the one that was planned on another day.  Raises `NotAllowedError`, `StaleError`."""
    if not door.within(Member.objects.filter(pk=member)).exists():
        raise NotAllowedError
    with door.writes(Event.CHECK_PLANNED, once=act) as write:
        _plan(write, member, planned, before)


def _plan(write: Writing, member: UUID, planned: Planned, before: CheckIn | None) -> None:
    told = {"planned_on": planned.planned_on, "suits": planned.suits, "weeks": planned.weeks, "by": planned.by}
    if before is None:
        filing = Filing(klass=Klass.FILE, about=member, look_on=planned.planned_on)
        write.add(CheckIn, filing, member_id=member, **told)
    else:
        write.change(before, version=before.item.version, **told)
        write.look_again(before, on=planned.planned_on)


def hold(door: Door, row: CheckIn, held: Held, *, act: UUID) -> None:
    """It was asked how it goes; the next one stands for after the same number of weeks, unless nobody wants it."""
    with door.writes(Event.CHECK_HELD, once=act) as write:
        said = {"held_on": held.held_on, "words": held.words, "follow_up": held.follow_up, "held_by_id": door.me}
        write.change(row, version=row.item.version, **said)
        write.look_again(row, on=None)
        if held.again:
            day = next_check(held.held_on, row.weeks)
            _plan(write, row.member_id, Planned(planned_on=day, suits=row.suits, weeks=row.weeks, by=row.by), None)


def erase_of(door: Door, member: UUID, *, act: UUID) -> None:
    """Of who stands beside the child no more: how it went, when it suited and the letter go (A124b).

    That it was, stays.  Raises `NotAllowedError` for who still does, and where nothing is kept.
    """
    if any(one.member == member for one in beside(door)):
        raise NotAllowedError
    rows = [row for model in OF_THE_PERSON for row in door.within(model.objects.filter(member=member))]
    if not rows:
        raise NotAllowedError
    with door.writes(Event.CHECK_ERASED, once=act) as write:
        for row in rows:
            write.remove(row)


def suits(door: Door, words: str, *, act: UUID) -> None:
    """The person says when and how it can be reached."""
    member = min(door.sieve(Section.SUPPORT).mine, default=None)
    wall = next(iter(door.walls), None)
    with door.writes(Event.SUITS_SAID, once=act) as write:
        write.add(Suits, Filing(klass=Klass.OWN_WORDS, about=member, wall=wall), member_id=member, words=words)


def how_i_am(door: Door, answer: Wellbeing, words: str, *, act: UUID) -> None:
    """How it is for the person itself; nobody else reads it."""
    wall = next(iter(door.walls), None)
    with door.writes(Event.OWN_STATE_SAID, once=act) as write:
        filing = Filing(klass=Klass.CONFIDENCE, wall=wall)
        write.add(HowIAm, filing, answer=answer.value, words=words, on=clock.today())


def erase(door: Door, row: HowIAm, *, act: UUID) -> None:
    """The person takes away what it wrote for itself."""
    with door.writes(Event.OWN_STATE_ERASED, once=act) as write:
        write.remove(row)
