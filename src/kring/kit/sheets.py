"""Paper: plain data in, a tagged PDF out, set by typst in a process of its own with a time limit (`kit.press`)."""

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


def pdf(template: Path, order: dict[str, object]) -> bytes:
    """One sheet on A4; in the practice place it says so.  Raises `SheetError`."""
    told = {"title": _("Kring"), "practice": _("OEFENING") if settings.KRING_PRACTICE else "", **order}
    try:
        # Our own script and template, no shell, and nothing from outside on the line.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(PRESS), str(template)],
            input=json.dumps(told).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        raise SheetError("press") from None
    return done.stdout
