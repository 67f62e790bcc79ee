"""What is put into the drawing, and what the layout makes of it.  Plain facts, no Django, no rows.

The child stands at (0, 0) and never moves; x runs right, y down, angles run clockwise from the top (radians).
"""

from dataclasses import dataclass, field
from math import cos, sin

from kring.circle.domains import ORDINARY, Domain, Kind, Ring, TieKind, tie_words
from kring.circle.lettering import width

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
LEADING = 1.12
"""From one line of a name to the next, in sizes of its letters."""
ONCE = 0.76
"""Who was important stands in a thin band, in a smaller disc and smaller letters."""


@dataclass(frozen=True, slots=True)
class Dot:
    """Someone (or a pet, a place, a group) in the circle."""

    key: str
    name: str
    ring: Ring
    domain: Domain
    kind: Kind = Kind.PERSON
    in_care: bool = False
    mark: str = ""
    support: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two of them; strength runs from 1 to 3."""

    a: str
    b: str
    kind: TieKind
    strength: int = ORDINARY

    @property
    def width(self) -> int:
        """How it is drawn, whatever was kept."""
        return min(3, max(1, self.strength))

    @property
    def words(self) -> str:
        """What it is, and how strong."""
        return tie_words(self.kind, self.width)


Turned = tuple[tuple[Domain, float, float], ...]
"""How the sectors of a drawing lie: of each its domain, and from which angle to which."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How the sectors lie in the drawings that someone has before its eyes: the big one and the small one."""

    wide: Turned = ()
    compact: Turned = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn.  `tension_at_home`: the child chose to show tension in the picture it takes home.

    `tells_care`: there is a sector for who works for the help; on a sheet that leaves the house only when it is chosen.
    `seen`: the drawing it takes the place of; while hands are at work, the sectors stay where they are.
    """

    child: str
    dots: tuple[Dot, ...] = ()
    lines: tuple[Line, ...] = ()
    tension_at_home: bool = False
    tells_care: bool = True
    seen: Seen = Seen()


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures of one drawing, in units of its view box (`under`: what a ring
    keeps free for a name below a disc; `sides`: where a name may stand, the first choice first; `grows`: may
    the view box grow, or is this the small picture of a phone)."""

    base: float
    child: float
    disc: float
    label: float
    room: float
    sector: float
    gap: float
    under: float
    sides: tuple[int, ...] = (0,)
    grows: bool = True

    @property
    def belt(self) -> float:
        """Room outside the wall for the names of the sectors: two lines, on a phone one."""
        return self.sector * (2.6 if self.grows else 1.5)


@dataclass(frozen=True, slots=True)
class Cell:
    """One ring of one sector: where someone can be put down."""

    ring: Ring
    domain: Domain
    inner: float
    outer: float
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle half-way."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Sector:
    """One life domain, from angle to angle, with its name in one line or two."""

    domain: Domain
    start: float
    end: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a dot came to stand, with its name below it (side 0), to its right (1) or to its left (-1).

    A bare spot has no room for its name: the small picture shows it when the person is touched.
    """

    dot: Dot
    x: float
    y: float
    disc: float
    label: float
    lines: tuple[str, ...]
    side: int = 0
    bare: bool = False

    def boxes(self) -> tuple[Box, Box]:
        """The disc and the name, as upright boxes."""
        return both_boxes(self.x, self.y, self.disc, name_size(self.dot, self.lines, self.label), self.side)


@dataclass(frozen=True, slots=True)
class Crowd:
    """A cell of the small picture that shows a count, which opens."""

    cell: Cell
    dots: tuple[Dot, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bend:
    """A tie as a curve with one control point."""

    line: Line
    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything with its place."""

    sizes: Sizes
    half: float
    radii: dict[Ring, tuple[float, float]]
    sectors: tuple[Sector, ...]
    cells: tuple[Cell, ...]
    spots: tuple[Spot, ...]
    crowds: tuple[Crowd, ...] = ()
    bends: tuple[Bend, ...] = field(default=())


def name_size(dot: Dot, lines: tuple[str, ...], label: float) -> tuple[float, float]:
    """How wide and high the name is, with the letters of support under it."""
    rows = len(lines) + (0.8 if dot.support and lines else 0)
    return max((width(line, label) for line in lines), default=0), rows * label * LEADING


def both_boxes(x: float, y: float, disc: float, name: tuple[float, float], side: int) -> tuple[Box, Box]:
    """Disc and name: the name below the disc (0), to its right (1) or to its left (-1)."""
    wide, high = name
    round_box = (x - disc, y - disc, x + disc, y + disc)
    if not side:
        return round_box, (x - wide / 2, y + disc, x + wide / 2, y + disc + high)
    start = x + disc + 1 if side > 0 else x - disc - 1 - wide
    return round_box, (start, y - high / 2, start + wide, y + high / 2)


def at(radius: float, angle: float) -> tuple[float, float]:
    """The point at this distance from the child, this far round from the top."""
    return radius * sin(angle), -radius * cos(angle)
