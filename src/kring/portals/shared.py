"""Who may know what: of one person towards one child, and of everyone around a child as the child reads it.

Nothing is shared by itself (R7): what stands here is what the child said yes to, and it is read, never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.access.door import Door
from kring.access.models import Item
from kring.access.readers import Other
from kring.access.seen import one_seen
from kring.access.sieve import Answers, Sieve
from kring.access.spoken import readable, readable_items
from kring.agreements import reading as agreements
from kring.agreements import shown
from kring.circle.lettering import initial
from kring.circle.reading import Person
from kring.journal import plan, reading
from kring.kit.sentences import sentence
from kring.law.access import AT_HOME, Case, Klass, Relation, Section, Topic
from kring.law.standing import BY_A_PARENT
from kring.law.ways import PARENTS
from kring.portals.answers import things_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

HATS = list(Relation)
CIRCLE, CHOSEN, AGREED = _("de kring"), _("wie gekozen is"), _("wat er praktisch is afgesproken, en met wie")


def words(topics: Iterable[Topic]) -> list[Words]:
    """Topics in words, always in the same order."""
    wanted = set(topics)
    return [sentence(f"topic.{one.value}", name="") for one in Topic if one in wanted]


def my_words(topics: Iterable[Topic]) -> list[Words]:
    """Topics in the words of the child."""
    wanted = set(topics)
    return [sentence(f"my-topic.{one.value}", name="") for one in Topic if one in wanted]


@dataclass(frozen=True, slots=True)
class WithMe:
    """What a child shares with one visitor."""

    topics: list[Words]
    circle: bool
    things: frozenset[Section]
    """In which parts something stands apart from a subject, that can be read here now."""
    file: bool = False
    """The file, in the place of a child that cannot judge it yet."""
    told: bool = False
    """Something that was told in an emergency."""
    beside: bool = False
    """A parent may know who stands beside the child: no page names them, so it asks the child (R7)."""
    told_in: frozenset[Section] = frozenset()
    """In which parts that stands: what somebody said is answered among what was said to the visitor."""
    asks_the_child: bool = True
    """Who wants to know something asks the child; not with whom contact is restricted, nor whom it let go (R28, R2)."""
    passed: list[tuple[UUID, str]] = field(default_factory=list)
    """What that is, apart from all that is shared: which one, and the words of that moment (R8)."""

    @property
    def no_yes(self) -> bool:
        """No yes opens anything: that is how it begins."""
        return not (self.topics or self.circle or self.things)

    @property
    def no_share(self) -> bool:
        """The child shares nothing, and no law opens anything in its place."""
        return self.no_yes and not self.file


def with_me(door: Door) -> WithMe:
    """What the child said yes to towards this visitor, as the door weighs it.

    While contact is restricted, once the place is closed, or for who said that it stops, no yes opens anything: then
    there is nothing to name.
    """
    sieve = door.sieve(Section.CIRCLE)
    circle = not sieve.is_empty() and sieve.shows_something() and not _by_an_emergency_alone(sieve)
    shut = door.standing.restricted or door.dossier.closed_on is not None
    if shut:
        return WithMe([], circle=circle, things=frozenset(), asks_the_child=not door.standing.restricted)
    yes, told = door.answers.yes_items, door.answers.disclosed
    mine = readable(door, {*yes, *told})
    told_in = frozenset(mine[one] for one in told & mine.keys())
    by_law = {"file": Case.REPRESENTS in door.standing.cases, "told": bool(told_in)}
    topics = words(() if door.standing.stopped else door.answers.yes_topics)
    by_law["beside"] = door.relation in BY_A_PARENT and Topic.BESIDE_ME in door.answers.yes_topics
    passed = _passed(door, {one: mine[one] for one in told & mine.keys()})
    things = frozenset(mine[one] for one in yes & mine.keys())
    return WithMe(topics, circle=circle, things=things, told_in=told_in, passed=passed, **by_law)


READ_IN = frozenset({Section.AGREEMENTS, Section.JOURNAL, Section.SAFETY})
"""Where a parent, or who stands beside the child, finds what is shared one by one."""


def to_read(door: Door) -> dict[str, object]:
    """What stands open on the own home: its agreements, and what the child shares with the way to it (R7).

    Of an agreement that is over nothing: then a yes about it opens nothing.
    """
    mine, seen = with_me(door), agreed(door)
    some = READ_IN if seen["pacts"] or seen["shared_agreements"] else READ_IN - {Section.AGREEMENTS}
    return {"shared": replace(mine, things=mine.things & some), **seen}


def _by_an_emergency_alone(sieve: Sieve) -> bool:
    """Whether nothing of a section would be there without what was passed on: that opens no circle to look at."""
    if not sieve.answers.disclosed:
        return False
    without = replace(sieve, answers=replace(sieve.answers, disclosed=frozenset()))
    return without.is_empty() or not without.shows_something()


def _passed(door: Door, told: Mapping[UUID, Section]) -> list[tuple[UUID, str]]:
    """The words of what was passed on, each as it was then (`access.passed`); that the visitor read them is noted."""
    rows = things_of(door, {key: section.value for key, section in told.items()}) if told else []
    if door.me == door.actor.person:  # looking along in somebody's place is no look of that one
        for row in rows:
            one_seen(door, row)
    return [(row.pk, row.passes_on()) for row in rows if row.passes_on()]


def written(door: Door) -> dict[str, bool]:
    """Whether there may be notes and a plan for this visitor: the way to what holds nothing for it is not shown."""
    may_write = any(door.sieve(Section.JOURNAL).may_add(klass) for klass in Klass)
    return {"notes": reading.may_hold(door), "plan": plan.may_hold(door), "may_write": may_write}


def agreed(door: Door) -> dict[str, object]:
    """For who stands beside the child its own agreements; for a parent whether the child shares something of them."""
    if door.sieve(Section.AGREEMENTS).is_empty():
        return {"pacts": [], "shared_agreements": False}
    if door.relation in BY_A_PARENT:
        return {"pacts": [], "shared_agreements": bool(shown.shared(door))}
    pacts = [one for one in agreements.pacts(door) if one.latest and agreements.own_party(door, one)]
    return {"pacts": pacts, "shared_agreements": False}


@dataclass(frozen=True, slots=True)
class Knows:
    """Someone around the child, and what it may know now."""

    person: UUID
    name: str
    relation: Relation
    answers: Answers
    members: frozenset[UUID]
    things: int
    """How many things apart from a subject it may read, of those that the visitor reads."""
    stands_still: bool
    """Contact is restricted: what the child said yes to before opens nothing now (R28)."""
    reads_the_file: bool
    """A parent that reads the file in the place of a child that cannot judge it yet (brief 1.6): by law, no yes."""
    is_asked_again: bool = False
    """A yes towards it waits until the child says it anew."""
    was_told: bool = False
    """Something that the visitor reads too was told to it in an emergency, and that is not over."""
    paused_on: date | None = None
    """Since when it rests beside the child: nothing closes by that."""
    told: bool = False
    """A person told the child that contact is restricted (R15)."""
    stood: bool = False
    """It stood beside the child and does so no more: it is shown as one that was there, and after all others."""
    anew: bool = False
    """A parent of somebody of age: a yes of before that birthday opens nothing any more."""
    to_confirm: bool = False
    """The child pointed it out, and nobody confirmed that yet: no yes towards it begins before (`access.same`)."""

    @property
    def member(self) -> UUID | None:
        """Who this is in the circle."""
        return min(self.members, default=None)

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def word(self) -> Words | str:
        """What this person is to the child; of who stands beside it the page has a word of its own."""
        was = sentence("relation.stood", name="") if self.stood else ""
        return sentence(f"relation.{self.relation.value}", name="") if self.relation in PARENTS else was

    @property
    def yes(self) -> list[Words]:
        """What it may know."""
        return my_words(self.answers.yes_topics)


def around(door: Door, everyone: Sequence[Other]) -> list[Knows]:
    """Of everyone who is involved: who stands beside the child or is its parent, each with what it may know now.

    What the visitor may not read itself is not counted either: a number tells that there is something.
    """
    said = [one.standing.answers for one in _beside(everyone)]
    return knowing(everyone, readable_items(door, {key for one in said for key in one.yes_items | one.disclosed}))


def knowing(everyone: Sequence[Other], mine: Collection[Item] = ()) -> list[Knows]:
    """The same of a page that counts nothing, without asking anything more; `mine`: what the visitor reads of it."""
    keys = {one.pk for one in mine}
    found = [
        Knows(
            one.person,
            one.name,
            one.relation,
            one.standing.answers,
            one.members,
            sum(_opens(one.without_restriction(), item) for item in mine),
            one.standing.restricted,
            Case.REPRESENTS in one.standing.cases,
            one.is_asked_again and not one.standing.restricted,
            bool(one.standing.answers.disclosed & keys) and not one.standing.restricted,
            anew=one.standing.anew is not None,
            to_confirm=one.members != one.confirmed,
            told=one.standing.restricted and not one.untold,
        )
        for one in _beside(everyone)
    ]
    return sorted(found, key=lambda one: (HATS.index(one.relation), one.name.casefold()))


def _opens(one: Other, item: Item) -> bool:
    """Whether a yes to this item opens it: a wall, a rule or a no may keep it shut all the same."""
    answers = one.standing.answers
    return item.pk in answers.yes_items and one.reads_if(item, answers)


def _beside(everyone: Sequence[Other]) -> list[Other]:
    return [one for one in everyone if one.relation in AT_HOME and one.relation is not Relation.CHILD]


def resting(people: Iterable[Knows], circle: Iterable[Person]) -> list[Knows]:
    """The same people, with since when they rest, of a circle that was read already; who stood there once is last."""
    known = list(circle)
    since = {one.key: one.paused_on for one in known if one.paused_on}
    over = {one.key for one in known if one.stood}
    found = [
        replace(
            one,
            paused_on=next((since[key] for key in one.members if key in since), None),
            stood=one.relation is Relation.SUPPORTER and bool(one.members & over),
        )
        for one in people
    ]
    return sorted(found, key=lambda one: one.stood)


@dataclass(frozen=True, slots=True)
class Team:
    """Who works with the child, by name: who sees all of it, the circle only, or the plan only (law/access.toml)."""

    workers: list[str]
    guides: list[tuple[list[str], tuple[Words, ...]]]
    """Who guides the network, and what these see: what a no of the child leaves of it, and what a yes adds."""
    stand_ins: list[tuple[str, date | None, bool]]
    """Who takes over today, by name, each until its last day (R13): the child reads who, and what it reads (R29).

    And whether a no of the child closes the plan to it."""


def team(everyone: Sequence[Other]) -> Team:
    """Of everyone who is involved today: for whom something of the child stands open by its work."""

    def by_work(relation: Relation) -> list[Other]:
        return [one for one in everyone if one.relation is relation]

    workers, guides = (by_work(one) for one in (Relation.WORKER, Relation.NETWORK_GUIDE))
    shut = Topic.SAFETY.value
    stand_ins = [
        (one.name, one.until, shut in one.standing.answers.no_topics) for one in by_work(Relation.FALLBACK_WORKER)
    ]
    sees: dict[tuple[Words, ...], list[str]] = {}
    for one in guides:
        sees.setdefault(_sees(one), []).append(one.name)
    return Team([one.name for one in workers], [(names, words) for words, names in sees.items()], stand_ins)


def _sees(guide: Other) -> tuple[Words, ...]:
    """By the table: the circle, and the agreements, which stand under who is beside the child (law/access.toml)."""
    said = guide.standing.answers
    circle, chosen = Topic.CIRCLE not in said.no_topics, Topic.BESIDE_ME not in said.no_topics
    told = ((CIRCLE, circle), (CHOSEN, chosen and Topic.BESIDE_ME in said.yes_topics))
    return tuple(words for words, opens in (*told, (AGREED, chosen)) if opens)
