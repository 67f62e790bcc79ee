"""What takes its turn: a part of all there is now, another part after the next commit."""

import subprocess
from collections.abc import Sequence

from django.db import connection

from tests.sources import ROOT


def last_commit() -> str:
    """Within one run the same part, after the next change another."""
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "0"


def every_other_on_postgres(names: Sequence[str], of: int) -> Sequence[str]:
    """All of them on SQLite; half on PostgreSQL, which half by the turn and by whose it is (`of`)."""
    return names if connection.vendor != "postgresql" else names[(int(last_commit(), 16) + of) % 2 :: 2]
