"""Which Python of this machine works fastest: the launcher asks it once, when it makes the environment.

How a Python was built makes a third: of two of the same version, one that was compiled by hand without its own
measurements took 15.6 s of processor for a file of tests for which that of Debian took 10.4.  Runs without any package.
"""

import os
import subprocess
import sys

TRY = """
import ensurepip, sys, time, venv

def work():
    began, rows = time.process_time(), {}
    for number in range(100_000):
        rows[number % 997] = str(number).join(("", "")).encode() + b"."
    return time.process_time() - began

print(min(work() for _ in range(7)), sys.executable)
"""
"""Says nothing where no environment can be made: then `ensurepip` is missing."""
HARDLY = 0.9
"""Who comes first stays, unless another takes less than this part of its time."""


def paths() -> list[str]:
    """This Python, and the others of its version that a terminal would find."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    others = [os.path.join(folder, name) for folder in os.get_exec_path()]
    return list(dict.fromkeys([sys.executable, *(path for path in others if os.access(path, os.X_OK))]))


def tried(path: str) -> tuple[float, str] | None:
    """How long this one takes, and where it stands."""
    told = subprocess.run([path, "-I", "-c", TRY], capture_output=True, text=True, check=False).stdout
    seconds, _, where = told.strip().partition(" ")
    return (float(seconds), where) if where else None


def quickest(found: list[tuple[float, str]]) -> str:
    """The first, unless another is clearly faster.  Without any, this one: it says itself what is missing."""
    if not found:
        return sys.executable
    return min(found)[1] if min(found)[0] < found[0][0] * HARDLY else found[0][1]


if __name__ == "__main__":
    print(quickest([one for path in paths() if (one := tried(path))]))
