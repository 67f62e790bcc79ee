"""Coming in, attacked (quality.md 3, rows 13, 16 and 17): `./kring bench security [--quick]`.

In a practice place of its own.  Sessions are played again: planted beforehand, and copied before signing out, before
the end of a post, a role, a stay or a password.  540 hostile texts go through every field that one types in, of every
form that a worker, a manager and a child reach by links; after each chunk every page is opened in Chromium, and a box,
a mark, or anything that the content policy had to stop counts as executed.  Known and unknown names are asked for in
turns.  10,000 guesses come from 1,000 addresses, and fifty at the same moment.

The last line is one JSON object: `replays_accepted xss_executed enumeration_delta_pct guesses_checked owner_still_in`,
and beside them how much was tried.  `enumeration_delta_pct` is the largest of three, each a median of pairs that were
asked right after one another: the name unknown, the tries used up, the password forgotten.  Guesses are counted with a
quick hash; times are taken with the real one.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.measured.injected import attack
from bench.measured.payloads import payloads
from bench.measured.place import inside, practice_place, served
from bench.pages import BROWSER, FLAGS

PEOPLE = ["lotte", "mo", "noor"]
CHUNK = 90


def main(words: list[str]) -> int:
    """Measure, print what was found, and one line."""
    quick = "--quick" in words
    with practice_place() as data:
        told = inside(data, "bench.measured.sign_in", "0.02" if quick else "1").splitlines()
        print("\n".join(told[:-1]))
        figures = json.loads(told[-1]) | injected(data, quick=quick)
    print(json.dumps(figures))
    return 0


def injected(data: Path, *, quick: bool) -> dict[str, Any]:
    """Hostile text, everywhere."""
    texts = payloads()[:: 60 if quick else 1]
    chunks = [texts[begin : begin + CHUNK] for begin in range(0, len(texts), CHUNK)]
    with served(data) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        found = attack(browser, address, PEOPLE, chunks)
        browser.close()
    for one in sorted(set(found.executed))[:20]:
        print(f"executed: {one}")
    for kind, name in sorted(found.fields):
        print(f"field: {kind} {name}")
    return {
        "xss_executed": len(found.executed),
        "xss_texts": len(texts),
        "xss_fields": len(found.fields),
        "xss_sent": found.sent,
        "xss_forms_taken": found.kept,
        "xss_pages_opened": found.opened,
    }


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main(sys.argv[1:]))
