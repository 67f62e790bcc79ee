"""The copy of a day on paper: plain text in, a tagged PDF out, set by typst in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

PRESS = Path(__file__).with_name("press.py")
PATIENCE = 20.0


class SheetError(Exception):
    """No sheet could be made; the message holds nothing of the text."""


def pdf(text: str) -> bytes:
    """One text on A4.  Raises `SheetError`."""
    head, _blank, rest = text.partition("\n\n")
    body, _blank, by = rest.rpartition("\n\n")
    order = {
        "title": _("Kring"),
        "head": head,
        "items": [item.replace("\n  ", "\n") for item in f"\n{body}".split("\n- ")[1:]],
        "by": by,
        "practice": _("OEFENING") if settings.KRING_PRACTICE else "",
        "note": _("Deze kopie kan niet worden teruggenomen. Anderen staan er met hun initialen."),
    }
    try:
        # Our own script, no shell, and nothing from outside on the line.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(PRESS)],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        raise SheetError("press") from None
    return done.stdout
