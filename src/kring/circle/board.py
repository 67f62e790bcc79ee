"""One layer of a circle, read once, as the pages about it show it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from kring.access.door import Door
from kring.access.page import about
from kring.access.questions import Question, Within
from kring.circle import coverage, reading, told
from kring.circle.acts.people import KLASS
from kring.circle.apart import called_apart
from kring.circle.cards import Age, Way
from kring.circle.domains import Domain, Kind, Layer, Ring
from kring.circle.drawing import draw_page
from kring.circle.forms.people import Naming, Undoing
from kring.circle.legend import legend
from kring.circle.lettering import initial
from kring.circle.models import Placement, Tie
from kring.circle.names import fold
from kring.circle.picture import Picture
from kring.circle.reading import Person, TieSeen
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.keys import NOBODY
from kring.law.access import Klass, Section

"""Stands in an address where a script puts the key of someone."""
WAYS_AT_ONCE = 3
FRESH = timedelta(hours=12)
LAST = Coalesce("until_at", "since_at").desc()


@dataclass(frozen=True, slots=True)
class Row:
    """Someone as a line of the list."""

    person: Person
    called: str
    """By its name, told apart from somebody else who has it."""
    initial: str
    words: str


@dataclass
class Board:
    """What stands on the page: everyone in a layer, and the ties between them."""

    door: Door
    layer: Layer
    people: list[Person]
    ties: list[TieSeen]
    version: str = ""

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
        return coverage.in_view_sentence(
            sum(one.kind is Kind.PERSON for one in self.people), shut=reading.is_shut(self.door)
        )

    @property
    def ways(self) -> tuple[Way, ...]:
        """Where to look next, where nobody stands yet first."""
        used = {one.domain for one in self.people if one.domain}
        return coverage.ways_further(used, Age.TEEN)[:WAYS_AT_ONCE]

    @cached_property
    def last_act(self) -> UUID | None:
        """The last thing that was done in this layer, while it is still fresh, so that it can be undone."""
        latest = [_latest(self.door, question, self.layer) for question in _LAST]
        fresh = [row for row in latest if row and clock.now() - row[0] < FRESH]
        return max(fresh)[1] if fresh else None

    def grouped(self, sought: str = "") -> list[tuple[Domain, list[Row]]]:
        """Who has a place, by life domain, the nearest first; only those in whose name or relation this stands."""
        words = fold(sought).split()
        placed = (one for one in self.people if one.is_placed and _holds(one, words))
        found = sorted(placed, key=lambda one: one.ring or 0)
        rows = [
            (one.domain, Row(one, self._names[one.key], initial(one.name), told.row(one, self.between(one))))
            for one in found
        ]
        groups = ((domain, [row for where, row in rows if where is domain]) for domain in Domain)
        return [(domain, group) for domain, group in groups if group]

    def between(self, one: Person) -> list[tuple[TieSeen, str]]:
        """The ties of someone, each with the name at the other end; nothing where that end may not be seen."""
        return [(tie, self._names[end]) for tie, end in self._ends.get(one.key, []) if end in self._names]

    @cached_property
    def _names(self) -> dict[UUID, str]:
        """As the drawing calls them: two of one name with a place are told apart."""
        placed = [(one.key, one.name, one.domain) for one in self.people if one.is_placed]
        return {one.key: one.name for one in self.people} | called_apart(placed)

    @cached_property
    def _ends(self) -> dict[UUID, list[tuple[TieSeen, UUID]]]:
        ends: dict[UUID, list[tuple[TieSeen, UUID]]] = defaultdict(list)
        for tie in self.ties:
            ends[tie.a].append((tie, tie.b))
            ends[tie.b].append((tie, tie.a))
        return ends


def board(door: Door, layer: Layer) -> Board:
    """Read a layer, with the mark by which a poll knows whether it changed since."""
    shown = look(door, layer)
    return replace(shown, version=reading.mark_of(shown.people, shown.ties))


def look(door: Door, layer: Layer, at: datetime | None = None) -> Board:
    """Read a layer only to look at it, now or at a moment."""
    return Board(door, layer, reading.people(door, layer, at), reading.ties(door, layer, at))


def layers(door: Door) -> list[Layer]:
    """The layers that this visitor may read."""
    here = door.sieve(Section.CIRCLE)
    return [layer for layer in Layer if here.opens(KLASS[layer])] or [Layer.CHILD]


def looks_back(door: Door, layer: Layer) -> bool:
    """Whether this visitor reads how a layer was: who reads it by a yes of the child reads it as it stands now.

    Whom the child took out of it, and where somebody stood before, no yes of today tells (R7).
    """
    return door.sieve(Section.CIRCLE).opens(KLASS[layer])


def layer_asked(request: HttpRequest) -> Layer:
    """The layer that a page is asked for; the child's own when it does not say."""
    asked = request.POST.get("layer") or request.GET.get("layer")
    return Layer.ADULT if asked == Layer.ADULT.value else Layer.CHILD


def frame(door: Door, layer: Layer) -> dict[str, Any]:
    """What every page of this room knows, beside what every page about a child does: the layer, what may be done."""
    may_write = door.sieve(Section.CIRCLE).may_add(KLASS[layer])
    told = {"layer": layer, "layers": layers(door), "may_write": may_write, "looks_back": looks_back(door, layer)}
    return about(door) | told | {"may_share": door.sieve(Section.ANSWERS).may_add(Klass.OWN_WORDS)}


def config(shown: Board) -> dict[str, Any]:
    """What the scripts of the page must know; words for people stand in the template."""
    dossier = shown.door.dossier.pk
    return {
        "layer": shown.layer.value,
        "version": shown.version,
        "versions": {str(one.key): str(one.version) for one in shown.people},
        "rings": {ring.value: str(ring.label) for ring in Ring},
        "domains": {domain.value: str(domain.label) for domain in Domain},
        "urls": {
            "add": address("circle:add", dossier),
            "undo": address("circle:undo", dossier),
            "changes": address("circle:changes", dossier),
            "place": address("circle:place", dossier, NOBODY),
            "person": f"{address('circle:person', dossier, NOBODY)}?layer={shown.layer.value}",
        },
    }


def forms(layer: Layer, last: UUID | str | None) -> dict[str, Any]:
    """What drawing, list and session can do at once: naming, and undoing the last act."""
    return {
        "naming": Naming(initial={"layer": layer.value}, auto_id="add-%s"),
        "undoing": Undoing(initial={"layer": layer.value, "what": last}, auto_id=False),
    }


def _latest(door: Door, question: Question[Any], layer: Layer) -> tuple[datetime, UUID] | None:
    for until, ended_by, since, began_by in question.of(door, layer=layer.value):
        return (until, ended_by) if until else (since, began_by)
    return None


def _last(model: type[Placement | Tie], within: Within[Any], *, layer: object) -> QuerySet[Any, Any]:
    rows = within(model.objects.filter(layer=layer)).order_by(LAST)
    return rows.values_list("until_at", "ended_by", "since_at", "began_by")[:1]


_LAST = [Question(model, partial(_last, model), layer=CharField()) for model in (Placement, Tie)]


def _holds(one: Person, words: list[str]) -> bool:
    told = fold(f"{one.name} {one.relation}")
    return all(word in told for word in words)
