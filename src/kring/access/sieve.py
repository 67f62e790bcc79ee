"""What one person may see of one section: the table, the answers and the walls, weighed once.

The same sieve answers for many rows (`rows_for`) and for one (`lets`); a property test holds the two together.
Rules add up (`_opened`), then protections take away (`_shut`): no order in which they are asked opens more.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from kring.access.models import Giver, Item
from kring.law.access import Answer, Case, Klass, Relation, Section, Topic, Verb, classes, protection, sees_every_wall
from kring.law.standing import BY_THE_CHILD, reads_on

LOOKING = frozenset({Verb.KNOW, Verb.READ})
URGENT = "urgent"  # beside the givers of an answer: told in an emergency
BY_A_YES = frozenset({Answer.ASKS, Answer.ONE, Answer.THEIRS, Answer.TOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers towards one person."""

    yes_items: frozenset[UUID] = frozenset()
    no_items: frozenset[UUID] = frozenset()  # said no or "ask me first" about it; so is what is about it
    yes_topics: frozenset[Topic] = frozenset()
    no_topics: frozenset[str] = frozenset()  # also of a subject that is not in the list any more
    theirs: frozenset[UUID] = frozenset()  # the parent whom it is about said yes
    told: frozenset[UUID] = frozenset()  # a worker decided to tell
    disclosed: frozenset[UUID] = frozenset()  # an emergency: lifts a no, "do not share", to whom it was said
    began: Mapping[tuple[str, UUID | str], date] = field(default_factory=dict, compare=False, repr=False)
    """Of each yes, by whose and about what, the last day on which it began; to weigh, and never to show."""

    def since(self, day: date) -> "Answers":
        """What they would be if only a yes counted that began on this day or later; what closes, closes."""
        old = {(giver, about) for (giver, about), on in self.began.items() if on < day}

        def new(giver: str, keys: frozenset[UUID]) -> frozenset[UUID]:
            return frozenset(one for one in keys if (giver, one) not in old)

        return replace(
            self,
            yes_items=new(Giver.CHILD.value, self.yes_items),
            yes_topics=frozenset(one for one in self.yes_topics if (Giver.CHILD.value, one.value) not in old),
            theirs=new(Giver.PARENT.value, self.theirs),
            told=new(Giver.WORKER.value, self.told),
            disclosed=new(URGENT, self.disclosed),
        )

    def without_a_yes(self) -> "Answers":
        """What they would be if the child had said yes to nothing."""
        return replace(self, yes_items=frozenset(), yes_topics=frozenset())

    def and_yes(self, item: UUID) -> "Answers":
        """What they would be if the child said yes to this item."""
        return replace(self, yes_items=self.yes_items | {item}, no_items=self.no_items - {item})

    def and_topic(self, topic: Topic) -> "Answers":
        """What they would be if the child said yes to this subject."""
        return replace(self, yes_topics=self.yes_topics | {topic}, no_topics=self.no_topics - {topic.value})

    def without_topic(self, topic: Topic) -> "Answers":
        """What they would be if the child had not said yes to this subject."""
        return replace(self, yes_topics=self.yes_topics - {topic})

    def and_closed(self, others: "Answers") -> "Answers":
        """What they would be if what is closed to somebody else were closed here too."""
        items, topics = self.no_items | others.no_items, self.no_topics | others.no_topics
        return replace(self, no_items=items, no_topics=topics)

    def and_theirs(self, item: UUID) -> "Answers":
        """What they would be if the parent whom this item is about said yes."""
        return replace(self, theirs=self.theirs | {item})

    def and_urgent(self, item: UUID) -> "Answers":
        """What they would be if this item was told in an emergency."""
        return replace(self, disclosed=self.disclosed | {item})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """One person, one relation, one section of one dossier."""

    dossier: UUID
    section: Section
    relation: Relation
    me: UUID
    walls: frozenset[UUID] = frozenset()
    answers: Answers = field(default_factory=Answers)
    mine: frozenset[UUID] = frozenset()  # the member of the circle that this person is
    close: frozenset[UUID] = frozenset()  # beside a worker: that member, and who is close to it; else nobody knows
    confirmed: frozenset[UUID] = frozenset()  # of those for whom that is sure: only these open what is its own
    cases: frozenset[Case] = frozenset()
    restricted: bool = False  # contact is restricted (R28)
    stopped: bool = False  # it said that it stops: what the child opened is over for it, but for a cry (R14)
    closed: bool = False  # a place that was closed: what stands open is read; nothing is written, no yes opens more
    ends: bool = False  # at an address that ends something: that still works there (R7)
    unsure: bool = False  # a child that came in with a card, not confirmed: its own words protect nothing from itself

    @property
    def surely_mine(self) -> frozenset[UUID]:
        """Who of the circle this person is, where that was confirmed (`access.same`)."""
        return self.mine & self.confirmed

    def is_empty(self, verb: Verb = Verb.READ) -> bool:
        """Whether nothing at all could pass: then there is nothing here."""
        return self._is_shut(verb) or not self._opening(verb, lambda **_: Q())

    def shows_something(self, verb: Verb = Verb.READ) -> bool:
        """Of a circle that stands open by answers alone, and of what only an emergency opens: whether any of it does.

        A yes about something else, or about what is not there, makes no page of empty frames: that would tell that
        there is a circle, and look as if nobody is in it.  Nor does what was told out of another part.
        """
        without = replace(self, answers=replace(self.answers, disclosed=frozenset()))
        if any(self.opens(klass) for klass in Klass) or not (self.section is Section.CIRCLE or without.is_empty(verb)):
            return True
        return Item.objects.filter(self.rows_for(item="")).exists()

    def rows_for(self, verb: Verb = Verb.READ, *, item: str = "item__", dossiers: Sequence[UUID] = ()) -> Q:
        """The rows that pass, as a condition; `item` is the path from the rows to their item.

        `dossiers`: all that are alike, where a desk asks the same of many.
        """

        def on(**conditions: object) -> Q:
            return Q(**{f"{item}{name}": value for name, value in conditions.items()})

        opening = [] if self._is_shut(verb) else list(self._opening(verb, on))
        if not opening:
            return on(pk__in=[])
        here = on(dossier__in=dossiers) if dossiers else on(dossier=self.dossier)
        return here & on(section=self.section.value) & reduce(or_, opening) & self._spared(verb, on)

    def _opening(self, verb: Verb, on: Callable[..., Q]) -> list[Q]:
        """What rules open, each a condition of its own.  Only what is there to ask: each condition costs time."""
        said = self.answers
        yes = [on(pk__in=sorted(said.yes_items))] if said.yes_items else []
        yes += [on(topic__in=[one.value for one in said.yes_topics])] if said.yes_topics else []
        needs: dict[Answer, Q | None] = {
            Answer.OPEN: Q(),
            Answer.OWN: on(about__in=sorted(self.surely_mine)) if self.surely_mine else None,
            Answer.WROTE: on(author=self.me),
            Answer.ADDRESSED: on(told_to=self.me) & (~on(look_on=None) if self.stopped else Q()),
            Answer.ASKS: reduce(or_, yes) if yes else None,
            Answer.ONE: on(pk__in=sorted(said.yes_items)) if said.yes_items else None,
            Answer.THEIRS: on(pk__in=sorted(said.theirs)) if said.theirs else None,
            Answer.TOLD: on(pk__in=sorted(said.told)) if said.told else None,
        }
        found = [
            on(klass__in=opened) & need
            for answer, need in needs.items()
            if need is not None and (opened := self._classes(verb, answer))
        ]
        return [*found, self._urgent(on)] if self._is_disclosed_to(verb) else found

    def _urgent(self, on: Callable[..., Q]) -> Q:
        """What was told in an emergency, of the classes that an emergency opens."""
        return on(pk__in=sorted(self.answers.disclosed)) & ~on(klass__in=sorted(protection().never_in_an_emergency))

    def _spared(self, verb: Verb, on: Callable[..., Q]) -> Q:
        """What no protection takes away."""
        said, rows = self.answers, Q()
        urgent = self._urgent(on) if self._is_disclosed_to(verb) else on(pk__in=[])
        if not sees_every_wall(self.relation):
            rows &= on(wall=None) | on(wall__in=sorted(self.walls)) if self.walls else on(wall=None)
        if said.no_items:
            kept = ~on(pk__in=sorted(said.no_items)) & ~on(about__in=sorted(said.no_items))
            rows &= kept | urgent
        if self._no_topics:
            kept = ~on(topic__in=sorted(self._no_topics)) | urgent
            rows &= kept if self.unsure else kept | on(author=self.me) | on(told_to=self.me)
        if self.section is Section.SAID:
            to_all = on(told_to=None) | urgent
            rows &= to_all if self.unsure else to_all | on(told_to=self.me) | on(author=self.me)
        if self.mine:
            about_me = on(klass__in=sorted(protection().never_about_oneself), about__in=sorted(self.mine))
            rows &= ~about_me
        if self._near and (self.close or said.disclosed):
            near = on(klass__in=self._near)
            rows &= ~(near & on(about__in=sorted(self.close))) if self.close else ~near
        return rows & self._not_held_close(on, urgent)

    def _not_held_close(self, on: Callable[..., Q], urgent: Q) -> Q:
        if self._reads_all:
            return Q()
        let = on(held_close=False) | urgent
        if not self.unsure and reads_on(self.relation, self.section):
            let |= on(author=self.me)
        return let | on(pk__in=sorted(self.answers.yes_items)) if self.answers.yes_items else let

    def lets(self, item: Item, verb: Verb) -> bool:
        """Whether one row passes: the same question as `rows_for`, asked of a row in hand."""
        if item.dossier_id != self.dossier or item.section != self.section.value or self._is_shut(verb):
            return False
        told = self._is_disclosed_to(verb) and item.pk in self.answers.disclosed
        urgent = told and item.klass not in protection().never_in_an_emergency
        opens = urgent or (bool(self.opened_by(item, verb)) and not self._is_kept_from_me(item))
        return opens and not self._is_never_mine(item)

    def opened_by(self, item: Item, verb: Verb) -> list[Answer]:
        """Which answers open a row, before protections: why someone sees it."""
        said = self.answers
        meets = {
            Answer.OPEN: True,
            Answer.OWN: item.about_id in self.surely_mine,
            Answer.WROTE: item.author_id == self.me,
            Answer.ADDRESSED: item.told_to_id == self.me and not (self.stopped and item.look_on is None),
            Answer.ASKS: item.pk in said.yes_items or item.topic in said.yes_topics,
            Answer.ONE: item.pk in said.yes_items,
            Answer.THEIRS: item.pk in said.theirs,
            Answer.TOLD: item.pk in said.told,
        }
        return [answer for answer, met in meets.items() if met and item.klass in self._classes(verb, answer)]

    def asks_the_child(self, item: Item, verb: Verb = Verb.READ) -> bool:
        """Whether a row passes by a yes of the child: without any of them it would not.

        A case that an answer of the child makes counts as its yes: what stands open in it, the child opened (R18).
        """
        cases = self.cases - BY_THE_CHILD
        if not (self.answers.yes_items or self.answers.yes_topics) and cases == self.cases:
            return False  # the child said yes to nothing: without that it is the same
        without = replace(self, answers=self.answers.without_a_yes(), cases=cases)
        return self.lets(item, verb) and not without.lets(item, verb)

    def _is_never_mine(self, item: Item) -> bool:
        """Behind another wall, about oneself or who is close to it: not even an emergency tells that."""
        if not sees_every_wall(self.relation) and item.wall_id is not None and item.wall_id not in self.walls:
            return True
        if item.klass in self._near and (not self.close or item.about_id in self.close):
            return True
        return item.about_id in self.mine and item.klass in protection().never_about_oneself

    def _is_kept_from_me(self, item: Item) -> bool:
        """Said to somebody else, answered with no, or held close: what an emergency lifts, to look and no more."""
        mine = not self.unsure and self.me in {item.told_to_id, item.author_id}
        to_another = item.told_to_id is not None and not mine
        return (self.section is Section.SAID and to_another) or self._is_answered_no(item)

    def _is_answered_no(self, item: Item) -> bool:
        said, by_me = self.answers, item.author_id == self.me and not self.unsure
        to_me = item.told_to_id == self.me and not self.unsure  # said to me: no answer about a subject closes that
        no = item.pk in said.no_items or item.about_id in said.no_items
        if no or (item.topic in self._no_topics and not (by_me or to_me)):
            return True
        wrote = by_me and reads_on(self.relation, self.section)
        return item.held_close and not (wrote or self._reads_all or item.pk in said.yes_items)

    @property
    def _no_topics(self) -> frozenset[str]:
        """The subjects that a no closes here; where a row is about none, "al de rest" is not one of them."""
        rest = {Topic.GENERAL.value} if self.section in protection().not_the_rest else set()
        return frozenset(map(str, self.answers.no_topics - rest))

    @property
    def _reads_all(self) -> bool:
        return self.relation in protection().reads_what_is_held_close and not self.unsure

    def lets_any(self, klass: Klass, topic: Topic, verb: Verb = Verb.READ) -> bool:
        """Whether rows of this class about this topic pass at all: what is told beside them, may be told then."""
        row = Item(dossier_id=self.dossier, section=self.section.value, klass=klass.value, topic=topic.value)
        return self.lets(row, verb)

    def opens(self, klass: Klass, verb: Verb = Verb.READ) -> bool:
        """Whether rows of this class stand open by the position alone, before any answer."""
        return not self._is_shut(verb) and klass.value in self._classes(verb, Answer.OPEN)

    def may_add(self, klass: Klass) -> bool:
        """Whether a new row of this class may be written here."""
        return self.opens(klass, Verb.ADD)

    def _is_shut(self, verb: Verb) -> bool:
        if self.restricted and self.section not in protection().open_when_restricted:
            return True
        over = self.closed and not (self.ends and self.relation in protection().ends_when_closed)  # R7
        return over and (verb not in LOOKING or self.relation in protection().shut_when_closed)

    def _is_disclosed_to(self, verb: Verb) -> bool:
        a_parent = self.section is Section.SAID and self.relation in protection().never_told_what_was_said
        shut = self.closed or self.restricted or a_parent
        return verb in LOOKING and not shut and bool(self.answers.disclosed)

    def _classes(self, verb: Verb, answer: Answer) -> list[str]:
        left = not self.restricted or verb is Verb.ADD or answer in protection().left_when_restricted
        if ((self.closed or self.stopped) and answer in BY_A_YES) or not left:
            return []
        found = classes(self.relation, self.section, verb, answer, self.cases)
        return sorted(one.value for one in found if self.close or one.value not in self._near)

    @property
    def _near(self) -> list[str]:
        """The classes in which nothing is read about who is close; while nobody knows who that is, nothing at all."""
        guard = protection()
        return [] if self.relation in guard.reads_about_those_close else sorted(guard.never_about_those_close)
