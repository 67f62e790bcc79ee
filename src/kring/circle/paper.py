"""The circle on paper and as a file: PDF, PNG and SVG.

Setting is done by typst in a process of its own (`press.py`), with a time limit; names go in as data.  A file says no
more than can be seen on it: no keys, a neutral title, and for the picture to take home no nearness.  (R26)
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.circle.drawing import Names, draw, summary
from kring.circle.legend import legend
from kring.circle.lettering import clean
from kring.circle.picture import Picture

_PRESS: Final = Path(__file__).with_name("press.py")
_PATIENCE = 20.0
"""Seconds; a sheet takes a quarter of one."""
_PNG_PPI = 220


class PaperError(Exception):
    """No sheet could be made; the message holds nothing of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the family chose: names or not, one wall or rings, standing or lying."""

    names: Names = Names.FULL
    rings: bool = True
    title: str = ""
    day: date | None = None
    landscape: bool = False
    practice: bool = False


def pdf(picture: Picture, sheet: Sheet) -> bytes:
    """A4, tagged and readable aloud, with a key and room to write."""
    return _pressed(picture, sheet, "pdf")


def png(picture: Picture, sheet: Sheet) -> bytes:
    """Only the circle, as an image."""
    return _pressed(picture, sheet, "png")


def svg(picture: Picture, sheet: Sheet) -> str:
    """Only the circle, as a drawing that carries its own colours, with what it has to say about itself below it."""
    drawn = _plain(picture, sheet)
    said = [words for words in (_alike(sheet), _practice(sheet)) if words]
    if not said:
        return drawn
    rows = "".join(
        f'<text x="500" y="{1005 + 34 * row}" font-size="24">{escape(one)}</text>' for row, one in enumerate(said)
    )
    inside = drawn.replace("<svg ", '<svg width="1000" height="1000" ', 1)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {990 + 34 * len(said)}">{inside}{rows}</svg>'


def _plain(picture: Picture, sheet: Sheet) -> str:
    return draw(picture, names=sheet.names, rings=sheet.rings, standalone=True)


def _alike(sheet: Sheet) -> str:
    """Without rings a place in the picture tells nothing, and the sheet says so."""
    return "" if sheet.rings else _("Waar iemand op dit blad staat, zegt niets over hoe dichtbij.")


def _practice(sheet: Sheet) -> str:
    return _("OEFENING") if sheet.practice else ""


def _pressed(picture: Picture, sheet: Sheet, form: str) -> bytes:
    order = json.dumps(_order(picture, sheet, form)).encode()
    command = [sys.executable, "-I", str(_PRESS)]
    try:
        # Our own script, no shell, and nothing from outside on the line.
        done = subprocess.run(command, input=order, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise PaperError("time") from None
    except (subprocess.CalledProcessError, OSError):
        raise PaperError("press") from None
    return done.stdout


_IN_COLOUR = "\ufe0f"  # "draw the emoji before me in colour": to the press a letter that no font has


def _order(picture: Picture, sheet: Sheet, form: str) -> dict[str, object]:
    """Everything the sheet shows, as plain data."""
    title = clean(sheet.title)
    return {
        "format": form,
        "ppi": _PNG_PPI,
        "only": form == "png",
        "landscape": sheet.landscape,
        "lang": (get_language() or "nl")[:2],
        "title": title or _("Kring"),
        "shown_title": title,
        "day": date_format(sheet.day, "j F Y") if sheet.day else "",
        "practice": _practice(sheet),
        "svg": _plain(picture, sheet).replace(_IN_COLOUR, ""),
        "alt": summary(picture, sheet.names),
        "legend": legend(picture, rings=sheet.rings, standalone=True),
        "alike": _alike(sheet),
        "write": _("Plaats om zelf iets bij te schrijven"),
    }
