"""The one function that writes the circle, for page, print, PDF and export.

The page variant carries classes and is coloured by `circle.css`; `standalone` brings its own style with literal colours
and no keys, so that a file that leaves the house holds only what can be seen in it.  Names are hostile input: each is
cleaned and escaped where it is written, whoever calls.  (house.md section 7, product.md area 1)
"""

from dataclasses import replace
from functools import lru_cache
from html import escape
from math import cos, pi, sin
from zlib import crc32

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kring.circle import figures, ink, shapes
from kring.circle.apart import called_apart
from kring.circle.domains import Domain, Ring, TieKind
from kring.circle.figures import Manner, Names
from kring.circle.geometry import Bend, Box, Layout, Line, Picture, Sector, at, lay_out
from kring.circle.lettering import clean, isolate, width
from kring.circle.shapes import number
from kring.circle.ties import along, free_spot

__all__ = ["Names", "draw", "draw_page", "shown_lines", "summary"]

_HOME_HIDES = frozenset({TieKind.TENSION, TieKind.BROKEN})
_LOW = -0.12
"""Below this cosine words run the other way round, or they would stand on their heads."""
_HINT = 0.76
_HINT_TURNS = tuple(side * step * 0.16 for step in range(9) for side in ((1, -1) if step else (1,)))
_CAPITALS = 0.668
"""Height of a capital, in sizes."""
_MARK = "\0"
"""Where a drawing's own mark comes; no name holds it."""


def draw(
    picture: Picture, *, names: Names | bool = True, rings: bool = True, standalone: bool = False, compact: bool = False
) -> str:
    """The circle as SVG.  `rings=False`: the picture to take home, one wall, no nearness, no tension unless chosen."""
    naming = names if isinstance(names, Names) else Names.FULL if names else Names.NONE
    picture = _apart(picture) if naming is Names.FULL else picture
    return _drawn(picture, Manner(naming, rings, standalone, compact), get_language())


def draw_page(picture: Picture) -> str:
    """Both drawings for a page, the big one and the small one for a phone; the style sheet shows the one that fits.

    After them stand the people behind each count of the small one, as lists that open over the page.
    """
    return draw(picture) + _small(_apart(picture), get_language())


def _apart(picture: Picture) -> Picture:
    """The same, with two of one name told apart."""
    called = called_apart([(dot.key, dot.name, dot.domain) for dot in picture.dots])
    return replace(picture, dots=tuple(replace(dot, name=called[dot.key]) for dot in picture.dots))


@lru_cache(maxsize=32)
def _small(picture: Picture, _language: str | None) -> str:
    manner = Manner(compact=True)
    layout = _laid_out(picture, manner)
    return _written(picture, layout, manner) + "".join(figures.opening(crowd) for crowd in layout.crowds)


@lru_cache(maxsize=32)
def _drawn(picture: Picture, manner: Manner, _language: str | None) -> str:
    return _written(picture, _laid_out(picture, manner), manner)


def _written(picture: Picture, layout: Layout, manner: Manner) -> str:
    ground = _ground(layout) + _ties(layout, manner)
    mark = f"b{crc32(ground.encode()):x}"  # one drawing's own: two of them may stand on a page
    return _head(picture, manner, layout) + ground.replace(_MARK, mark) + _people(picture, layout, manner)


def _laid_out(picture: Picture, manner: Manner) -> Layout:
    picture = replace(picture, lines=shown_lines(picture, rings=manner.rings))
    titles = {domain: str(domain.short if manner.compact else domain.label) for domain in Domain}
    return lay_out(picture, titles=titles, rings=manner.rings, compact=manner.compact, names=manner.names is Names.FULL)


def shown_lines(picture: Picture, *, rings: bool = True) -> tuple[Line, ...]:
    """The ties that are drawn: the picture to take home shows tension only when the child chose so."""
    if rings or picture.tension_at_home:
        return picture.lines
    return tuple(line for line in picture.lines if line.kind not in _HOME_HIDES)


def _head(picture: Picture, manner: Manner, layout: Layout) -> str:
    half, sizes = number(layout.half), layout.sizes
    view = f'viewBox="-{half} -{half} {number(layout.half * 2)} {number(layout.half * 2)}"'
    told = escape(summary(picture, manner.names))
    if manner.standalone:
        style = ink.style(sizes.label, sizes.sector, sizes.disc)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {view} role="img" aria-label="{told}"><style>{style}</style>'
    if not manner.rings:
        return f'<svg class="circle {_look(layout, manner)}" {view} role="group" aria-label="{told}">'
    rings = " ".join(number(outer) for _, outer in layout.radii.values())
    sectors = " ".join(f"{sector.domain.value}:{sector.start:.3f}:{sector.end:.3f}" for sector in layout.sectors)
    return (
        f'<svg class="circle {_look(layout, manner)}" {view} role="group" aria-label="{told}"'
        f' data-child="{number(sizes.child)}" data-rings="{rings}" data-sectors="{sectors}">'
    )


def _look(layout: Layout, manner: Manner) -> str:
    if manner.compact:
        return "compact"
    return {24.0: "wide", 21.0: "wide full", 17.0: "wide busy"}.get(layout.sizes.disc, "wide crowded")


def summary(picture: Picture, names: Names = Names.FULL) -> str:
    """The whole picture in one line, for those who hear it."""
    count = len(picture.dots)
    people = ngettext("%(count)s plaats bezet", "%(count)s plaatsen bezet", count) % {"count": count}
    if names is not Names.FULL:
        return _("Een kring: %(people)s") % {"people": people}
    return _("De kring van %(child)s: %(people)s") % {"child": isolate(clean(picture.child)), "people": people}


def _ground(layout: Layout) -> str:
    """Sectors, rings, and the names round the wall; a script reads from the classes which cell is which."""
    by_domain = {sector.domain: "" for sector in layout.sectors}
    for cell in layout.cells:
        by_domain[cell.domain] += f'<path class="cell r{cell.ring.value}" d="{shapes.slice_of(cell)}"/>'
    cells = "".join(f'<g class="{domain.value}">{paths}</g>' for domain, paths in by_domain.items())
    outers = [outer for _, outer in layout.radii.values()]
    rings = "".join(
        f'<circle class="ring{" band" if index == 3 else ""}" r="{number(outer)}"/>'  # noqa: PLR2004 (the fourth is the band)
        for index, outer in enumerate(outers)
    )
    return cells + rings + "".join(_title(sector, outers[-1], layout) for sector in layout.sectors)


def _title(sector: Sector, wall: float, layout: Layout) -> str:
    """A name that follows the wall and stands upright at the bottom too."""
    size = layout.sizes.sector
    middle = (sector.start + sector.end) / 2
    below = cos(middle) < _LOW
    written = ""
    for row, words in enumerate(sector.words):
        step = row if below else len(sector.words) - 1 - row
        radius = wall + size * (0.5 + step * 1.12 + (_CAPITALS if below else 0))
        written += _on_arc(middle, (radius, width(words, size) / radius), words, f"title {sector.domain.value}{row}")
    return written


def _on_arc(middle: float, arc: tuple[float, float], words: str, named: str) -> str:
    """Words along a circle round the child: from left to right, at the bottom too.  `named`: look and key."""
    radius, reach = arc[0], arc[1] / 2 + 0.1
    below = cos(middle) < _LOW
    start, end = (middle + reach, middle - reach) if below else (middle - reach, middle + reach)
    r = number(radius)
    ends = [" ".join(f"{place:.0f}" for place in at(radius, turn)) for turn in (start, end)]  # no letter moves visibly
    path = f"M{ends[0]}A{r} {r} 0 {int(reach > pi / 2)} {int(not below)} {ends[1]}"
    look, _, key = named.partition(" ")
    name = _MARK + key
    return (
        f'<path id="{name}" fill="none" d="{path}"/>'
        f'<text class="{look}"><textPath href="#{name}" startOffset="50%">{escape(words)}</textPath></text>'
    )


def _ties(layout: Layout, manner: Manner) -> str:
    boxes = [box for spot in layout.spots for box in spot.boxes()]
    way = [(x - 3, y - 3, x + 3, y + 3) for bend in layout.bends for x, y in along(bend)]
    worded = layout.radii if manner.rings and not manner.compact else ()
    words = "".join(_ring_word(ring, layout, boxes + way) for ring in worded)
    return words + "".join(_tie(bend, layout, manner, boxes) for bend in layout.bends)


def _ring_word(ring: Ring, layout: Layout, boxes: list[Box]) -> str:
    """How near a ring is, written along its line, at the lowest place where nobody stands in the way."""
    size = layout.sizes.label * _HINT
    radius, words = layout.radii[ring][1] - size * 0.45, str(ring.label)
    wide = width(words, size)
    for turn in _HINT_TURNS:
        x, y = at(radius - size * 0.3, pi + turn)
        reach = (abs(cos(turn)) * wide + abs(sin(turn)) * size) / 2, (abs(sin(turn)) * wide + abs(cos(turn)) * size) / 2
        box = (x - reach[0], y - reach[1], x + reach[0], y + reach[1])
        if all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in boxes):
            return _on_arc(pi + turn, (radius, wide / radius), words, f"hint {ring.value}")
    return ""


def _tie(bend: Bend, layout: Layout, manner: Manner, boxes: list[Box]) -> str:
    line = bend.line
    told = "" if manner.standalone else f' role="img" aria-label="{escape(_between(line, layout, manner))}"'
    size = layout.sizes.label * 0.74
    word, spot = _worded(bend, size, boxes) if not manner.compact else ("", None)
    written = f'<text x="{number(spot[0])}" y="{number(spot[1])}" dy=".36em">{escape(word)}</text>' if spot else ""
    if spot:
        half = width(word, size) / 2
        boxes.append((spot[0] - half, spot[1] - size / 2, spot[0] + half, spot[1] + size / 2))
    return f'<g class="tie {line.kind.value} s{line.width}"{told}><path d="{shapes.curve(bend)}"/>{written}</g>'


def _worded(bend: Bend, size: float, boxes: list[Box]) -> tuple[str, tuple[float, float] | None]:
    """What is written along a tie: how strong it is too, where there is room for that."""
    for word in (bend.line.words, str(bend.line.kind.label)):
        if spot := free_spot(bend, (width(word, size), size), boxes):
            return word, spot
    return "", None


def _between(line: Line, layout: Layout, manner: Manner) -> str:
    if manner.names is not Names.FULL:
        return line.words
    names = {spot.dot.key: isolate(clean(spot.dot.name)) for spot in layout.spots}
    return _("%(a)s en %(b)s: %(tie)s") % {"a": names[line.a], "b": names[line.b], "tie": line.words}


def _people(picture: Picture, layout: Layout, manner: Manner) -> str:
    people = "".join(figures.person(spot, manner, layout.sizes) for spot in layout.spots)
    crowds = "".join(figures.crowd(crowd, layout.sizes) for crowd in layout.crowds)
    return figures.child(picture.child, manner, layout.sizes) + crowds + people + "</svg>"
