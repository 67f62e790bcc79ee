"""Small changes to the law and to the door, and whether a test notices: `./kring bench mutants [part ...]`.

Quality.md 3, row 22.  Parts: `table` (access.toml), `law`, and a module of the door by name: `sieve`, `standing`, ...
Without a part: all of them.  A runner of its own: mutmut and cosmic-ray start the tests anew for each mutant, which
costs ten seconds of Django every time; here one pytest makes the database once, and each mutant lives in a child of it.
Survivors are explained in docs/mutants.md.  The last line is one JSON object: `mutants_total`, `mutants_survived`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LAW = Path("src/kring/law")
DOOR = Path("src/kring/access")
SIEVE = [
    "tests/rooms/test_sieve.py",
    "tests/rooms/test_door.py",
    "tests/rooms/test_desk.py",
    "tests/rooms/test_kept.py",
]
ROOMS = [*SIEVE, "tests/rooms/test_letting_in.py"]
GRAVEST = ["tests/matrix/test_matrix.py::test_the_gravest_cells_are_as_they_were_written_by_hand"]
APART = {"models", "apps", "__init__", "entrance"}
"""Rows, and the door as views meet it: the rooms' own tests hold those, and they take too long for each mutant."""


def runs(parts: list[str]) -> list[tuple[str, list[str]]]:
    """What is changed, and which tests should notice: the quick ones first."""
    law = [f"kring.law.{path.stem}" for path in sorted(LAW.glob("*.py")) if path.stem not in APART]
    door = {path.stem: f"kring.access.{path.stem}" for path in sorted(DOOR.glob("*.py")) if path.stem not in APART}
    wanted = parts or ["table", "law", *door]
    found = []
    if "table" in wanted:
        found.append((str(LAW / "access.toml"), ["tests/law", *SIEVE, *GRAVEST]))
    if "law" in wanted:
        found.append((",".join(law), ["tests/law", *ROOMS, *GRAVEST]))
    found += [(door[part], [*ROOMS, "tests/law", *GRAVEST]) for part in wanted if part in door]
    return found


def main(words: list[str]) -> int:
    """Run them, and add up."""
    total, survived = 0, []
    for changed, tests in runs(words):
        with tempfile.TemporaryDirectory() as folder:
            told = Path(folder) / "told"
            plugin = ["-p", "bench.measured.mutating", "-p", "no:cacheprovider", "-p", "no:xdist"]
            command = [sys.executable, "-m", "pytest", "--quiet", "--capture=no", *plugin, *tests]
            named = {"KRING_MUTANTS": str(told), "KRING_MUTATED": changed}
            status = subprocess.run(command, env=os.environ | named, check=False).returncode
            if not told.exists():
                return status or 1
            found = json.loads(told.read_text(encoding="utf-8"))
        total += found["total"]
        survived += found["survived"]
    for one in survived:
        print(f"survived: {one}")
    print(json.dumps({"mutants_total": total, "mutants_survived": len(survived)}))
    return 0


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main(sys.argv[1:]))
