"""Fifty writers on one circle: no edit lost, nothing done twice (quality.md 3, rows 11 and 12).

Each writer reads a member, then gives it a place with the version it read; one in five sends its form a second time.  A
writer who is told that somebody was first reads again.  Afterwards the rows and the log are held against what was
acknowledged.  Last line: JSON with `writes acknowledged told_stale sent_twice lost doubled per_second`.
"""

import argparse
import json
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command


def main(words: list[str]) -> int:
    """Run, print, and say whether the run was valid."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--writes", type=int, default=10_000)
    asked.add_argument("--writers", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = os.environ.get("KRING_BENCH_DATABASE_URL", f"sqlite:///{folder}/kring.sqlite3")
        os.environ["KRING_ANCHOR"] = str(Path(folder) / "anchor")
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("guard", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115  # closed with the process
        figures = import_module("bench.contest").hold(chosen.writes, chosen.writers, chosen.seed)
    print(json.dumps(figures))
    return 0 if figures["acknowledged"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
