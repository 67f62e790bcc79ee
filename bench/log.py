"""The log: how fast it is checked, and whether it shows what was done to it (quality.md 3, row 18).

A long log is written as the application would write it, and checked from its first entry to its last.  Of a short one a
thousand changes are made by who owns the tables: an entry edited (any column), taken out, put in, two that change
places, the end cut off, and everything from an entry on written anew with the right key; each has to be noticed.  Last
line: JSON with `rows_per_s` (processor time), `rows_per_s_wall`, `entries`, `unseen_of_1000`, `by_kind`.
"""

import argparse
import json
import sys
from importlib import import_module

from bench.measured.tables import empty_database


def main(words: list[str]) -> int:
    """Run, print, and say whether the run was valid."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=200_000)
    asked.add_argument("--changes", type=int, default=1_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--postgresql", action="store_true")
    chosen = asked.parse_args(words)
    with empty_database(postgresql=chosen.postgresql, as_owner=True):
        log = import_module("bench.measured.log")
        figures = log.tampered(chosen.changes, chosen.seed) | log.checked(chosen.entries)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
