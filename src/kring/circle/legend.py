"""The key to the drawing: only what occurs in this picture, each sign with its word."""

from collections.abc import Iterator
from itertools import product

from django.utils.translation import gettext as _

from kring.circle import ink, shapes
from kring.circle.domains import STRENGTHS, Kind, Support, TieKind
from kring.circle.drawing import shown_lines
from kring.circle.figures import MARK_LABELS, letters
from kring.circle.picture import Bend, Line, Picture

_DISC = 13.0
_TOUCH = 30.0


def legend(picture: Picture, *, rings: bool = True, standalone: bool = False) -> list[tuple[str, str]]:
    """Pairs of a small SVG and its words, in a fixed order."""
    signs = [*_people(picture), *_ties(picture, rings=rings)]
    found = [(_icon(drawn, standalone=standalone), words) for drawn, words in signs]
    used = {letter for dot in picture.dots for letter in letters(dot)}
    return found + [
        (_icon(_letter(kind), standalone=standalone), str(kind.label)) for kind in Support if kind.value in used
    ]


def _letter(kind: Support) -> str:
    return f'<text class="ini" transform="scale(1.9)" dy=".36em">{kind.value}</text>'


def _people(picture: Picture) -> Iterator[tuple[str, str]]:
    for mark, label in MARK_LABELS.items():
        if any(dot.mark == mark for dot in picture.dots):
            yield f'<g class="{mark}">{shapes.outline(Kind.PERSON, _DISC)}{shapes.MARKS[mark](_DISC)}</g>', str(label)
    if any(dot.in_care for dot in picture.dots):
        yield f'<g class="pro">{shapes.outline(Kind.PERSON, _DISC)}</g>', _("werkt voor de hulp")
    for kind in (Kind.PET, Kind.PLACE, Kind.GROUP):
        if any(dot.kind is kind for dot in picture.dots):
            yield shapes.outline(kind, _DISC), str(kind.label)


def _ties(picture: Picture, *, rings: bool) -> Iterator[tuple[str, str]]:
    used = {(line.kind, line.width) for line in shown_lines(picture, rings=rings)}
    for kind, strength in product(TieKind, STRENGTHS):
        if (kind, strength) in used:
            line = Line("", "", kind, strength)
            bend = Bend(line, (-_TOUCH / 2 - 4, 4), (0, -4), (_TOUCH / 2 + 4, 4))
            yield f'<g class="tie {kind.value} s{strength}"><path d="{shapes.curve(bend)}"/></g>', line.words


def _icon(drawn: str, *, standalone: bool) -> str:
    head = '<svg class="circle circle-key" aria-hidden="true"'
    style = ""
    if standalone:
        head = '<svg xmlns="http://www.w3.org/2000/svg"'
        style = f"<style>{ink.style(13, 13, _DISC)}</style>"
    return f'{head} viewBox="-20 -20 40 40">{style}{drawn}</svg>'
