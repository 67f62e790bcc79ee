"""Every address x method x person x state: `./kring bench matrix` (quality.md 3, row 14).

Every name of the resolver, seven methods, over fifty people, six states of a child's place: what is there should be
what the role table and the table of the law say, and for the gravest cells what `tests/gravest.toml` says, which was
written by hand.  `./kring test` asks a tenth, the next one after each commit.  `--sample N` asks one in N; `--of ROOM:`
every cell of the addresses that begin so.

The last line is one JSON object: `matrix_cells`, `matrix_wrong` (0) and `gravest_cells`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TEST = "tests/matrix/test_matrix.py"


def main(words: list[str]) -> int:
    """Run it on two processes, and add up what they counted."""
    one_in = words[words.index("--sample") + 1] if "--sample" in words else "1"
    of = " ".join(words[words.index("--of") + 1 :]) if "--of" in words else ""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "--quiet", "--numprocesses=2", "-p", "no:cacheprovider", TEST]
        told = os.environ | {"KRING_MATRIX": folder, "KRING_MATRIX_ONE_IN": one_in, "KRING_MATRIX_OF": of}
        status = subprocess.run(command, env=told, check=False).returncode
        found = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in Path(folder).iterdir()}
    gravest = found.pop("gravest", {"cells": 0, "wrong": 0})
    figures = {
        "matrix_cells": sum(one["cells"] for one in found.values()),
        "matrix_wrong": sum(one["wrong"] for one in found.values()) + gravest["wrong"],
        "gravest_cells": gravest["cells"],
    }
    print(json.dumps(figures))
    return status


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main(sys.argv[1:]))
