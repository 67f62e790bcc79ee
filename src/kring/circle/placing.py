"""Where each disc and name comes to stand inside its cell, so that nothing touches anything.  Pure and deterministic.

Every cell is filled from its heart outward with the widest gap that fits; then people move a little apart, so that two
stand side by side and seven stand spread.  A disc stays inside its own cell; a name may cross a line but never another
name or disc, the child, or the wall.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import asin, atan2, hypot, pi

from kring.circle.picture import Box, Cell, at, both_boxes

Point = tuple[float, float]
Place = tuple[float, float, int]
"""x, y, and the side on which the name stands."""

_SQUARE = 56.0
_BREATH = (1.0, 0.5, 0.22)
"""Gaps to try, in discs; after the last one the smallest that is allowed."""
_MANY = 9
"""So many never stand wide."""
_FROM_RIGHT = 2
_LEVEL = 400
"""Standing level weighs so much more than standing in the middle of a cell."""
_MOVES = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


class Item:
    """A disc with its name, not yet anywhere."""

    __slots__ = ("disc", "key", "name", "sides")

    def __init__(self, key: str, disc: float, name: tuple[float, float], sides: tuple[int, ...] = (0,)) -> None:
        """`name`: how wide and high the name is; `sides`: where it may stand, the first choice first."""
        self.key = key
        self.disc = disc
        self.name = name
        self.sides = sides

    def boxes(self, place: Place) -> tuple[Box, Box]:
        """The disc and the name as upright boxes."""
        return both_boxes(place[0], place[1], self.disc, self.name, place[2])

    @property
    def area(self) -> float:
        """What it takes, roughly."""
        return max(2 * self.disc, self.name[0]) * (2 * self.disc + self.name[1])


class Field:
    """All boxes placed so far, kept by square, so that a question looks only at what is near."""

    def __init__(self, wall: float, gap: float) -> None:
        """Nothing may cross the wall; `gap` is what always stays free between two boxes."""
        self.wall = wall
        self.gap = gap
        self.level: float | None = None  # a distance from the child that all should have
        self.squares: dict[tuple[int, int], list[tuple[str, Box]]] = defaultdict(list)
        self.places: dict[str, Place] = {}

    def block(self, key: str, box: Box) -> None:
        """This box is taken."""
        for square in _squares(box):
            self.squares[square].append((key, box))

    def put(self, item: Item, place: Place) -> None:
        """The item stands here from now on."""
        self.places[item.key] = place
        for box in item.boxes(place):
            self.block(item.key, box)

    def take(self, item: Item) -> None:
        """The item stands nowhere again."""
        for box in item.boxes(self.places.pop(item.key)):
            for square in _squares(box):
                self.squares[square] = [entry for entry in self.squares[square] if entry[0] != item.key]

    def clear(self, box: Box, gap: float) -> bool:
        """Is there room for this box, with this gap around it?  (The hottest lines of the layout, hence plain.)"""
        left, top, right, bottom = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
        squares = self.squares
        for row in range(int(top // _SQUARE), int(bottom // _SQUARE) + 1):
            for column in range(int(left // _SQUARE), int(right // _SQUARE) + 1):
                for _, (x0, y0, x1, y1) in squares.get((column, row), ()):
                    if x0 < right and left < x1 and y0 < bottom and top < y1:
                        return False
        return True

    def within_wall(self, box: Box) -> bool:
        """Does this box stay inside the outer line?"""
        far = max(-box[0], box[2])
        deep = max(-box[1], box[3])
        return hypot(far, deep) <= self.wall or _corners_within(box, self.wall)

    def near(self, box: Box, reach: float) -> Iterator[tuple[str, Box]]:
        """The boxes in the squares around this one (some of them twice)."""
        for square in _squares((box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)):
            yield from self.squares.get(square, ())


def _squares(box: Box) -> list[tuple[int, int]]:
    across = range(int(box[0] // _SQUARE), int(box[2] // _SQUARE) + 1)
    down = range(int(box[1] // _SQUARE), int(box[3] // _SQUARE) + 1)
    return [(column, row) for column in across for row in down]


def _corners_within(box: Box, wall: float) -> bool:
    return all(hypot(x, y) <= wall for x in (box[0], box[2]) for y in (box[1], box[3]))


def inside(cell: Cell, x: float, y: float, margin: float) -> bool:
    """Does a disc of this size stand in the cell?"""
    radius = hypot(x, y)
    if not cell.inner + margin <= radius <= cell.outer - margin:
        return False
    return abs(_turn(cell, x, y)) <= (cell.end - cell.start) / 2 - asin(min(1.0, margin / radius))


def fill(field: Field, cell: Cell, items: Sequence[Item], *, wide: bool = False) -> int:
    """Give every item of this cell a place; when they do not all fit nothing is placed.  How many could be placed."""
    disc = items[0].disc
    spots = _candidates(cell, disc + field.gap, max(item.name[1] for item in items) / 2, field.level)
    gaps = [max(share * disc, field.gap) for share in _BREATH if len(items) * share < _MANY] if wide else []
    most = 0
    for order, gap in [*((0, gap) for gap in gaps), (0, field.gap), (1, field.gap), (2, field.gap)]:
        if order and len(items) == 1:
            break
        swept = _along(cell, spots, field.level) if order and field.level else _sweep(spots, order)
        most = max(most, _filled(field, swept, items, gap))
        if most == len(items):
            break
    return most


def _sweep(spots: Sequence[Point], order: int) -> list[Point]:
    """From the heart outward, from the left, or from the right."""
    return sorted(spots, key=lambda spot: (spot[0], spot[1]), reverse=order == _FROM_RIGHT) if order else list(spots)


def _along(cell: Cell, spots: Sequence[Point], level: float) -> list[Point]:
    """Row after row, the level one first, each from its start to its end."""
    return sorted(spots, key=lambda spot: (round(abs(hypot(*spot) - level), 3), _turn(cell, *spot)))


def _filled(field: Field, open_spots: list[Point], items: Sequence[Item], gap: float) -> int:
    done: list[Item] = []
    for item in items:
        place = _first_free(field, item, open_spots, gap)
        if place is None:
            for placed in done:
                field.take(placed)
            break
        field.put(item, place)
        done.append(item)
    return len(done)


def _first_free(field: Field, item: Item, spots: list[Point], gap: float) -> Place | None:
    """The first spot where the item fits; spots that no disc can use any more are dropped on the way."""
    index = 0
    while index < len(spots):
        x, y = spots[index]
        disc, _ = item.boxes((x, y, 0))
        if not field.clear(disc, gap):
            del spots[index]
            continue
        for side in item.sides:
            name = item.boxes((x, y, side))[1]
            if field.clear(name, gap) and field.within_wall(name):
                del spots[index]
                return x, y, side
        index += 1
    return None


@lru_cache(maxsize=512)
def _candidates(cell: Cell, margin: float, lift: float, level: float | None) -> tuple[Point, ...]:
    """Points where a disc may stand: those near the heart of the cell first, or those that are level."""
    low, high = cell.inner + margin, max(cell.inner + margin, cell.outer - margin)
    step = max(5.0, min(margin * 0.5, (high - low) / 4))
    rows = max(1, round((high - low) / step) + 1)
    heart, drift = (level, 0.0) if level else _heart(cell, lift)
    span, thick = cell.end - cell.start, cell.outer - cell.inner
    found: list[tuple[float, float, float]] = []
    for row in range(rows):
        radius = (low + high) / 2 if rows == 1 else low + (high - low) * row / (rows - 1)
        slack = max(0.0, span / 2 - asin(min(1.0, margin / radius)))
        columns = int(slack * radius / step)
        across = ((radius - heart) / thick) ** 2 * (_LEVEL if level else 1)
        for column in range(-columns, columns + 1):
            turn = slack * column / max(1, columns)
            x, y = at(radius, cell.middle + turn)
            found.append((round(across + ((turn - drift) / span) ** 2, 6), x, y))
    found.sort()
    return tuple((x, y) for _, x, y in found)


def _heart(cell: Cell, lift: float) -> tuple[float, float]:
    """Where a disc stands when disc and name together are in the middle: radius, and turn from the middle."""
    x, y = at((cell.inner + cell.outer) / 2, cell.middle)
    y -= lift
    return hypot(x, y), _turn(cell, x, y)


def settle(field: Field, homes: Sequence[tuple[Item, Cell]]) -> None:
    """Let people move apart, a little at a time, as long as each move gives more air."""
    for step in (0.5, 0.5, 0.25, 0.25, 0.12):
        for item, cell in homes:
            _nudge(field, item, cell, step * item.disc)


def _nudge(field: Field, item: Item, cell: Cell, step: float) -> None:
    x, y, side = field.places[item.key]
    field.take(item)
    best, where = _pressure(field, item, cell, (x, y, side)), (x, y, side)
    for dx, dy in _MOVES:
        place = (x + dx * step, y + dy * step, side)
        if inside(cell, place[0], place[1], item.disc + field.gap) and _fits(field, item, place):
            pressure = _pressure(field, item, cell, place)
            if pressure < best - 1e-9:
                best, where = pressure, place
    field.put(item, where)


def _fits(field: Field, item: Item, place: Place) -> bool:
    disc, name = item.boxes(place)
    return field.clear(disc, field.gap) and field.clear(name, field.gap) and field.within_wall(name)


def _pressure(field: Field, item: Item, cell: Cell, place: Place) -> float:
    """How cramped this spot is: neighbours that are close, lines that run through the name."""
    reach = item.disc * 1.6
    boxes = item.boxes(place)
    total = _from_heart(cell, place[0], place[1] if place[2] else place[1] + item.name[1] / 2) * 0.4
    for box in boxes:
        for _, other in field.near(box, reach):
            apart = max(other[0] - box[2], box[0] - other[2], other[1] - box[3], box[1] - other[3])
            if apart < reach:
                total += ((reach - apart) / reach) ** 2
    return total + _crossing(boxes[1], cell) / item.disc


def _from_heart(cell: Cell, x: float, y: float) -> float:
    """How far from the heart of the cell, measured along its own length and breadth."""
    along = _turn(cell, x, y) / (cell.end - cell.start)
    across = (hypot(x, y) - (cell.inner + cell.outer) / 2) / (cell.outer - cell.inner)
    return along * along + across * across


def _crossing(name: Box, cell: Cell) -> float:
    """How far the far corners of the name stick out of the cell."""
    half = (cell.end - cell.start) / 2
    out = 0.0
    for corner in (name[0], name[2]):
        radius = hypot(corner, name[3])
        out += max(0.0, abs(_turn(cell, corner, name[3])) - half) * radius
        out += max(0.0, radius - cell.outer, cell.inner - radius)
    return out


def _turn(cell: Cell, x: float, y: float) -> float:
    """How far round from the middle of the cell."""
    return (atan2(x, -y) - cell.middle + pi) % (2 * pi) - pi
