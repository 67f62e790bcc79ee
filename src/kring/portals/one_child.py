"""What stands on the page of one child: the circle small, who stands beside it, and what to do next.

At most seven statements, whatever the number of people.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from kring.access.door import Door
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.drawing import draw
from kring.circle.models import Placement, WhoSession
from kring.kit import clock
from kring.law.access import Relation, Section, Verb
from kring.portals.beside import Beside, Known, beside
from kring.portals.caseload import ChildSeen, best_names, last_day
from kring.portals.todo import Todo, of_child
from kring.rights.models import Condition, Serving, Wish
from kring.rights.reading import house

WORKERS = frozenset({Relation.WORKER, Relation.NETWORK_GUIDE})


@dataclass(frozen=True)
class OneChild:
    """One child, as this visitor may see it."""

    door: Door

    @cached_property
    def people(self) -> list[reading.Person]:
        """Everyone in the child's own layer."""
        return reading.people(self.door, Layer.CHILD)

    @cached_property
    def small_circle(self) -> SafeString:
        """The circle without names, as a picture to look at and not to touch."""
        picture = reading.picture_of(self.door, self.people, [])
        return mark_safe(draw(picture, names=False, compact=True))  # noqa: S308  # draw() cleans and escapes every name

    @cached_property
    def beside(self) -> list[Beside]:
        """Who the child named."""
        wishes = list(self.door.within(Wish.objects.filter(withdrawn_on=None)))
        names = {one.key: one.name for one in self.people}
        unknown = {wish.member_id for wish in wishes} - names.keys()
        if unknown:
            names |= best_names(self.door.within(Placement.objects.filter(member__in=unknown)))
        conditions = self.door.within(Condition.objects.all()) if wishes else []
        servings = self.door.within(Serving.objects.filter(ended_on=None)) if wishes else []
        return beside(Known(wishes, conditions, servings), names, on=clock.today())

    @cached_property
    def seen(self) -> ChildSeen:
        """The same child as it stands in a caseload."""
        sessions = list(self.door.within(WhoSession.objects.all()))
        return ChildSeen(
            dossier=self.door.dossier.pk,
            name=self.door.dossier.call_name,
            people=len(self.people),
            beside=self.beside,
            paused=any(one.ended_at is None for one in sessions),
            looked_on=last_day(one.started_at for one in sessions),
        )

    @cached_property
    def todos(self) -> list[Todo]:
        """What to do next with this child."""
        contact = house(self.door) if any(one.serving for one in self.beside) else None
        return of_child(self.seen, contact)

    @property
    def reads_rights(self) -> bool:
        """Whether this visitor may read who stands beside the child."""
        return not self.door.sieve(Section.RIGHTS).is_empty(Verb.READ)

    @property
    def may_name(self) -> bool:
        """Whether the child may say here who stands beside it."""
        return self.door.relation in {Relation.CHILD, Relation.WORKER}

    @property
    def may_copy(self) -> bool:
        """Whether this visitor keeps the official file."""
        return self.door.relation in WORKERS
