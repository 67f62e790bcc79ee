"""What one person may see of one section: the table, the child's answers and the walls, weighed once.

The same sieve answers for many rows (`rows_for`) and for one (`lets`); a property test holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from kring.access.models import Item
from kring.law.access import Answer, Klass, Relation, Section, Topic, Verb, classes, sees_every_wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The child's answers towards one person, and what is hidden from it."""

    yes_items: frozenset[UUID] = frozenset()
    no_items: frozenset[UUID] = frozenset()  # said no or "ask me first" about it, or hidden; so is what is about it
    yes_topics: frozenset[Topic] = frozenset()
    no_topics: frozenset[Topic] = frozenset()


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
    closed: bool = False  # a place that was closed: what stands open is read; nothing is written, no yes opens more

    def is_empty(self, verb: Verb = Verb.READ) -> bool:
        """Whether nothing at all could pass: then there is nothing here."""
        if self._classes(verb, Answer.OPEN) or self._classes(verb, Answer.WROTE):
            return False
        if self.mine and self._classes(verb, Answer.OWN):
            return False
        said_yes = self.answers.yes_items or self.answers.yes_topics
        return not (said_yes and self._asking(verb))

    def rows_for(self, verb: Verb = Verb.READ, *, item: str = "item__", dossiers: Sequence[UUID] = ()) -> Q:
        """The rows that pass, as a condition; `item` is the path from the rows to their item.

        `dossiers`: all that are alike, where a desk asks the same of many.
        """

        def on(**conditions: object) -> Q:
            return Q(**{f"{item}{name}": value for name, value in conditions.items()})

        said = self.answers
        here = on(dossier__in=dossiers) if dossiers else on(dossier=self.dossier)
        rows = here & on(section=self.section.value) & self._seen(verb, on)
        if not sees_every_wall(self.relation):
            rows &= on(wall=None) | on(wall__in=sorted(self.walls)) if self.walls else on(wall=None)
        if said.no_items:
            kept = sorted(said.no_items)
            rows &= ~on(pk__in=kept) & ~on(about__in=kept)
        if said.no_topics:
            rows &= ~on(topic__in=[one.value for one in said.no_topics]) | on(author=self.me)
        if self.section is Section.SAID:
            rows &= on(told_to=None) | on(told_to=self.me) | on(author=self.me)
        return rows

    def _seen(self, verb: Verb, on: Callable[..., Q]) -> Q:
        """What stands open, and what was asked and got a yes.  Only what is there to ask: each condition costs time."""
        said = self.answers
        yes = [on(pk__in=sorted(said.yes_items))] if said.yes_items else []
        yes += [on(topic__in=[one.value for one in said.yes_topics])] if said.yes_topics else []
        asks = self._asking(verb) if yes else []
        own = self._classes(verb, Answer.OWN) if self.mine else []
        seen = on(klass__in=self._classes(verb, Answer.OPEN))
        seen = seen | on(klass__in=own, about__in=sorted(self.mine)) if own else seen
        wrote = self._classes(verb, Answer.WROTE)
        seen = seen | on(klass__in=wrote, author=self.me) if wrote else seen
        return seen | on(klass__in=asks) & reduce(or_, yes) if asks else seen

    def lets(self, item: Item, verb: Verb) -> bool:
        """Whether one row passes: the same question as `rows_for`, asked of a row in hand."""
        said = self.answers
        if item.dossier_id != self.dossier or item.section != self.section.value or self._is_kept_from_me(item):
            return False
        if item.topic in said.no_topics and item.author_id != self.me:
            return False
        if item.klass in self._classes(verb, Answer.OPEN) or self._is_mine(item, verb):
            return True
        return item.klass in self._asking(verb) and (item.pk in said.yes_items or item.topic in said.yes_topics)

    def _is_kept_from_me(self, item: Item) -> bool:
        """Behind another wall, hidden, about who is hidden, or said to somebody else."""
        if not sees_every_wall(self.relation) and item.wall_id is not None and item.wall_id not in self.walls:
            return True
        if item.pk in self.answers.no_items or item.about_id in self.answers.no_items:
            return True
        to_another = item.told_to_id not in {None, self.me} and item.author_id != self.me
        return self.section is Section.SAID and to_another

    def _is_mine(self, item: Item, verb: Verb) -> bool:
        """About me, or by me, where that is what the table opens."""
        about_me = item.about_id in self.mine and item.klass in self._classes(verb, Answer.OWN)
        by_me = item.author_id == self.me and item.klass in self._classes(verb, Answer.WROTE)
        return about_me or by_me

    def lets_any(self, klass: Klass, topic: Topic, verb: Verb = Verb.READ) -> bool:
        """Whether rows of this class about this topic pass at all: what is told beside them, may be told then."""
        row = Item(dossier_id=self.dossier, section=self.section.value, klass=klass.value, topic=topic.value)
        return self.lets(row, verb)

    def may_add(self, klass: Klass) -> bool:
        """Whether a new row of this class may be written here."""
        return klass.value in self._classes(Verb.ADD, Answer.OPEN)

    def _asking(self, verb: Verb) -> list[str]:
        """What is not one's own asks too, where one's own stands open; in a place that was closed no yes opens more."""
        own = [] if self.closed else self._classes(verb, Answer.OWN)
        return [*self._classes(verb, Answer.ASKS), *own]

    def _classes(self, verb: Verb, answer: Answer) -> list[str]:
        if self.closed and (verb in {Verb.ADD, Verb.CHANGE} or answer is Answer.ASKS):
            return []
        return sorted(one.value for one in classes(self.relation, self.section, verb, answer))
