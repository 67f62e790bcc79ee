"""A row of pictures that is being tapped: what a page carries from one tap to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, QueryDict

from kring.people.pictures import APART, FIGURES, LENGTH, PICTURES, named, row_of, told

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


CARRIED = "tapped"


@dataclass(frozen=True, slots=True)
class Tapping:
    """The figure, the pictures so far, and the row of the first time where it is tapped twice."""

    figure: str = ""
    row: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @classmethod
    def of(cls, sent: QueryDict) -> Tapping:
        """What a page sent; what is no figure or picture is left out."""
        figure = sent.get("figure", "")
        row = row_of(f"{sent.get('row', '')}{APART}{sent.get('tap', '')}")
        return cls(figure if figure in FIGURES else "", row, row_of(sent.get("first", "")))

    @property
    def is_full(self) -> bool:
        """Whether all were tapped."""
        return len(self.row) == LENGTH

    @property
    def told(self) -> str:
        """The row, as the next page carries it."""
        return told(self.row)

    @property
    def told_first(self) -> str:
        """The first row, as the next page carries it."""
        return told(self.first)

    @property
    def dots(self) -> list[bool]:
        """How many were tapped; not which: somebody may look over a shoulder."""
        return [place < len(self.row) for place in range(LENGTH)]

    @property
    def pictures(self) -> list[tuple[str, Words]]:
        """The grid."""
        return named(PICTURES)

    def once_more(self, *, keep: bool) -> Tapping:
        """Tapped again, to know it; or from the beginning."""
        return replace(self, row=(), first=self.row if keep else ())


def carry(request: HttpRequest, tapping: Tapping, *, wrong: bool = False) -> None:
    """To the page that the browser asks for next: so that going back asks nothing to be sent once more."""
    request.session[CARRIED] = {"figure": tapping.figure, "row": tapping.told, "wrong": wrong}


def carried(request: HttpRequest) -> tuple[Tapping, bool]:
    """What the page before carried here, once; and whether it was wrong.  Asked for anew it begins anew."""
    was = request.session.pop(CARRIED, None) or {"figure": "", "row": "", "wrong": False}
    return Tapping(was["figure"], row_of(was["row"])), was["wrong"]
