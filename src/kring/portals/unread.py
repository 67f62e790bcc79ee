"""What somebody wrote in the name of the child since it last looked: who, when, about what, and how it was said (R7).

And which yes of its own waits, because somebody changed what it opens; and who somebody said that someone is.

Asked only when there is something, so that a home with no news asks nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from kring.access.acts import birthdays
from kring.access.acts.unread import has_looked
from kring.access.door import Door
from kring.access.models import Given, Say
from kring.access.readers import others
from kring.access.same import SamePerson
from kring.access.spoken import spoken
from kring.access.whose import WRITTEN_DOWN
from kring.access.writing import ITSELF
from kring.circle import calling
from kring.circle.models import Placement
from kring.dossier.models import OtherBirthday
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.ways import NETWORK
from kring.people.models import WayEnd
from kring.portals import already, answers, part_written, pictures_used, search_written, yes_written
from kring.portals.caseload import best_names
from kring.portals.sureness import asked_how, who_confirmed

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


WRITTEN = ("unread", "pointed_out", "parts_written", "links_made", "passed_on", "yes_written", "search_written")
"""What is gone from its home once the child looked."""


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
    confirmed: str = ""
    """Who said that the child had said it, where the child did not say that itself."""

    @property
    def asked_again(self) -> bool:
        """Its own yes, that waits until it says it anew (`access.acts.again`)."""
        return self.say.waits and self.say.is_own

    @property
    def how(self) -> Words | str:
        """How the child said it, as the one who wrote it down heard or saw it."""
        return answers.said_how(self.say)

    @property
    def asked_how(self) -> Words | str:
        """How the child said it to who asked it too, of what it tapped with pictures."""
        return asked_how(self.say)


def written(door: Door) -> list[Written]:
    """For the child alone: what was written in its name since it last looked, and which yes waits; the last first."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    theirs = spoken(door).filter(WRITTEN_DOWN & Q(said_at__gte=since) | Q(confirmed_at__gte=since) | Q(waits=True))
    theirs = theirs.annotate(by_member=calling.member_of("recorded_by"))
    rows = list(theirs.select_related("recorded_by", "made_for", "confirmed_by").order_by("-said_at"))
    people = {one.towards_id for one in rows if one.towards_id}
    names = best_names(door.within(Placement.objects.filter(member__in=people, until_at=None)))
    names |= {one.made_for_id: one.made_for.call_name for one in rows if one.made_for and one.made_for_id}
    by, sure = answers.who_wrote(door, rows), who_confirmed(door, rows)
    found = [(one, names.get(one.towards_id or one.made_for_id or one.pk)) for one in rows]
    return [
        Written(
            one,
            one.towards_id,
            name,
            answers.in_words(door, one.topic) if one.topic else "",
            by[one.pk],
            sure.get(one.pk, ""),
        )
        for one, name in found
        if name
    ]


@dataclass(frozen=True, slots=True)
class Pointed:
    """Who somebody else said that a person with a way in is: of its circle who, and as whom it stood until then."""

    member: UUID
    account: str
    name: str
    before: str
    by: str
    at: datetime
    by_the_child: bool
    """The child said it itself, and another looked whether that is so."""

    @property
    def is_itself(self) -> bool:
        """Whether it stands in the circle under its own name, so that there is no other to tell it by."""
        return self.name.casefold() == self.account.casefold()


def pointed(door: Door) -> list[Pointed]:
    """For the child alone: of whom another said who that is since it last looked; the last first (R7)."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    said = SamePerson.objects.filter(item__dossier=door.dossier, confirmed_at__gte=since).exclude(confirmed_by=None)
    rows = list(said.exclude(confirmed_by=door.me).select_related("person", "confirmed_by").order_by("-confirmed_at"))
    if not rows:
        return []
    members = {one.item_id for one in rows} | {one.before_id for one in rows}
    names = best_names(door.within(Placement.objects.filter(member__in=members)))
    here = {one.person: one.name for one in others(door)}
    who = {one.confirmed_by.pk: one.confirmed_by.call_name for one in rows if one.confirmed_by}
    by = calling.called(door, who)
    return [
        Pointed(
            one.item_id,
            here.get(one.person_id, one.person.call_name),
            names[one.item_id],
            "" if one.before_id is None else names.get(one.before_id, ""),
            by.get(one.confirmed_by_id or one.item_id, ""),
            one.confirmed_at,
            one.by_the_child,
        )
        for one in rows
        if one.item_id in names and one.confirmed_at
    ]


@dataclass(frozen=True, slots=True)
class Link:
    """A link that another made in the name of the child: for whom, who made it and when, and how the child said yes."""

    name: str
    by: str
    at: datetime
    how: Words | str


def links(door: Door) -> list[Link]:
    """For the child alone: what was made since it last looked and still opens; the last first (R7, R9)."""
    since = door.dossier.unread_since
    if since is None or door.relation is not Relation.CHILD:
        return []
    made = Given.objects.filter(dossier=door.dossier, relation__in=[*NETWORK], way__made_at__gte=since)
    made = made.filter(way__ended_for__in=["", WayEnd.REPLACED.value]).exclude(recorded_by=door.me)
    rows = list(made.select_related("way__person", "recorded_by").order_by("-pk"))
    names = best_names(door.within(Placement.objects.filter(member__in={one.item_id for one in rows}))) if rows else {}
    by = calling.called(door, {one.recorded_by_id: one.recorded_by.call_name for one in rows})
    last = {one.item_id or one.way.person_id: one for one in reversed(rows)}
    return [
        Link(
            names.get(one.item_id or one.pk, one.way.person.call_name),
            by[one.recorded_by_id],
            one.way.made_at,
            "" if one.expressed in {"", ITSELF} else sentence(f"expressed.{one.expressed}", name=""),
        )
        for one in last.values()
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


def news(door: Door) -> dict[str, object]:
    """All of it, for a page of the child."""
    found = {"unread": written(door), "pointed_out": pointed(door), "another": other_birthday(door)}
    found |= {"passed_on": already.passed_since(door)}
    found |= {"yes_written": yes_written.of_late(door), "pictures_used": pictures_used.of_late(door)}
    found |= {"search_written": search_written.of_late(door)}
    return found | {"parts_written": part_written.of_late(door), "links_made": links(door)}


def looked(door: Door, told: Mapping[str, object]) -> None:
    """The child read this; with pictures that another knows, it did not (`access.acts.unread`)."""
    if door.actor.pictures_known:
        return
    if any(told[name] for name in WRITTEN):
        has_looked(door)
    if isinstance(another := told["another"], Another):
        birthdays.has_read(door, another.row)
