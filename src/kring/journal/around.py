"""Who is around, as a form needs it: whom a passage can be about, and who may know what is not shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Item
from kring.access.readers import Other
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.law.access import Klass, Relation, Section


@dataclass(frozen=True, slots=True)
class Someone:
    """Someone of the circle, as a choice; behind which wall it stands."""

    member: UUID
    name: str
    wall: UUID | None = None


def of_the_circle(door: Door) -> list[Someone]:
    """Whom a worker can write about: everyone in the circle, by the child's word for it.  One statement."""
    if door.sieve(Section.CIRCLE).is_empty():
        return []
    rows = door.within(Placement.objects.filter(until_at=None))
    told = rows.values_list("member_id", "name", "layer", "item__wall_id")
    best = {
        member: Someone(member, name, wall)
        for member, name, layer, wall in sorted(told, key=lambda one: one[2] == Layer.CHILD.value)
    }
    return sorted(best.values(), key=lambda one: one.name.casefold())


def who_may_know(door: Door, around: Sequence[Other]) -> list[Someone]:
    """To whom the yes of the child would open words that it does not share (R8): asked of the table, not guessed.

    Of whom a worker did not say yet that it is so, such words wait for nobody: else that word would open them.
    """
    if door.relation is not Relation.CHILD:
        return []
    item = Item(
        dossier_id=door.dossier.pk,
        section=Section.JOURNAL.value,
        klass=Klass.OWN_WORDS.value,
        author_id=door.me,
        held_close=True,
    )
    return [
        Someone(min(one.confirmed), one.name)
        for one in around
        if one.confirmed and one.reads_if(item, one.standing.answers.and_yes(item.pk))
    ]
