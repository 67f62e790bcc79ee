"""What stands on the page of one child: the circle small, who stands beside it, and what to do next.

At most seven statements, whatever the number of people.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe

from kring.access.door import Door
from kring.access.looks import Waits, waits_here
from kring.access.page import may_name
from kring.circle import reading
from kring.circle.domains import Kind, Layer
from kring.circle.drawing import draw
from kring.circle.models import Placement, Sign
from kring.kit import clock
from kring.law import ways
from kring.law.access import Answer, Klass, Relation, Section, Topic, Verb, classes
from kring.people.calling import callers_at
from kring.portals import questions
from kring.portals.beside import Beside, Known, beside
from kring.portals.caseload import (
    ChildSeen,
    agreed_until,
    around_since,
    best_names,
    look_since,
    parents_since,
    plan_since,
    talk_since,
    to_tell_otherwise,
    told_to_who_works,
)
from kring.portals.todo import of_child
from kring.portals.todo_kinds import BEGUN, FIRST, Todo
from kring.rights.decided import running
from kring.rights.models import Wish
from kring.rights.told_apart import ToldApart, told_apart
from kring.seeking.models import Referral
from kring.seeking.reading import to_ask


@dataclass(frozen=True)
class OneChild:
    """One child, as this visitor may see it."""

    door: Door
    weighs: bool = True
    """Whether the page tells how far the conditions of the law are."""

    @cached_property
    def people(self) -> list[reading.Person]:
        """Everyone in the child's own layer."""
        return reading.people(self.door, Layer.CHILD, told=self.signs)

    @property
    def is_shut(self) -> bool:
        """Whether a no of the child closes its circle to this visitor."""
        return reading.is_shut(self.door)

    @cached_property
    def signs(self) -> list[Sign]:
        """What the picture shows of who stands beside the child, and of whom it rests."""
        return reading.signed(self.door)

    @cached_property
    def small_circle(self) -> SafeString:
        """The circle without names, as a picture to look at and not to touch."""
        picture = reading.picture_of(self.door, self.people, [])
        return mark_safe(draw(picture, names=False, compact=True))  # noqa: S308  # draw() cleans and escapes every name

    @cached_property
    def chosen(self) -> list[Any]:
        """What the child said, and stands; and what it said otherwise, while that is not told yet."""
        return list(questions.WISHES.of(self.door))

    @cached_property
    def named(self) -> list[Any]:
        """What the child said, and stands."""
        return [row for row in self.chosen if row.withdrawn_on is None]

    @cached_property
    def names(self) -> dict[UUID, str]:
        """How those are called, also who left the circle."""
        names = {one.key: one.name for one in self.people}
        unknown = {wish.member_id for wish in self.chosen} - names.keys()
        if unknown:
            names |= best_names(self.door.within(Placement.objects.filter(member__in=unknown)))
        if unknown - names.keys():  # the circle is closed to who may know of the choice: by the word of the child
            said = self.door.within(Wish.objects.filter(member__in=unknown - names.keys()).order_by("pk"))
            names |= {row.member_id: row.called for row in said}
        return names

    @cached_property
    def beside(self) -> list[Beside]:
        """Who the child named."""
        wishes = self.named
        things = {one.key for one in self.people if one.kind is not Kind.PERSON}
        conditions = questions.CONDITIONS.of(self.door) if wishes and self.weighs else []
        servings = questions.SERVINGS.of(self.door) if wishes else []
        limited = running(self.door) if servings else {}
        return beside(Known(wishes, conditions, servings, self.rests, limited, things), self.names, on=clock.today())

    @cached_property
    def told_apart(self) -> list[ToldApart]:
        """With whom of those the child chose contact is restricted now, and others, once a person told it (R15)."""
        return told_apart(self.door) if any(who.apart for who in self.beside) else []

    @cached_property
    def rests(self) -> dict[UUID, date]:
        """Of which wishes it rests, and since when."""
        return {row.item.about_id: row.paused_on for row in self.signs if row.paused_on and row.item.about_id}

    @cached_property
    def seen(self) -> ChildSeen:
        """The same child as it stands in a caseload."""
        waits = waits_here(self.door) if self.hears else Waits()
        sessions = questions.SESSIONS.of(self.door)
        works = self.door.relation is Relation.WORKER
        return ChildSeen(
            dossier=self.door.dossier.pk,
            name=self.door.dossier.call_name,
            people=None if self.is_shut else len(self.people),
            beside=self.beside,
            paused=any(ended is None for _, _, ended in sessions),
            looked_at=max((began for _, began, _ in sessions), default=None),
            **(told_to_who_works(self.door.dossier, on=clock.today()) if works else {}),
            unheard=waits.unheard,
            cried=waits.cried,
            lost=waits.lost,
            pointed=waits.pointed,
            untold=waits.untold,
            late=waits.late,
            meets=self._meets(waits),
            otherwise=to_tell_otherwise(self.chosen, self.names, on=clock.today()),
            talk_since=talk_since(waits.due, on=clock.today()),
            asked_on=waits.asked_on,
            agreed_until=agreed_until(waits.due, on=clock.today()),
            look_since=look_since(waits.due, on=clock.today()),
            after_since=waits.after,
            seeks_since=waits.seeks,
            parents_since=parents_since(waits.due, self.door.dossier, on=clock.today()),
            plan_since=plan_since(waits.due, on=clock.today()),
            around_since=around_since(waits.due, on=clock.today()),
        )

    def _meets(self, waits: Waits) -> tuple[Referral, ...]:
        """Whom of the volunteers somebody still has to ask; asked only where something of it waits."""
        return tuple(to_ask(self.door)) if waits.seeks else ()

    @cached_property
    def todos(self) -> list[Todo]:
        """What to do next with this child; looking together has a button of its own on this page."""
        team, serves = self.door.dossier.team_id, any(one.serving for one in self.beside)
        whom = callers_at(team, clock.today(), self.door.me) if serves else ()
        return [todo for todo in of_child(self.seen, whom) if todo.weight not in {BEGUN, FIRST}]

    @property
    def hears(self) -> bool:
        """Whether this visitor hears what someone says or asks."""
        return self.door.sieve(Section.SAID).lets_any(Klass.OWN_WORDS, Topic.GENERAL, Verb.CHANGE)

    @property
    def may_note(self) -> bool:
        """Whether this visitor reads and writes notes and the plan here."""
        standing = self.door.standing  # asked of the table itself: here no row is weighed, and none is read
        return Klass.OWN_WORDS in classes(standing.relation, Section.JOURNAL, Verb.ADD, Answer.OPEN, standing.cases)

    @property
    def reads_rights(self) -> bool:
        """Whether this visitor may read who stands beside the child."""
        return not self.door.sieve(Section.RIGHTS).is_empty(Verb.READ)

    @property
    def may_name(self) -> bool:
        """Whether the child may say here who stands beside it."""
        return may_name(self.door)

    @property
    def may_protect(self) -> bool:
        """Whether this visitor looks after the rights of this child, and what protects it."""
        return self.door.relation in ways.WORKERS

    @property
    def may_copy(self) -> bool:
        """Whether this visitor keeps the official file."""
        return self.door.relation in ways.WITH_A_DESK
