"""The curve of a tie: bent away from the child and from the people it passes.  Pure."""

from collections.abc import Sequence
from math import hypot

from kring.circle.picture import Bend, Box, Line, Sizes, Spot

_BOWS = (0.12, -0.12, 0.28, -0.28, 0.45, -0.45, 0.65, -0.65)
_SAMPLES = tuple(step / 10 for step in range(1, 10))


def bend(line: Line, spots: Sequence[Spot], sizes: Sizes) -> Bend:
    """The curve between two people that passes the fewest others."""
    ends = {spot.dot.key: spot for spot in spots if spot.dot.key in {line.a, line.b}}
    a, b = ends[line.a], ends[line.b]
    others = [(spot.x, spot.y + spot.disc * 0.5, spot.disc * 1.5) for spot in spots if spot is not a and spot is not b]
    others.append((0.0, 0.0, sizes.child + sizes.disc * 0.5))
    bows = [_bowed(line, a, b, bow) for bow in _BOWS]
    return min(bows, key=lambda curve: _passes(curve, others))


def _bowed(line: Line, a: Spot, b: Spot, bow: float) -> Bend:
    dx, dy = b.x - a.x, b.y - a.y
    control = ((a.x + b.x) / 2 - dy * bow, (a.y + b.y) / 2 + dx * bow)
    return Bend(line, _rim(a, control), control, _rim(b, control))


def _rim(spot: Spot, towards: tuple[float, float]) -> tuple[float, float]:
    """Where the curve leaves the disc."""
    dx, dy = towards[0] - spot.x, towards[1] - spot.y
    far = hypot(dx, dy) or 1.0
    return spot.x + dx / far * (spot.disc + 2), spot.y + dy / far * (spot.disc + 2)


def point(curve: Bend, t: float) -> tuple[float, float]:
    """The point at share t of the curve."""
    s = 1 - t
    return (
        s * s * curve.start[0] + 2 * s * t * curve.control[0] + t * t * curve.end[0],
        s * s * curve.start[1] + 2 * s * t * curve.control[1] + t * t * curve.end[1],
    )


def along(curve: Bend) -> list[tuple[float, float]]:
    """Points of the curve, close enough to keep words off it."""
    return [point(curve, step / 20) for step in range(21)]


def _passes(curve: Bend, others: Sequence[tuple[float, float, float]]) -> int:
    points = [point(curve, t) for t in _SAMPLES]
    return sum(
        1 for x, y in points for ox, oy, reach in others if abs(x - ox) < reach and hypot(x - ox, y - oy) < reach
    )


def free_spot(curve: Bend, size: tuple[float, float], boxes: Sequence[Box]) -> tuple[float, float] | None:
    """Where on the curve or beside it a word of this size stands free; nowhere is an answer (its label says it)."""
    wide, high = size[0] / 2 + 2, size[1] / 2 + 1
    for t in (0.5, 0.42, 0.58, 0.34, 0.66):
        for aside in (0, wide + 6, -wide - 6):
            x, y = point(curve, t)
            x += aside
            if all(x + wide <= b[0] or b[2] <= x - wide or y + high <= b[1] or b[3] <= y - high for b in boxes):
                return x, y
    return None
