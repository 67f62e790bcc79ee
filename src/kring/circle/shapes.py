"""The outlines of the circle: one for each kind and mark, so that colour never carries a meaning alone.  Pure."""

from collections.abc import Sequence
from math import hypot, pi

from kring.circle.domains import Kind, TieKind
from kring.circle.picture import Bend, Cell, at
from kring.circle.ties import point

_WAVE, _SWING = 6.5, 5.0
_BREAK = 7.0


def number(value: float) -> str:
    """One decimal at most: bytes on a phone line, and no picture shows more."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.", "-.") if round(value, 1) else "0"


def pair(spot: tuple[float, float]) -> str:
    """Two numbers."""
    return f"{number(spot[0])} {number(spot[1])}"


def outline(kind: Kind, disc: float) -> str:
    """The shape of a person, a pet (ears), a place (a house) or a group (one behind the other)."""
    r = number(disc)
    if kind is Kind.PET:
        return f'<path class="stone" d="{_ears(disc)}"/>'
    if kind is Kind.PLACE:
        return f'<path class="stone" d="{_house(disc)}"/>'
    if kind is Kind.GROUP:
        back = (
            f'<circle class="stone" cx="{number(disc * 0.3)}" cy="{number(-disc * 0.12)}" r="{number(disc * 0.86)}"/>'
        )
        front = (
            f'<circle class="stone" cx="{number(-disc * 0.16)}" cy="{number(disc * 0.12)}" r="{number(disc * 0.86)}"/>'
        )
        return back + front
    return f'<circle class="stone" r="{r}"/>'


def _ears(disc: float) -> str:
    n = number
    side, low, r = disc * 0.88, disc * 0.06, disc * 0.88
    tip_x, tip_y, root_x, root_y = disc * 0.8, disc * 1.16, disc * 0.3, disc * 0.72
    return (
        f"M{n(-side)} {n(low)}L{n(-tip_x)} {n(-tip_y)}L{n(-root_x)} {n(-root_y)}"
        f"Q0 {n(-root_y - disc * 0.1)} {n(root_x)} {n(-root_y)}"
        f"L{n(tip_x)} {n(-tip_y)}L{n(side)} {n(low)}A{n(r)} {n(r)} 0 0 1{n(-side)} {n(low)}Z"
    )


def _house(disc: float) -> str:
    n = number
    side, eave, floor = disc * 0.86, -disc * 0.25, disc * 0.84
    return f"M0 {n(-disc)}L{n(side)} {n(eave)}V{n(floor)}H{n(-side)}V{n(eave)}Z"


def star(disc: float) -> str:
    """Beside a legal trust person."""
    x, y = at(disc * 1.08, 0.76)
    size = max(7.5, disc * 0.42)
    points = [at(size * (1 if step % 2 == 0 else 0.45), step * pi / 5) for step in range(10)]
    return f'<path class="star" d="M{"L".join(pair((x + px, y + py)) for px, py in points)}Z"/>'


def tick(disc: float) -> str:
    """Beside a JIM: a small badge that says so."""
    x, y = at(disc * 1.12, 0.86)
    h = max(6.0, disc * 0.32)
    n = number
    return (
        f'<rect class="jim-badge" x="{n(x - h * 1.5)}" y="{n(y - h)}" width="{n(h * 3)}" height="{n(h * 2)}" '
        f'rx="{n(h)}"/><text class="jim-word" x="{number(x)}" y="{number(y)}" dy=".36em">JIM</text>'
    )


def heart(disc: float) -> str:
    """Beside a supporter."""
    x, y = at(disc * 1.08, 0.76)
    s = max(7.0, disc * 0.38)
    n = number
    return (
        f'<path class="heart" d="M{n(x)} {n(y + s)}'
        f"C{n(x - s * 1.9)} {n(y - s * 0.2)} {n(x - s * 0.9)} {n(y - s * 1.4)} {n(x)} {n(y - s * 0.35)}"
        f'C{n(x + s * 0.9)} {n(y - s * 1.4)} {n(x + s * 1.9)} {n(y - s * 0.2)} {n(x)} {n(y + s)}Z"/>'
    )


MARKS = {"trust": star, "jim": tick, "supporter": heart}


def slice_of(cell: Cell) -> str:
    """The outline of one ring of one sector, in whole units: a circle is drawn over its edge, and pages stay light."""
    wide = 1 if cell.end - cell.start > pi else 0
    inner, outer = round(cell.inner), round(cell.outer)
    a, b, c, d = ("{:.0f} {:.0f}".format(*at(r, angle)).replace("-0 ", "0 ") for r, angle in _corners(cell))
    return f"M{b}A{outer} {outer} 0 {wide} 1 {c}L{d}A{inner} {inner} 0 {wide} 0 {a}Z"


def _corners(cell: Cell) -> tuple[tuple[float, float], ...]:
    return (cell.inner, cell.start), (cell.outer, cell.start), (cell.outer, cell.end), (cell.inner, cell.end)


def curve(bend: Bend) -> str:
    """A tie: smooth, but tension zigzags and a broken tie is cut in the middle."""
    if bend.line.kind is TieKind.TENSION:
        return _zigzag(bend)
    start, control, end = ("{:.0f} {:.0f}".format(*spot) for spot in (bend.start, bend.control, bend.end))
    smooth = f"M{start}Q{control} {end}"
    return smooth + (_cut(bend) if bend.line.kind is TieKind.BROKEN else "")


def _normal(bend: Bend, t: float) -> tuple[float, float]:
    (x0, y0), (x1, y1) = point(bend, t - 0.02), point(bend, t + 0.02)
    far = hypot(x1 - x0, y1 - y0) or 1.0
    return -(y1 - y0) / far, (x1 - x0) / far


def _zigzag(bend: Bend) -> str:
    length = hypot(bend.end[0] - bend.start[0], bend.end[1] - bend.start[1])
    teeth = max(4, round(length / _WAVE))
    points: list[tuple[float, float]] = [bend.start]
    for tooth in range(1, teeth):
        (x, y), (nx, ny) = point(bend, tooth / teeth), _normal(bend, tooth / teeth)
        swing = _SWING if tooth % 2 else -_SWING
        points.append((x + nx * swing, y + ny * swing))
    return _joined([*points, bend.end])


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(pair(spot) for spot in points)


def _cut(bend: Bend) -> str:
    """Two short strokes across the line."""
    strokes = ""
    for t in (0.47, 0.53):
        (x, y), (nx, ny) = point(bend, t), _normal(bend, t)
        lean = (nx + ny * 0.35, ny - nx * 0.35)
        ends = [(x + lean[0] * way, y + lean[1] * way) for way in (-_BREAK, _BREAK)]
        strokes += _joined(ends)
    return strokes
