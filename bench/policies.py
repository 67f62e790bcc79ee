"""Whether a change of what PostgreSQL weighs of a row shows: `./kring bench policies` (quality.md 3, rows 13 and 22).

Each change of `tests/rooms/test_policy_mutants.py` (a condition dropped, a relation widened, a wall, a no, a
restriction or a closing forgotten; a policy that stands loose on its table) is asked of every position, on a PostgreSQL
of its own.  `./kring test` asks each where it shows first.

The last line is one JSON object: `policy_mutants_total` and `policy_mutants_survived` (0).
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TEST = "tests/rooms/test_policy_mutants.py"


def main() -> int:
    """Run them before a database that is made for it, and add up."""
    sys.path.insert(0, str(Path.cwd()))
    from tests.cluster import cluster  # noqa: PLC0415  # after the folder is known

    with cluster() as there, tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        command = [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--numprocesses=0", TEST]
        settings = os.environ | there | {"KRING_POLICY_MUTANTS": str(told)}
        status = subprocess.run(command, env=settings, check=False).returncode
        lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    found = [json.loads(line) for line in lines]
    for one in found:
        print(f"{one['shows_in'] or 'SURVIVED':>8} {one['name']}")
    survived = sum(not one["shows_in"] for one in found)
    print(json.dumps({"policy_mutants_total": len(found), "policy_mutants_survived": survived}))
    return status or int(not found)


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main())
