"""For how many youths somebody is JIM: told to that person alone, and to nobody who works with one of them (C130).

A worker of one child would learn of another child by it, so no page for workers, leads or figures counts this.
"""

from kring.access.door import Door
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation

MORE = 2


def jim_for(door: Door) -> int:
    """How many, from two on; nothing when it came in by a link, which somebody else may hold in its hands."""
    if door.relation is not Relation.JIM or door.actor.way is not None:
        return 0
    held = Involvement.objects.current(clock.today()).filter(person=door.me, relation=Relation.JIM.value)
    count: int = held.filter(dossier__closed_on=None).values("dossier").distinct().count()
    return count if count >= MORE else 0
