"""How one explains the right in five minutes, and the sheet one leaves behind, in several languages (A7, A35, B209).

What a worker says stands in templates, as every page.  A sheet is data (`sheets/<language>.toml`), so that somebody who
speaks the language can read it over without reading code; what nobody read over says so on the paper.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.kit import sheets
from kring.kit.drawings import figure
from kring.kit.leaflets import NoLeafletError
from kring.law.rights_moments import Audience
from kring.law.source import CHECKED_ON

FOLDER = Path(__file__).with_name("sheets")
TEMPLATE = Path(__file__).with_name("sheet.typ")
FIRST = "nl"
FIGURES = {
    Audience.SMALL: ("heart", "friend", "glad", "calm"),
    Audience.YOUTH: ("friend", "heart"),
    Audience.CHILD: ("worker", "heart", "grandmother", "calm"),
}
"""For whom there are pictures, each with its line."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how it calls itself, which way it reads, and whether somebody who speaks it read it over."""

    code: str
    name: str
    to_the_left: bool
    read_over: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one sheet."""

    language: Language
    title: str
    lines: tuple[str, ...]
    asks: tuple[str, ...]
    foot: str
    figures: tuple[str, ...] = ()
    """A picture beside each line, for a child that does not read yet or not much; the same as on its own page."""


def languages(audience: Audience) -> list[Language]:
    """Every language there is a sheet in for these people, Dutch first."""
    every = [path.stem for path in sorted(FOLDER.glob("*.toml"))]
    found = [_language(code) for code in every if audience.value in _told(code)]
    return sorted(found, key=lambda one: (one.code != FIRST, one.name))


def sheet(audience: Audience, language: str) -> Sheet:
    """The sheet for these people in a language.  Raises `NoLeafletError`."""
    try:
        told = _told(language)
        part = told[audience.value]
    except (KeyError, FileNotFoundError):
        raise NoLeafletError(language) from None
    return Sheet(
        _language(language),
        part["title"],
        tuple(part["lines"]),
        tuple(part["asks"]),
        told["foot"],
        FIGURES.get(audience, ()),
    )


def pdf(one: Sheet) -> bytes:
    """The sheet on A4.  Raises `SheetError`."""
    looked = _("Nagekeken op %(day)s. Een jurist moet dit nog lezen.") % {"day": date_format(CHECKED_ON, "j F Y")}
    unread = "" if one.language.read_over else _("Deze vertaling is nog niet nagelezen door wie de taal spreekt.")
    order: dict[str, object] = {
        "head": one.title,
        "lines": one.lines,
        "asks": one.asks,
        "foot": one.foot,
        "lang": one.language.code,
        "dir": "rtl" if one.language.to_the_left else "ltr",
        "unread": f"{looked} {unread}".strip(),
        "pictures": [figure(name) for _line, name in zip(one.lines, one.figures, strict=False)],
    }
    return sheets.pdf(TEMPLATE, order)


def _language(code: str) -> Language:
    told = _told(code)
    return Language(code, told["name"], told.get("to_the_left", False), told.get("read_over", False))


@cache
def _told(language: str) -> dict[str, Any]:
    if not language.isalpha():
        raise FileNotFoundError(language)
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
