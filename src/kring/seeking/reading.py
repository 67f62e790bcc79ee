"""What child and worker read of their search.  Always through the door."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.desk import Desk
from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.access.writing import Filing
from kring.circle import calling
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Section
from kring.law.seeking import FOLLOWS, FOLLOWS_HERE, OVER, Elapsed, Place, Stage, elapsed, may_be_shown
from kring.people.models import Volunteer
from kring.rights.models import Wish
from kring.rights.places import Place as Helper
from kring.rights.places import lus_itself, named
from kring.seeking.models import Moved, Referral, Search, Try

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One place to look, with what was tried there, the last first."""

    place: Place
    tries: list[Try]

    @property
    def number(self) -> int:
        """How an address names it."""
        return list(Place).index(self.place)

    @property
    def words(self) -> Words:
        """What it is."""
        return sentence(code_of(self.place), name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One stage of a referral."""

    row: Moved

    @property
    def stage(self) -> Stage:
        """Which."""
        return Stage(self.row.stage)

    @property
    def words(self) -> Words:
        """Which, in words."""
        return sentence(code_of(self.stage), name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A referral with its stages, the first first."""

    row: Referral
    stages: list[Stood]

    @property
    def last(self) -> Stood:
        """How it stands."""
        return self.stages[-1]

    @property
    def called(self) -> str:
        """Who was proposed last, while it goes on with that one; nothing: Lus looks, or nobody said."""
        about = {Stage.PROPOSED, Stage.MET, Stage.CHOSEN}
        return self.last.row.called if self.last.stage in about else ""

    @property
    def is_here(self) -> bool:
        """Whether it is a volunteer of the house, and not Lus."""
        return self.row.volunteer is not None

    @property
    def is_to_ask(self) -> bool:
        """Whether a worker still has to ask it."""
        return self.last.stage is Stage.WANTED

    @property
    def next(self) -> list[tuple[str, Words]]:
        """What may come now; nothing after the child said that it never said so."""
        if self.row.unsaid_on is not None:
            return []
        follows = FOLLOWS_HERE if self.is_here else FOLLOWS
        order = [one for one in Stage if one in follows.get(self.last.stage, ())]
        return [(one.value, sentence(code_of(one))) for one in order]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The whole search."""

    search: Search | None
    ways: list[Way]
    referrals: list[Asked]
    met: list[Asked]
    """The volunteers of the house whom the child wants to get to know, the last first."""
    found_on: date | None
    """The day on which the child named somebody, since they look."""

    @property
    def since(self) -> Elapsed | None:
        """How long they look, or looked until the child named somebody."""
        if self.search is None:
            return None
        return elapsed(self.search.began_on, on=self.found_on or clock.today())

    @property
    def next_on(self) -> date | None:
        """When they look again."""
        day: date | None = self.search.item.look_on if self.search else None
        return day

    @property
    def is_due(self) -> bool:
        """Whether that is today, or was."""
        return self.next_on is not None and self.next_on <= clock.today()


def path(door: Door) -> Path:
    """In five statements."""
    search = _search(door)
    tries: defaultdict[str, list[Try]] = defaultdict(list)
    for row in _TRIES.of(door):
        row.by = "" if row.item.author_id == door.me else row.item.author.call_name
        tries[row.place].append(row)
    found = None
    if search:
        since = {"named_on__gte": search.began_on, "pk__gt": search.pk}  # that day, but before they began to look: not
        named = door.within(Wish.objects.in_force().filter(**since).order_by("named_on"))
        found = next(iter(named.values_list("named_on", flat=True)[:1]), None)
    ways = [Way(place=place, tries=tries[place.value]) for place in Place]
    asked = referrals(door)
    lus, here = [one for one in asked if not one.is_here], [one for one in asked if one.is_here]
    return Path(search=search, ways=ways, referrals=lus, met=here, found_on=found)


def search_of(door: Door) -> Search:
    """The search that goes on.  Raises `RefusedError` before they began."""
    row = _search(door)
    if row is None:
        raise RefusedError
    return row


def way_of(number: int) -> Place:
    """The place of an address.  Raises `RefusedError`."""
    try:
        return list(Place)[number]
    except IndexError:
        raise RefusedError from None


def referrals(door: Door) -> list[Asked]:
    """Every time Lus or a volunteer of the house was asked, the last first."""
    stages: defaultdict[UUID, list[Stood]] = defaultdict(list)
    for row in _MOVED.of(door):
        stages[row.referral_id].append(Stood(row=row))
    return [Asked(row=row, stages=stages[row.pk]) for row in _REFERRALS.of(door) if stages[row.pk]]


def referral_of(door: Door, key: UUID) -> Asked:
    """One of them.  Raises `RefusedError`."""
    found = next((one for one in referrals(door) if one.row.pk == key), None)
    if found is None:
        raise RefusedError
    return found


def volunteers(door: Door) -> list[Volunteer]:
    """Those of the house whose extract was looked at, by name: in no other order, and nobody before another (R22)."""
    rows = Volunteer.objects.filter(organisation__teams=door.dossier.team_id)
    shown = [row for row in rows if may_be_shown(row.extract_on, on=clock.today()).allowed]
    return sorted(shown, key=lambda one: one.call_name.casefold())


def volunteer_of(door: Door, key: UUID) -> Volunteer:
    """One of them.  Raises `RefusedError`."""
    found = next((one for one in volunteers(door) if one.pk == key), None)
    if found is None:
        raise RefusedError
    return found


def to_reach(door: Door) -> dict[str, list[Helper]]:
    """How one reaches Lus and a youth lawyer: as the house keeps it, with the day somebody looked (A256).

    One statement.  Of Lus else what Kring knows by itself; of a lawyer it knows nothing.
    """
    found = named(door, *LUS, *LAWYER)
    lus = [one for one in found if _is_called(one, LUS)]
    return {"lus": lus or [lus_itself()], "lawyer": [one for one in found if _is_called(one, LAWYER)]}


def _is_called(one: Helper, words: tuple[str, ...]) -> bool:
    return any(word in one.name.casefold() for word in words)


LUS, LAWYER = ("lus vzw", "vzw lus"), ("jeugdadvoca",)
LATELY = timedelta(weeks=12)
"""So long a child reads what came of it."""


def meeting(door: Door) -> list[Referral]:
    """Lus and the volunteers whom the child wants to get to know, as far as it goes on or came to something of late.

    The one statement of a page that tells the child what is next; what is over by its own choice is not among them.
    """
    silent, since = {Stage.NOT_CHOSEN.value, Stage.STOPPED.value}, clock.today() - LATELY
    ends = {*OVER, Stage.CHOSEN}
    rows = [row for row in _EACH.of(door) if row.stage not in silent]
    return [row for row in rows if Stage(row.stage) not in ends or row.asked_on >= since]


def to_ask(door: Door) -> list[Referral]:
    """Whom a worker still has to ask: a volunteer of the house, or Lus."""
    return [row for row in _EACH.of(door) if row.stage == Stage.WANTED.value]


def to_ask_over(desk: Desk) -> dict[UUID, list[Referral]]:
    """The same over the children of a desk, by child.  One statement."""
    found: defaultdict[UUID, list[Referral]] = defaultdict(list)
    for row in _EACH.over(desk):
        if row.stage == Stage.WANTED.value:
            found[row.item.dossier_id].append(row)
    return found


def in_its_name(door: Door, since: datetime) -> list[Referral]:
    """What another wrote down as the wish of the child since then, and it did not deny: Lus, or a volunteer."""
    rows = Referral.objects.filter(item__made_at__gte=since, unsaid_on=None).exclude(item__author=door.me)
    return list(door.within(rows.select_related("item__author").order_by("-pk")))


def will_read(door: Door) -> list[str]:
    """Who reads what is written in a search, by name (R20): child and worker write alike here."""
    return calling.will_read(door, Section.RIGHTS, Filing(klass=Klass.OWN_WORDS))


def only_who_looks(door: Door) -> None:
    """For the child and who works with it.  Raises `RefusedError`."""
    if not door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS):
        raise RefusedError


def _search(door: Door) -> Search | None:
    return next(iter(_SEARCH.of(door)), None)


_SEARCH = Question(Search, lambda within: within(Search.objects.order_by("began_on", "pk"))[:1])
_TRIES = Question(Try, lambda within: within(Try.objects.order_by("-tried_on", "-pk").select_related("item__author")))
_MOVED = Question(Moved, lambda within: within(Moved.objects.order_by("moved_on", "pk").select_related("item__author")))
_EACH = Question(Referral, lambda within: within(Referral.objects.order_by("pk")))
_REFERRALS = Question(Referral, lambda within: within(Referral.objects.order_by("-pk").select_related("item__author")))
