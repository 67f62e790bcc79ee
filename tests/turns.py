"""What takes its turn: a part of all there is now, the next part after the next commit."""

import os
import subprocess
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.db import connection

from tests.sources import ROOT

DAY = 24 * 60 * 60


@cache
def turn(root: Path = ROOT) -> int:
    """How many commits led here: one more after the next, so that any ten turns in a row are ten different tenths.

    Of a clone without its history nobody knows how many there were; then which commit it is takes the place of that,
    and without git the day.  The same within one run.
    """
    whole = _git(root, "rev-parse", "--is-shallow-repository") == "false"
    if whole and (count := _git(root, "rev-list", "--count", "--first-parent", "HEAD")):
        return int(count)
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    return int(commit, 16) if commit else int(time.time()) // DAY


def _git(root: Path, *words: str) -> str:
    """What git says of this folder; nothing where it is no working copy of its own, or there is no git."""
    known = os.environ | {"GIT_CEILING_DIRECTORIES": str(root.parent)}
    try:
        told = subprocess.run(["git", *words], cwd=root, env=known, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""


def every_other_on_postgres(names: Sequence[str], of: int) -> Sequence[str]:
    """All of them on SQLite; half on PostgreSQL, which half by the turn and by whose it is (`of`)."""
    return names if connection.vendor != "postgresql" else names[(turn() + of) % 2 :: 2]
