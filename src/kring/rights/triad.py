"""Three who look together: the youth, its JIM and who works with it; the third seat is open until its yes (C115).

The same words on the page of a JIM, on the welcome page of the JIM itself, and on its paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the three, and what it brings."""

    name: str
    words: str
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Three:
    """The third seat first, and what is said of the three."""

    seats: tuple[Seat, Seat, Seat]
    said: str

    @property
    def told(self) -> dict[str, Any]:
        """The same for paper."""
        return {"said": self.said, "seats": [{"name": one.name, "words": one.words} for one in self.seats]}


def three_of(name: str, child: str, *, agrees: bool) -> Three:
    """On the page of a JIM, for the child itself where `child` is empty, and else for who works with it (C115)."""
    free = _("de derde plek: gekozen, nog geen ja")
    third = Seat(capfirst(name), _("JIM") if agrees else free, agrees)
    return Three((third, _youth(child or _("Jij")), _works()), _said(child))


def three_for_the_person(child: str) -> Three:
    """For whom the third seat is: true before its yes and after it, because paper stays (C115)."""
    return Three((Seat(_("Jij"), _("de derde plek, als je dat wil")), _youth(child), _works()), _said(child))


def _youth(name: str) -> Seat:
    return Seat(name, _("en wie thuis is"))


def _works() -> Seat:
    return Seat(_("De begeleiding"), _("kent de hulp"))


def _said(child: str) -> str:
    if not child:
        return _("Met drie kijken jullie samen. Niemand staat boven een ander, en jij kiest wie er staat.")
    said = _("Met drie kijken jullie samen. Niemand staat boven een ander, en %(child)s kiest wie er staat.")
    return said % {"child": child}
