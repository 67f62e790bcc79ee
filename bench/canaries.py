"""Everyone reads everything it can reach, and sends every form empty: `./kring bench canaries` (quality.md 4).

The same crawler as `tests/canary`, further: with more people, in four states of the place, more links of every page,
and every address sent to (what that did is undone).  Ids are crossed by turns: an eighth of them for each persona.
Then ten leaks are put in on purpose, each in another place, and all of them should be found; and of what is hidden no
count, no order and no work of the database may tell.  How far it is, it says each minute.

`--state closed` (or `of age`, `walled`, `as it is`) reads in that state of the place only, `--of rita,wilma` as those
people only; then no leak is put in.

The last line is one JSON object: `canary_answers`, `canary_leaks` (0), `seeded_leaks_found` (10), and beside them how
many personas there were, how many words, and how many of those somebody met.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

READS = "tests/canary/test_canaries.py::test_nobody_meets_a_word_that_is_kept_from_it"
SEEDED = "tests/canary/test_seeded.py"
STATES = ("as it is", "closed", "walled", "of age")
LIMITS = {"--of": "KRING_CANARIES_OF", "--state": "KRING_CANARIES_STATE"}
SIDE_BY_SIDE = ["--numprocesses=2", "--dist=worksteal", "-p", "no:cacheprovider"]


def wait(running: subprocess.Popen[bytes]) -> int | None:
    """A minute, or until it ended; a run that is broken off ends too, and says how far it was."""
    try:
        return running.wait(timeout=60)
    except subprocess.TimeoutExpired:
        return None
    except KeyboardInterrupt:
        running.terminate()
        return running.wait()


def limits(words: list[str]) -> dict[str, str]:
    """As whom, and in which state, when it was said: all the words up to the next one of these."""
    said: dict[str, list[str]] = {}
    here: list[str] = []
    for word in words:
        here = said.setdefault(LIMITS[word], []) if word in LIMITS else here
        here += [word] * (word not in LIMITS)
    found = {name: " ".join(some) for name, some in said.items()}
    if (state := found.get(LIMITS["--state"])) not in {None, *STATES}:
        raise SystemExit(f"{state!r} is no state of a place: {', '.join(STATES)}")
    return found


def main(words: list[str]) -> int:
    """Run it, and print what it counted."""
    limited = limits(words)
    tests = [READS] if limited else [READS, SEEDED]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "--quiet", *SIDE_BY_SIDE, *tests]
        running = subprocess.Popen(command, env=os.environ | limited | {"KRING_CANARIES": folder})
        while (status := wait(running)) is None:
            print({path.name: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}, flush=True)
        found = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in Path(folder).iterdir()}
    seeded = found.pop("seeded", {})
    first = found.get("read as it is") or next(iter(found.values()), {})
    figures = {
        "canary_answers": sum(one["answers"] for one in found.values()),
        "canary_leaks": sum(one["leaks"] for one in found.values()) if found else -1,
        "seeded_leaks_found": seeded.get("found", 0),
        **{name: first.get(name, 0) for name in ("personas", "canaries", "met")},
    }
    print(json.dumps(figures))
    return status


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main(sys.argv[1:]))
