"""One layer of a circle, read once, as the pages about it show it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models.functions import Coalesce
from django.http import HttpRequest

from kring.access.door import Door
from kring.circle import coverage, reading
from kring.circle.acts.people import KLASS
from kring.circle.cards import Age, Way
from kring.circle.domains import Domain, Layer
from kring.circle.drawing import draw_page
from kring.circle.legend import legend
from kring.circle.models import Placement, Tie
from kring.circle.names import fold
from kring.circle.picture import Picture
from kring.circle.reading import Person, TieSeen
from kring.kit import clock
from kring.law.access import Answer, Relation, Section, Verb, classes

AT_HOME = frozenset(
    {
        Relation.CHILD,
        Relation.PARENT,
        Relation.UPBRINGER,
        Relation.TRUST_PERSON,
        Relation.JIM,
        Relation.SUPPORTER,
        Relation.PARENTS_TRUST_PERSON,
    }
)
"""Who does not come here for their work: their pages keep the neutral title and the way out (R26)."""
WAYS_AT_ONCE = 3
FRESH = timedelta(hours=12)


@dataclass
class Board:
    """What stands on the page: everyone in a layer, and the ties between them."""

    door: Door
    layer: Layer
    people: list[Person]
    ties: list[TieSeen]
    version: int = 0

    @cached_property
    def waiting(self) -> list[Person]:
        """Named, and without a place."""
        return [one for one in self.people if not one.is_placed]

    @cached_property
    def picture(self) -> Picture:
        """What is drawn."""
        return reading.picture_of(self.door, self.people, self.ties)

    @property
    def drawing(self) -> str:
        """The circle, as markup of our own."""
        return draw_page(self.picture)

    @property
    def key(self) -> list[tuple[str, str]]:
        """The signs in it, with their words."""
        return legend(self.picture)

    @property
    def in_view(self) -> str:
        """How many are in view, as an invitation (R22)."""
        return coverage.in_view_sentence(len(self.people))

    @property
    def ways(self) -> tuple[Way, ...]:
        """Where to look next, where nobody stands yet first."""
        used = {one.domain for one in self.people if one.domain}
        return coverage.ways_further(used, Age.TEEN)[:WAYS_AT_ONCE]

    @cached_property
    def last_act(self) -> UUID | None:
        """The last thing that was done in this layer, while it is still fresh, so that it can be undone."""
        latest = [_latest(self.door, model, self.layer) for model in (Placement, Tie)]
        fresh = [row for row in latest if row and clock.now() - row[0] < FRESH]
        return max(fresh)[1] if fresh else None

    def grouped(self, sought: str = "") -> list[tuple[Domain, list[Person]]]:
        """Who has a place, by life domain, the nearest first; only those whose name or relation holds what is sought."""
        words = fold(sought).split()
        found = [one for one in self.people if one.is_placed and _holds(one, words)]
        groups = ((domain, [one for one in found if one.domain is domain]) for domain in Domain)
        return [(domain, sorted(group, key=lambda one: one.ring or 0)) for domain, group in groups if group]


def board(door: Door, layer: Layer, at: datetime | None = None) -> Board:
    """Read a layer; the pulse first, so that what changes meanwhile is fetched by the next poll."""
    version = reading.pulse(door) if at is None else 0
    return Board(door, layer, reading.people(door, layer, at), reading.ties(door, layer, at), version)


def layers(door: Door) -> list[Layer]:
    """The layers that this visitor may read."""
    open_to = classes(door.relation, Section.CIRCLE, Verb.READ, Answer.OPEN)
    return [layer for layer in Layer if KLASS[layer] in open_to] or [Layer.CHILD]


def layer_asked(request: HttpRequest) -> Layer:
    """The layer that a page is asked for; the child's own when it does not say."""
    asked = request.POST.get("layer") or request.GET.get("layer")
    return Layer.ADULT if asked == Layer.ADULT.value else Layer.CHILD


def frame(door: Door, layer: Layer) -> dict[str, Any]:
    """What every page of this room knows: whose circle, for whom the page is, what may be done."""
    home = door.relation in AT_HOME
    return {
        "frame": "kit/page.html" if home else "kit/worker.html",
        "here": "children",
        "home": home,
        "mine": door.relation is Relation.CHILD,
        "child": door.dossier.call_name,
        "dossier": door.dossier.pk,
        "layer": layer,
        "layers": layers(door),
        "may_write": door.sieve(Section.CIRCLE).may_add(KLASS[layer]),
    }


def _latest(door: Door, model: type[Placement | Tie], layer: Layer) -> tuple[datetime, UUID] | None:
    rows = door.within(model.objects.filter(layer=layer.value)).order_by(Coalesce("until_at", "since_at").desc())
    row = rows.first()
    if row is None:
        return None
    return (row.until_at, row.ended_by) if row.until_at else (row.since_at, row.began_by)


def _holds(one: Person, words: list[str]) -> bool:
    told = fold(f"{one.name} {one.relation}")
    return all(word in told for word in words)
