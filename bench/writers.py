"""Fifty writers on one circle: no edit lost, nothing done twice (quality.md 3, rows 11 and 12).

Each writer reads a member, then gives it a place with the version it read; one in five sends its form a second time.  A
writer who is told that somebody was first reads again.  Afterwards the rows and the log are held against what was
acknowledged.  `--postgresql` starts a throw-away server, where the writers speak as the application's role.  Last line:
JSON with `writes acknowledged told_stale told_busy sent_twice lost doubled per_second`.
"""

import argparse
import json
import sys
from importlib import import_module

from bench.measured.tables import empty_database


def main(words: list[str]) -> int:
    """Run, print, and say whether the run was valid."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--writes", type=int, default=10_000)
    asked.add_argument("--writers", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--postgresql", action="store_true")
    chosen = asked.parse_args(words)
    with empty_database(postgresql=chosen.postgresql):
        figures = import_module("bench.contest").hold(chosen.writes, chosen.writers, chosen.seed)
    print(json.dumps(figures))
    return 0 if figures["acknowledged"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
