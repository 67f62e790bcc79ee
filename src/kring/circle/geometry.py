"""Where everyone stands: a pure function from a picture to places.  Same picture, same places, always.

`lay_out` never lets two names or discs touch, for one person or three hundred.  The big picture grows (its view box,
and with it the wall) until everyone fits; the small one (`compact`, for a phone) keeps its size, and a cell that is too
full shows letters or a count instead, which opens.  (product.md area 1)
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import ceil, log

from kring.circle.domains import Domain, Ring
from kring.circle.lettering import clean, wrap
from kring.circle.picture import (
    ONCE,
    Bend,
    Box,
    Cell,
    Crowd,
    Dot,
    Layout,
    Line,
    Picture,
    Sector,
    Sizes,
    Spot,
    Turned,
    at,
    name_size,
)
from kring.circle.placing import Field, Item, fill, settle
from kring.circle.sectors import Division
from kring.circle.ties import bend

__all__ = [
    "Bend",
    "Box",
    "Cell",
    "Crowd",
    "Dot",
    "Layout",
    "Line",
    "Picture",
    "Sector",
    "Sizes",
    "Spot",
    "at",
    "lay_out",
]

_ALL_SIDES = (0, 1, -1)
WIDE = Sizes(base=380, child=44, disc=24, label=17, room=116, sector=17, gap=4, under=22)
FULL = Sizes(base=400, child=44, disc=21, label=16.5, room=100, sector=17, gap=3.5, under=20)
BUSY = Sizes(base=480, child=46, disc=17, label=16, room=98, sector=19, gap=3.5, under=16)
CROWDED = Sizes(base=640, child=52, disc=14, label=15, room=92, sector=24, gap=3, under=15)
COMPACT = Sizes(
    base=200, child=23, disc=14.5, label=13, room=72, sector=12, gap=2, under=0, sides=_ALL_SIDES, grows=False
)
_UP_TO = ((24, WIDE), (60, FULL), (150, BUSY))
_CALM_UP_TO, _SETTLE_UP_TO = 24, 80
_STEP, _STEPS_FOR_MANY = 1.15, 1.22
"""Needs grow in steps of this factor, so that a small change moves few people."""
_BAND_LETTERS, _BAND_ROOM = 0.86, 0.82
_CROWD = 1.12
"""In a crowd nearly every cell needs more than its share at once: it starts there, and saves tries."""
_FEW = 3
"""So many may stand in the small picture without their names, as letters; more become a count."""
_LEAP = 1.5
_PATIENCE = 2.2
"""How much more than its share a cell of the small picture may ask."""
_TRIES = 200
_BENT = 5

Where = tuple[Ring, Domain]


def lay_out(
    picture: Picture,
    *,
    titles: Mapping[Domain, str] | None = None,
    rings: bool = True,
    compact: bool = False,
    names: bool = True,
) -> Layout:
    """Give everyone a place.  `rings=False`: one wall and no nearness, and the order tells nothing either."""
    if not rings:
        alike = sorted(picture.dots, key=lambda dot: (clean(dot.name).casefold(), dot.key))
        picture = replace(picture, dots=tuple(replace(dot, ring=Ring.NEAR) for dot in alike))
    told = dict(titles or {domain: domain.value for domain in Domain})
    if not picture.tells_care:
        told.pop(Domain.CARE, None)
    for seen in dict.fromkeys((picture.seen.compact if compact else picture.seen.wide, ())):
        plan = _Plan(picture, told, compact=compact, names=names)
        plan.rings = tuple(Ring) if rings else (Ring.NEAR,)
        plan.seen = seen
        if found := plan.solved():
            return found
    raise LookupError(len(picture.dots))


class _Plan:
    """One search for a layout: try, see which cells were too small, give those more, try again."""

    def __init__(self, picture: Picture, titles: Mapping[Domain, str], *, compact: bool, names: bool) -> None:
        self.picture = picture
        self.titles = titles
        self.compact = compact
        self.sizes = COMPACT if compact else _sizes_for(len(picture.dots))
        self.rings: tuple[Ring, ...] = tuple(Ring)
        self.seen: Turned = ()
        self.lines = {dot.key: self._lines(dot) if names else () for dot in picture.dots}
        self.people: dict[Where, list[Dot]] = {}
        for dot in picture.dots:
            self.people.setdefault((dot.ring, dot.domain), []).append(dot)
        self.step = _STEP if len(self.lines) <= _CALM_UP_TO else _STEPS_FOR_MANY
        self.extra = dict.fromkeys(self.people, 1.0 if len(self.lines) <= _SETTLE_UP_TO else _CROWD)
        self.counted: set[Where] = set()
        self.bare = {where for where in self.people if compact and where[0] is Ring.ONCE}
        self.first: dict[Where, int] = {}
        self.made: dict[tuple[Where, bool, bool], list[Item]] = {}

    def solved(self) -> Layout | None:
        """None when there is no way to do it with the sectors where they are seen now."""
        for _ in range(_TRIES):
            division = Division(self._needs(), self.sizes, self.titles, self._under())
            if self.seen and not division.keep(self.seen):
                return None
            if self._too_large(division):
                continue
            field = self._field(division)
            short = self._short(field, division)
            if not short:
                return self._layout(division, self._aired(division) or field)
            self._give_way(short)
        return None

    @property
    def level(self) -> bool:
        """No nearness: all at one distance from the child, as long as there is room."""
        return len(self.rings) == 1 and self.sizes.grows

    def _share(self, ring: Ring) -> float:
        return ONCE if ring is Ring.ONCE else 1.0

    def _lines(self, dot: Dot) -> tuple[str, ...]:
        room = self.sizes.room * (_BAND_ROOM if dot.ring is Ring.ONCE else 1)
        return wrap(clean(dot.name), self.sizes.label * self._letters(dot.ring), room)

    def _letters(self, ring: Ring) -> float:
        """Smaller letters in the band, but never small on a phone."""
        return 1.0 if self.compact or ring is not Ring.ONCE else _BAND_LETTERS

    def _items(self, where: Where) -> list[Item]:
        state = (where, where in self.counted, where in self.bare)
        if state not in self.made:
            self.made[state] = self._made(where)
        return self.made[state]

    def _made(self, where: Where) -> list[Item]:
        disc = self.sizes.disc * self._share(where[0])
        label = self.sizes.label * self._letters(where[0])
        people = self.people[where]
        if where in self.counted:
            return [Item(people[0].key, disc * 1.15, (0, 0))]
        if where in self.bare:
            return [Item(dot.key, disc, (0, 0)) for dot in people]
        sides = _ALL_SIDES if where[0] is Ring.ONCE else self.sizes.sides
        return [Item(dot.key, disc, name_size(dot, self.lines[dot.key], label), sides) for dot in people]

    def _under(self) -> dict[Ring, float]:
        """What each ring keeps free below a disc: with one wall a whole name, also where the wall bends."""
        highest = max((item.name[1] for where in self.people for item in self._items(where)), default=0)
        return dict.fromkeys(self.rings, highest + _BENT if self.level else self.sizes.under)

    def _needs(self) -> dict[Where, float]:
        return {
            where: self._in_steps(sum(item.area for item in items) * self._packing(where) * self.extra[where])
            for where, items in ((where, self._items(where)) for where in self.people)
        }

    def _packing(self, where: Where) -> float:
        """Area per person, in boxes (measured): names of a few spill over the lines, many need room to turn."""
        people = len(self.people[where])
        return 0.85 + min(0.3, 0.03 * people) if where not in self.bare - self.counted else 0.7 + 0.3 * people

    def _in_steps(self, area: float) -> float:
        return float(self.step ** ceil(log(area, self.step)))

    def _too_large(self, division: Division) -> bool:
        """The small picture keeps its size: its fullest cell becomes a count, until there is none left to count."""
        if not self.compact or division.wall <= self.sizes.base - self.sizes.belt + 1:
            return False
        return self._shrink(self.people)

    def _bare_one(self) -> bool:
        """Nothing left to count: the name that asks for most room goes into its disc."""
        named = [where for where in self.people if where not in self.counted | self.bare]
        if not named:
            return False
        most = max(named, key=lambda where: (self.extra[where], where))
        self.bare.add(most)
        self.extra[most] = 1.0
        return True

    def _shrink(self, among: Iterable[Where]) -> bool:
        """Make one cell ask for less: a few lose their names, many become a count; one alone keeps its name longest."""
        several = [where for where in among if len(self.people[where]) > 1 and where not in self.counted]
        alone = [where for where in among if len(self.people[where]) == 1 and where not in self.bare]
        chosen = max(
            several or alone, key=lambda where: (len(self.people[where]), self.extra[where], where), default=None
        )
        if chosen is None:
            return False
        few = len(self.people[chosen]) <= _FEW and chosen not in self.bare
        (self.bare if few else self.counted).add(chosen)
        self.extra[chosen] = 1.0
        return True

    def _short(self, field: Field, division: Division, *, wide: bool = False) -> dict[Where, float]:
        """Fill every cell; which were too small, and how many times."""
        short = {}
        for cell in sorted(division.cells(), key=lambda cell: -self.first.get((cell.ring, cell.domain), 0)):
            where = (cell.ring, cell.domain)
            if where in self.people:
                items = self._items(where)
                placed = fill(field, cell, items, wide=wide)
                if placed < len(items):
                    short[where] = len(items) / max(placed, 1)
        return short

    def _give_way(self, short: Mapping[Where, float]) -> None:
        late = [where for where in short if where not in self.first]
        if late and len(self.lines) <= _SETTLE_UP_TO:
            self.first.update(dict.fromkeys(late, 1 + len(self.first)))
            return
        for where, times in short.items():
            self.extra[where] *= min(_LEAP, max(self.step, times))
        stuck = [where for where in short if self.extra[where] > _PATIENCE]
        if self.compact and stuck:
            self._shrink(stuck)

    def _aired(self, division: Division) -> Field | None:
        """The same once more with more air, when there is room for it."""
        if len(self.lines) > _SETTLE_UP_TO:
            return None
        field = self._field(division)
        return None if self._short(field, division, wide=True) else field

    def _field(self, division: Division) -> Field:
        field = Field(division.wall - self.sizes.gap, self.sizes.gap)
        if self.level:
            field.level = division.wall - self._under()[Ring.NEAR] - self.sizes.disc - self.sizes.gap
        for box in _round(self.sizes.child + self.sizes.gap):
            field.block("", box)
        return field

    def _layout(self, division: Division, field: Field) -> Layout:
        cells = {(cell.ring, cell.domain): cell for cell in division.cells()}
        if len(self.picture.dots) <= _SETTLE_UP_TO and not self.level:
            settle(field, [(item, cells[where]) for where in self.people for item in self._items(where)])
        half = max(self.sizes.base, division.wall + self.sizes.belt)
        spots = tuple(
            self._spot(dot, field) for where in self.people if where not in self.counted for dot in self.people[where]
        )
        crowds = tuple(
            Crowd(cells[where], tuple(self.people[where]), *field.places[self.people[where][0].key][:2])
            for where in self.people
            if where in self.counted
        )
        bends = tuple(bend(line, spots, self.sizes) for line in _drawable(self.picture.lines, spots))
        return Layout(self.sizes, half, division.radii, division.sectors(), division.cells(), spots, crowds, bends)

    def _spot(self, dot: Dot, field: Field) -> Spot:
        bare = (dot.ring, dot.domain) in self.bare
        disc, label = self.sizes.disc * self._share(dot.ring), self.sizes.label * self._letters(dot.ring)
        x, y, side = field.places[dot.key]
        return Spot(dot, x, y, disc, label, self.lines[dot.key], side, bare)


def _sizes_for(people: int) -> Sizes:
    return next((sizes for most, sizes in _UP_TO if people <= most), CROWDED)


def _round(radius: float) -> list[Box]:
    """A disc as three boxes: near enough to keep names off the child."""
    shares = ((1.0, 0.38), (0.71, 0.71), (0.38, 1.0))
    return [(-radius * a, -radius * b, radius * a, radius * b) for a, b in shares]


def _drawable(lines: tuple[Line, ...], spots: tuple[Spot, ...]) -> list[Line]:
    shown = {spot.dot.key for spot in spots}
    return [line for line in lines if line.a in shown and line.b in shown and line.a != line.b]
