"""A row of pictures that a child of 6-11 remembers in place of a password; it opens little, on few devices.

Everyone sees the same twelve figures and the same twelve pictures in the same places, so that the page tells nothing
about who lives here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

WORDS: Final[dict[str, Words]] = {
    "dog": _("hond"),
    "cat": _("kat"),
    "rabbit": _("konijn"),
    "bear": _("beer"),
    "fish": _("vis"),
    "bird": _("vogel"),
    "owl": _("uil"),
    "frog": _("kikker"),
    "fox": _("vos"),
    "butterfly": _("vlinder"),
    "turtle": _("schildpad"),
    "snail": _("slak"),
    "house": _("huis"),
    "heart": _("hart"),
    "star": _("ster"),
    "sun": _("zon"),
    "tree": _("boom"),
    "ball": _("bal"),
    "moon": _("maan"),
    "flower": _("bloem"),
    "boat": _("boot"),
    "apple": _("appel"),
    "balloon": _("ballon"),
    "car": _("auto"),
}
FIGURES: Final = tuple(WORDS)[:12]
"""Who am I?  One of these animals, by the choice of the child."""
PICTURES: Final = tuple(WORDS)[12:]
"""In a grid of three columns; a row is four of them, one after the other."""
LENGTH: Final = 4
SHARE: Final = 3
"""Children of one organisation under the same figure, at most: each is tried, so that time tells nothing."""
APART: Final = "-"


def named(codes: Iterable[str]) -> list[tuple[str, Words]]:
    """With the word for each."""
    return [(code, WORDS[code]) for code in codes]


def row_of(told: str) -> tuple[str, ...]:
    """The pictures tapped so far, as a page carries them; what is no picture is left out."""
    return tuple(one for one in told.split(APART) if one in PICTURES)[:LENGTH]


def told(row: tuple[str, ...]) -> str:
    """The row as a page carries it, and as it is hashed."""
    return APART.join(row)


def is_easy(row: tuple[str, ...]) -> bool:
    """One picture four times, two in turns, or four beside or under each other: what another child tries first."""
    places = [PICTURES.index(one) for one in row]
    steps = {after - before for before, after in pairwise(places)}
    return len(set(row)) <= 2 or steps in ({1}, {-1}, {3}, {-3})  # noqa: PLR2004  # two in turns
