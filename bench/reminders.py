"""A thousand moments are due and the tick is killed twenty times: `./kring bench reminders` (issue 5; quality.md 3).

Each child has a worker of its own, so each moment is one mail.  Ticks run as they do for real, in a process of their
own against a real mail server on the loopback, and are killed (-9) at a moment nobody chose; then they run undisturbed
until nothing waits.  A mail that came twice under one name is one mail to whoever receives it, and is counted apart.
Last line: JSON with `due sent_once lost doubled`, and `kills`, `handed_over_twice` and the seconds it took.
"""

import argparse
import json
import sys
from importlib import import_module

from bench.measured.tables import empty_database


def main(words: list[str]) -> int:
    """Run, print, and say whether the run was valid."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--due", type=int, default=1_000)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--postgresql", action="store_true")
    chosen = asked.parse_args(words)
    with empty_database(postgresql=chosen.postgresql):
        figures = import_module("bench.measured.reminding").hold(chosen.due, chosen.kills, chosen.seed)
    print(json.dumps(figures))
    return 0 if figures["kills"] == chosen.kills else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
