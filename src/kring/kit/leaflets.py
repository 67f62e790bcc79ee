"""Leaflets in several languages: one file of data for each language (`<language>.toml`), set on A4 (`kit.sheets`).

So that somebody who speaks the language can read it over without reading code; what nobody read over says so on the
paper.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.kit import sheets
from kring.kit.drawings import figure
from kring.law.source import CHECKED_ON

TEMPLATE = Path(__file__).with_name("leaflet.typ")
FIRST = "nl"
FLAGS = ("boxes", "law", "wall")
ON_THE_WALL = ("grandmother", "coach", "friend", "someone", "neighbour")
"""Who may stand beside a child, drawn: a wall is looked at before it is read."""


class NoLeafletError(LookupError):
    """There is no leaflet in this language."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how it calls itself, which way it reads, and whether somebody who speaks it read it over."""

    code: str
    name: str
    to_the_left: bool
    read_over: bool


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What stands on one leaflet: lines, then a frame with a head of its own; `boxes`: to tick by hand."""

    language: Language
    title: str
    lines: tuple[str, ...]
    head: str
    asks: tuple[str, ...]
    foot: str
    boxes: bool = False
    law: bool = False
    """Whether it states law: then it says when the sources were last gone through."""
    wall: bool = False
    """Whether it hangs on a wall: then it is read from two metres."""


@dataclass(frozen=True, slots=True)
class Leaflets:
    """The leaflets of one folder."""

    folder: Path

    def languages(self) -> list[Language]:
        """Every language there is a leaflet in, Dutch first."""
        found = [_language(path.stem, _told(path)) for path in sorted(self.folder.glob("*.toml"))]
        return sorted(found, key=lambda one: (one.code != FIRST, one.name))

    def leaflet(self, language: str) -> Leaflet:
        """The leaflet in a language.  Raises `NoLeafletError`."""
        if language not in {one.code for one in self.languages()}:
            raise NoLeafletError(language)
        told = _told(self.folder / f"{language}.toml")
        lines, asks = tuple(told["lines"]), tuple(told["asks"])
        spoken = _language(language, told)
        return Leaflet(
            spoken, told["title"], lines, told["head"], asks, told["foot"], *(bool(told.get(one)) for one in FLAGS)
        )

    def pdf(self, one: Leaflet) -> bytes:
        """The leaflet on A4.  Raises `SheetError`."""
        unread = "" if one.language.read_over else _("Deze vertaling is nog niet nagelezen door wie de taal spreekt.")
        looked = _("Nagekeken op %(day)s. Een jurist moet dit nog lezen.") % {"day": date_format(CHECKED_ON, "j F Y")}
        order: dict[str, object] = {
            "head": one.title,
            "lines": one.lines,
            "asks_head": one.head,
            "asks": one.asks,
            "boxes": one.boxes,
            "foot": one.foot,
            "lang": one.language.code,
            "dir": "rtl" if one.language.to_the_left else "ltr",
            "unread": f"{looked} {unread}".strip() if one.law else unread,
            "wall": one.wall,
            "drawn": [figure(name) for name in ON_THE_WALL if one.wall],
        }
        return sheets.pdf(TEMPLATE, order)


def on_paper(request: HttpRequest, made: Callable[[], bytes], back: str, *parts: str) -> HttpResponse:
    """What `made` gives, as a sheet that the browser shows; back to the page it was asked on when the press failed.

    Raises `Http404` where there is no such leaflet.
    """
    try:
        sheet = made()
    except NoLeafletError:
        raise Http404 from None
    except sheets.SheetError:
        messages.error(request, _("Het blad maken lukte niet. Probeer het straks nog eens."))
        return redirect(back, *parts)
    shown = {"Content-Disposition": 'inline; filename="blad.pdf"'}
    return HttpResponse(sheet, content_type="application/pdf", headers=shown)


def _language(code: str, told: dict[str, Any]) -> Language:
    return Language(code, told["name"], told.get("to_the_left", False), told.get("read_over", False))


def _told(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
