"""What a worker sees of many children: how many people, who stands beside them, when they last looked together.

Six statements whatever the number of children.  Names are read only of who stands beside a child.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.functional import SimpleLazyObject

from kring.access.desk import Desk
from kring.access.standing import born_on
from kring.circle.domains import Kind, Layer
from kring.circle.models import Placement
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.law.agreements import looks_again
from kring.law.capacity import ToldSoFar, Turn, is_of_age, to_tell
from kring.law.meaning import Meaning
from kring.portals import questions
from kring.portals.beside import Beside, Known, beside
from kring.rights.questions import LIMITED, Runs
from kring.seeking.models import Referral
from kring.seeking.reading import to_ask_over

LOOK_WITHIN = timedelta(weeks=1)
"""So long a look after a farewell may wait; then it comes with what somebody said, and the lead reads how many."""
NEWS_FOR = timedelta(weeks=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSeen:
    """One child of the caseload."""

    dossier: UUID
    name: str
    people: int | None  # nothing: a no closes the circle, and how many there are is not said (R8)
    beside: list[Beside]
    paused: bool
    looked_at: datetime | None
    reads_rights: bool = True
    """Whether it may be read who stands beside it; else nothing is said of it, also not that it is nobody."""
    unheard: datetime | None = None
    """Since when something waits that someone said and nobody heard."""
    cried: datetime | None = None
    """Since when it waits that told this visitor that it is not safe now (R14)."""
    lost: bool = False
    """It told somebody something urgent who cannot read it any more: it is asked to whom that goes (R7)."""
    turns: Turn | None = None
    """12 or 18, from when that birthday is near until a person told the child what changes (R15)."""
    took_over: date | None = None
    """Since when it has in its own hands what stands here; said for a while (C54)."""
    agreed_until: date | None = None
    """When somebody looks again at what this child and somebody beside it agreed on, where that day is near or past."""
    said_no_on: date | None = None
    """When the director decided not to appoint, while nobody who works with it read that (R6)."""
    talk_since: date | None = None
    """Since when it is time to talk about who may stand beside it (A11); nothing: not now."""
    asked_on: date | None = None
    """When a team lead asked after that talk (A31)."""
    look_since: date | None = None
    """Since when something about who stands beside it should be looked at again: a farewell, or still this person?"""
    after_since: date | None = None
    """Since when somebody looks how it is after a farewell, two and six weeks later (A140)."""
    seeks_since: date | None = None
    """Since when they look further for somebody; whom it wants to know has a line of its own (A152, A182)."""
    parents_since: date | None = None
    """Since when something of a parent waits: whom it brings along, or a worry to come back to (A81, B123)."""
    around_since: date | None = None
    """Since when somebody beside it should be asked how it goes, or a question on a rule waits (A174, A246)."""
    otherwise: tuple[Any, ...] = ()
    """How those are called to whom a person still tells that it chose otherwise (A126)."""
    plan_since: date | None = None
    """Since when a line of the plan for when it is not safe names somebody who stopped, and nobody looked (A140)."""
    meets: tuple[Referral, ...] = ()
    """The volunteers of the house whom it wants to get to know, and nobody asked yet (A152)."""
    pointed: bool = False
    """The child said who somebody of its circle is, and no worker said yet that it is so."""
    new_pictures: bool = False  # somebody asks it whether it chose them (R7)
    untold: bool = False
    """Who stands beside it stops, rests or said no, and it was not told yet: the day to tell it is here (R15)."""
    late: bool = False
    """The day to tell it has passed, or the child may call somebody who does not answer any more: it is told today."""
    passed_on: date | None = None
    """Since when something was passed on in an emergency that it did not know of, and nobody told it (R8)."""
    lapsed: bool = False
    """A restriction of contact passed its last day, and nobody said yet whether it is over."""
    moved: bool = False
    """Somebody else is one of the circle now than when contact with that one was restricted: does it hold (R28)?"""

    def names(self, meaning: Meaning) -> list[Beside]:
        """Who stands beside this child in one meaning."""
        return [one for one in self.beside if one.meaning is meaning]

    @property
    def looked_on(self) -> date | None:
        """The day they last looked together, in Flanders."""
        return clock.day(self.looked_at) if self.looked_at else None

    @property
    def waits(self) -> int:
        """For how many days nobody heard what was said."""
        return (clock.today() - clock.day(self.unheard)).days if self.unheard else 0

    @property
    def trust_persons(self) -> list[Beside]:
        """Who the child named as its legal trust person."""
        return self.names(Meaning.TRUST_PERSON)

    @property
    def jims(self) -> list[Beside]:
        """Who the child named as its JIM."""
        return self.names(Meaning.JIM)

    @property
    def supporters(self) -> list[Beside]:
        """Who else the child named."""
        return self.names(Meaning.SUPPORTER)


def seen(desk: Desk, dossiers: Iterable[Dossier]) -> list[ChildSeen]:
    """These children of a desk, in the given order."""
    children, on = list(dossiers), clock.today()
    desk = desk.only(child.pk for child in children)
    reads, works, shut = desk.reads(Section.RIGHTS), desk.reads(Section.DECIDED), desk.shut(Topic.CIRCLE)
    people = dict(questions.PEOPLE.over(desk))
    wishes = questions.WISHES.over(desk)
    names, things = _names_when_shown(desk, {wish.member_id for wish in wishes})
    known = _by_child(wishes)
    conditions = _by_child(questions.CONDITIONS.over(desk))
    servings = _by_child(questions.SERVINGS.over(desk))
    limited = _limited(desk, on) if any(servings.values()) else {}
    sessions: defaultdict[UUID, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for dossier, began, ended in questions.SESSIONS.over(desk):
        sessions[dossier].append((began, ended))
    meets = to_ask_over(desk) if desk.seeks else {}  # asked only where something of it waits
    told = {
        key: Told(
            Known(known[key], conditions[key], servings[key], limited=limited.get(key, {}), things=things),
            None if key in shut else people.get(key, 0),
            sessions[key],
            tuple(meets.get(key, ())),
            key in reads,
            key in works,
        )
        for key in (child.pk for child in children)
    }
    return [_seen(desk, child, told[child.pk], names, on=on) for child in children]


@dataclass(frozen=True, slots=True)
class Told:
    """What was read of one child: who stands beside it, how many are in its circle, when it looked, whom it meets."""

    known: Known
    people: int | None  # nothing: a no closes the circle, and how many there are is not said (R8)
    sessions: list[tuple[datetime, datetime | None]]
    meets: tuple[Referral, ...]
    reads_rights: bool
    works: bool


def _seen(desk: Desk, child: Dossier, told: Told, names: Mapping[UUID, Any], *, on: date) -> ChildSeen:
    """One child, of what was read and of what the desk says."""
    key = child.pk
    due, known = desk.due.get(key, {}), told.known
    return ChildSeen(
        dossier=key,
        name=child.call_name,
        people=told.people,
        beside=beside(known, names, on=on),
        otherwise=to_tell_otherwise(known.wishes, names, on=on),
        reads_rights=told.reads_rights,
        paused=any(ended is None for _, ended in told.sessions),
        looked_at=max((began for began, _ in told.sessions), default=None),
        unheard=desk.unheard.get(key),
        cried=desk.cried.get(key),
        lost=key in desk.lost,
        lapsed=key in desk.lapsed,
        moved=key in desk.moved,
        pointed=key in desk.pointed,
        untold=key in desk.untold,
        late=key in desk.late,
        talk_since=talk_since(due, on=on),
        asked_on=desk.asked_on.get(key),
        agreed_until=agreed_until(due, on=on),
        look_since=look_since(due, on=on),
        after_since=desk.after.get(key),
        seeks_since=desk.seeks.get(key),
        parents_since=parents_since(due, child, on=on),
        plan_since=plan_since(due, on=on),
        around_since=around_since(due, on=on),
        meets=told.meets,
        **(told_to_who_works(child, on=on) if told.works else {}),
    )


def _limited(desk: Desk, on: date) -> Mapping[UUID, Mapping[UUID, Runs]]:
    """At which children something is limited for whom, and until when; asked only where somebody serves."""
    found: defaultdict[UUID, dict[UUID, Runs]] = defaultdict(dict)
    for child, member, until, by in LIMITED.over(desk, on=on):
        found[child][member] = Runs(until, by)
    return found


def to_tell_otherwise(wishes: Iterable[Any], names: Mapping[UUID, Any], *, on: date) -> tuple[Any, ...]:
    """Whom the child does not choose any more, and who was not told it yet: a person tells, and Kring sends nothing."""
    found = [row for row in wishes if row.withdrawn_on is not None and row.item__look_on <= on]
    return tuple(names[member] for member in dict.fromkeys(row.member_id for row in found) if member in names)


def told_to_who_works(child: Dossier, *, on: date) -> dict[str, Any]:
    """What only who works with the child is told of it: not a network guide, for whom no page of it opens."""
    return {
        "turns": turns(child, on=on),
        "took_over": took_over(child, on=on),
        "said_no_on": child.no_from_director_on,
        "passed_on": child.passed_on_untold,
        "new_pictures": child.new_pictures_since is not None,
    }


def turns(child: Dossier, *, on: date) -> Turn | None:
    """Of which birthday a person still tells this child what changes (R15)."""
    so_far = ToldSoFar(child.opened_on, child.words_from, child.grown_told_on)
    return to_tell(born_on(child, on=on), so_far, on=on)


def took_over(child: Dossier, *, on: date) -> date | None:
    """Since when the youth has it in its own hands; for two weeks that is news for who works with it (C54)."""
    since = child.own_since
    return since if since is not None and on - since <= NEWS_FOR else None


def talk_since(due: Mapping[Section, date], *, on: date) -> date | None:
    """Since when it is time to talk about the right, for who explains it."""
    since = due.get(Section.MOMENTS)
    return since if since is not None and since <= on else None


def agreed_until(due: Mapping[Section, date], *, on: date) -> date | None:
    """The next look at an agreement, from two weeks beforehand; nothing ends by it (A160)."""
    day = due.get(Section.AGREEMENTS)
    return day if looks_again(day, on=on) else None


def look_since(due: Mapping[Section, date], *, on: date) -> date | None:
    """Since when something about who stands beside the child should be looked at again (A124, A140)."""
    since = due.get(Section.RIGHTS)
    return since if since is not None and since <= on else None


def parents_since(due: Mapping[Section, date], child: Dossier, *, on: date) -> date | None:
    """Since when something of a parent waits: whom it brings along, or a worry (A81, B123); not from 18 on (R15)."""
    since = due.get(Section.PARENTS)
    return since if since and since <= on and not is_of_age(born_on(child, on=on), on=on).allowed else None


def plan_since(due: Mapping[Section, date], *, on: date) -> date | None:
    """Since when the plan for when it is not safe names somebody who stopped (A140)."""
    since = due.get(Section.SAFETY)
    return since if since is not None and since <= on else None


def around_since(due: Mapping[Section, date], *, on: date) -> date | None:
    """Since when somebody beside the child should be asked how it goes, or a question on a rule waits (A174, A246)."""
    since = due.get(Section.SUPPORT)
    return since if since is not None and since <= on else None


def best_names(placements: Iterable[Placement]) -> dict[UUID, str]:
    """The call name of each member: as the child says it, else as the adults do, else as it was said last."""
    ranked = sorted(placements, key=lambda row: (row.until_at is None, row.layer == Layer.CHILD.value, row.since_at))
    return {row.member_id: row.name for row in ranked}


def _names_when_shown(desk: Desk, members: set[UUID]) -> tuple[dict[UUID, Any], set[UUID]]:
    """The same names, each opened where it is shown: of a hundred children twelve are on the page.

    And which of these is no person: of a pet, a place or a group the law asks nothing.
    """
    read, name = questions.NAMES.over(desk, of=sorted(members)), questions.NAME
    ranked = sorted(read, key=lambda row: (row[2] is None, row[1] == Layer.CHILD.value))
    closed = {member: text for member, _, _, text, _ in ranked}
    kinds = {member: kind for member, *_, kind in ranked}
    things = {member for member, kind in kinds.items() if kind != Kind.PERSON.value}
    return {member: SimpleLazyObject(partial(name.text_of, text)) for member, text in closed.items()}, things


def _by_child(rows: Iterable[Any]) -> Mapping[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.item__dossier_id].append(row)
    return found
