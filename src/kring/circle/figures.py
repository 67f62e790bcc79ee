"""The people in the drawing: disc, letter, name, mark, and the sentence a screen reader says."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.circle import shapes
from kring.circle.domains import Domain, Kind, Ring, Support
from kring.circle.lettering import clean, initial, isolate, width, wrap
from kring.circle.picture import LEADING, Crowd, Dot, Sizes, Spot
from kring.circle.shapes import number, pair


class Names(StrEnum):
    """How people are named in the picture."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Manner:
    """How this one drawing is made."""

    names: Names = Names.FULL
    rings: bool = True
    standalone: bool = False
    compact: bool = False


MARK_LABELS: dict[str, Promise] = {
    "jim": gettext_lazy("JIM"),
    "trust": gettext_lazy("vertrouwenspersoon"),
    "supporter": gettext_lazy("steunfiguur"),
}
_CHILD_SIZES = (0.5, 0.42, 0.35, 0.29)


def sector_name(domain: Domain) -> str:
    """The name of a sector in the middle of a sentence."""
    label = str(domain.label)
    return label[:1].lower() + label[1:]


def place_name(ring: Ring, domain: Domain) -> str:
    """A cell in words: "heel dichtbij, gezin en familie"."""
    return f"{ring.label}, {sector_name(domain)}"


def sentence(dot: Dot, manner: Manner) -> str:
    """Who it is, where, and what the drawing says by shapes: for those who hear it."""
    shown = {Names.FULL: clean(dot.name), Names.INITIALS: initial(clean(dot.name)), Names.NONE: ""}[manner.names]
    said = [isolate(shown)] if shown else []
    said.append(place_name(dot.ring, dot.domain) if manner.rings else sector_name(dot.domain))
    if dot.mark in MARK_LABELS:
        said.append(str(MARK_LABELS[dot.mark]))
    if dot.kind is not Kind.PERSON:
        said.append(str(dot.kind.label))
    if dot.in_care:
        said.append(_("werkt voor de hulp"))
    said += [str(Support(letter).label) for letter in letters(dot)]
    return ", ".join(said)


def letters(dot: Dot) -> list[str]:
    """The kinds of support, in the known order."""
    return [kind.value for kind in Support if kind.value in dot.support]


def person(spot: Spot, manner: Manner, sizes: Sizes) -> str:
    """Someone at their place: one group, so that a drag moves one attribute."""
    dot = spot.dot
    inner = shapes.outline(dot.kind, spot.disc)
    if manner.names is not Names.NONE:
        inner += _letter(spot, small=spot.disc < sizes.disc)
    inner += _name(spot)
    if dot.mark in shapes.MARKS:
        inner += shapes.MARKS[dot.mark](spot.disc)
    place = f'transform="translate({spot.x:.0f} {spot.y:.0f})"'
    return f'<g class="{_classes(spot)}"{_told(dot, manner)} {place}>{inner}</g>'


def _classes(spot: Spot) -> str:
    dot = spot.dot
    marks = [dot.mark] if dot.mark in MARK_LABELS else []
    kind = [] if dot.kind is Kind.PERSON else [dot.kind.value]
    states = {"pro": dot.in_care, "once": dot.ring is Ring.ONCE, "bare": spot.bare}
    return " ".join(["person", *kind, *marks, *(name for name, true in states.items() if true)])


def _told(dot: Dot, manner: Manner) -> str:
    """What scripts and screen readers need; a file that leaves the house has no use for it."""
    if manner.standalone:
        return ""
    if not manner.rings:
        return f' role="img" aria-label="{escape(sentence(dot, manner))}"'
    return (
        f' data-key="{escape(dot.key)}" data-ring="{dot.ring.value}" data-domain="{dot.domain.value}"'
        f' tabindex="0" role="button" aria-label="{escape(sentence(dot, manner))}"'
    )


def _letter(spot: Spot, *, small: bool) -> str:
    letter = escape(isolate(initial(clean(spot.dot.name))))
    drop = ' y="3"' if spot.dot.kind is Kind.PLACE else ""
    return f'<text class="{"ini small" if small else "ini"}"{drop} dy=".36em">{letter}</text>'


def _name(spot: Spot) -> str:
    if not spot.lines:
        return ""
    rows, step = len(spot.lines), spot.label * LEADING
    y = (spot.disc + spot.label) if not spot.side else spot.label * 0.36 - (rows - 1) * step / 2
    place = "" if not spot.side else f' x="{number(spot.side * (spot.disc + 3))}"'
    look = {0: "name", 1: "name right", -1: "name left"}[spot.side]
    written = "".join(
        f'<text class="{look}"{place} y="{number(y + row * step)}">{escape(isolate(line))}</text>'
        for row, line in enumerate(spot.lines)
    )
    support = " ".join(letters(spot.dot))
    if not support or spot.bare:
        return written
    low = number(y + (rows - 0.24) * step)
    return f'{written}<text class="support{look[4:]}"{place} y="{low}">{support}</text>'


def crowd(crowd: Crowd, sizes: Sizes) -> str:
    """A cell too full for a phone: how many there are, and a way to open it."""
    count = len(crowd.dots)
    cell = crowd.cell
    told = ngettext("%(count)s persoon", "%(count)s mensen", count) % {"count": count}
    told = f"{place_name(cell.ring, cell.domain)}: {told}"
    r = number(sizes.disc * (1 if cell.ring is Ring.ONCE else 1.15) - 2)
    return (
        f'<g class="crowd" data-ring="{cell.ring.value}" data-domain="{cell.domain.value}" tabindex="0" role="button"'
        f' aria-label="{escape(told)}" transform="translate({pair((crowd.x, crowd.y))})">'
        f'<circle class="stone" cx="3" cy="-2" r="{r}"/><circle class="stone" cx="-1" cy="1" r="{r}"/>'
        f'<text class="ini" x="-1" y="1" dy=".36em">{count}</text></g>'
    )


def child(name: str, manner: Manner, sizes: Sizes) -> str:
    """The sun in the middle."""
    disc = f'<circle class="sun" r="{number(sizes.child)}"/>'
    shown = {Names.FULL: clean(name), Names.INITIALS: initial(clean(name)), Names.NONE: ""}[manner.names] or _("ik")
    size, lines = _fitted(shown, sizes.child)
    top = -(len(lines) - 1) * 0.55
    texts = "".join(
        f'<text font-size="{number(size)}" dy="{number(drop * size)}">{escape(isolate(line))}</text>'
        for drop, line in zip((top + 0.36, top + 1.46), lines, strict=False)
    )
    return f'<g class="child">{disc}{texts}</g>'


def _fitted(name: str, radius: float) -> tuple[float, tuple[str, ...]]:
    """The largest letters in which the child's name fits its disc; bold display letters are a little broader."""
    for share in _CHILD_SIZES:
        if width(name[:99], radius * share) * 1.1 <= radius * 1.75:
            return radius * share, wrap(name, radius * share, radius * 2)
    return radius * _CHILD_SIZES[-1], wrap(name, radius * _CHILD_SIZES[-1] * 1.1, radius * 1.6)


def opening(crowd: Crowd) -> str:
    """The list behind a count: native popover, closed by Escape or a tap beside it."""
    where = place_name(crowd.cell.ring, crowd.cell.domain)
    people = "".join(
        f'<li><button type="button" data-key="{escape(dot.key)}">{escape(isolate(clean(dot.name)))}</button></li>'
        for dot in crowd.dots
    )
    return (
        f'<div class="circle-crowd" popover data-ring="{crowd.cell.ring.value}" data-domain="{crowd.cell.domain.value}"'
        f' role="dialog" aria-label="{escape(where)}"><p>{escape(where)}</p><ul>{people}</ul></div>'
    )
