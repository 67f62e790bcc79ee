"""What somebody wrote in the name of the child since it last looked: who, when, about what, and how it was said (R7).

And which yes of its own waits, because somebody changed what it opens.

Asked only when there is something, so that a home with no news asks nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F, Q

from kring.access.acts import birthdays
from kring.access.acts.unread import has_looked
from kring.access.door import Door
from kring.access.models import Say
from kring.access.spoken import spoken
from kring.circle import calling
from kring.circle.models import Placement
from kring.dossier.models import OtherBirthday
from kring.law.access import Relation
from kring.portals import answers
from kring.portals.caseload import best_names

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Written:
    """One answer that another wrote down."""

    say: Say
    member: UUID | None
    """Of a page for the court nobody of the circle."""
    name: str
    about: Words | str
    """Of a subject which one; of one thing nothing: that stands on the page of that person."""
    by: str = ""
    """Who wrote it down, as the child calls that one."""

    @property
    def asked_again(self) -> bool:
        """Its own yes, that waits until it says it anew (`access.acts.again`)."""
        return self.say.waits and self.say.recorded_by_id == self.say.given_by_id

    @property
    def how(self) -> Words | str:
        """How the child said it, as the one who wrote it down heard or saw it."""
        return answers.said_how(self.say)


def written(door: Door) -> list[Written]:
    """For the child alone: what was written in its name since it last looked, and which yes waits; the last first."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    theirs = spoken(door).filter(~Q(recorded_by=F("given_by")) & Q(said_at__gte=since) | Q(waits=True))
    theirs = theirs.annotate(by_member=calling.member_of("recorded_by"))
    rows = list(theirs.select_related("recorded_by", "made_for").order_by("-said_at"))
    people = {one.towards_id for one in rows if one.towards_id}
    names = best_names(door.within(Placement.objects.filter(member__in=people, until_at=None)))
    names |= {one.made_for_id: one.made_for.call_name for one in rows if one.made_for and one.made_for_id}
    by = answers.who_wrote(door, rows)
    found = [(one, names.get(one.towards_id or one.made_for_id or one.pk)) for one in rows]
    return [
        Written(one, one.towards_id, name, answers.in_words(door, one.topic) if one.topic else "", by[one.pk])
        for one, name in found
        if name
    ]


@dataclass(frozen=True, slots=True)
class Another:
    """Another birthday, with who asked it and who looked, as the child calls them."""

    row: OtherBirthday
    asked_by: str
    ended_by: str


def other_birthday(door: Door) -> Another | None:
    """For the child alone: that somebody asked or wrote another birthday, until it read how that ended."""
    if not door.dossier.birthday_news or door.relation is not Relation.CHILD:
        return None
    row = birthdays.last(door)
    if row is None:
        return None
    people = [one for one in (row.asked_by, row.ended_by) if one]
    names = calling.called(door, {one.pk: one.call_name for one in people})
    return Another(row, names[row.asked_by_id], names.get(row.ended_by_id or row.pk, ""))


def looked(door: Door, seen: object, another: object) -> None:
    """The child read this."""
    if seen:
        has_looked(door)
    if isinstance(another, Another):
        birthdays.has_read(door, another.row)
