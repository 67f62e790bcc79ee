"""Small changes to the law and to the door, and whether a test notices: `./kring bench mutants [part ...]`.

Quality.md 3, row 22.  Parts: `table` (access.toml), `law`, a module of the door by name: `sieve`, `acts.telling`, ...
`law.steps` and the like are one module of the law before `tests/law` alone, without a database: quick.  Files of tests
after the parts: before those alone (`./kring bench mutants sieve tests/rooms/test_sieve.py`), to try out a new test.
Without a part: all of them.  A runner of its own: mutmut and cosmic-ray start the tests anew for each mutant, which
costs ten seconds of Django every time; here one pytest makes the database once, and each mutant lives in a child of it,
before the tests that come into the function that was changed.
Survivors are explained in docs/mutants.md.  The last line is one JSON object: `mutants_total`, `mutants_survived`, and
`mutants_timed_out`: in which a test hung, so that it shows and no test says so.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LAW = Path("src/kring/law")
DOOR = Path("src/kring/access")
NAMES = (
    "sieve door desk kept letting_in who_may_know one_thing journal_before_saving looking own_stays walls restrictions "
    "telling new_device policies grave transfers whose_card closed bad_sharing meanwhile new_child "
    "deciding ways_in sieve_cells concern_cells asked_cells along_cells standing_cells "
    "only_whose_it_is somebody_else who_it_is_is_confirmed restriction_asks parents_yes emergency_ends "
    "waits_for_whom her_yes_to_a_page walls_writing taking_over handing_over stand_in going birthdays there_for "
    "acts_refuse answers_refuse answers_taken_back birthday_cells deciding_refuses handing_refuses her_cards_refuse "
    "hers_refuse looking_refuses parents_word_refuses place_beside restriction_refuses stand_in_refuses walls_refuse "
    "ways_refuse"
)
ROOMS = [f"tests/rooms/test_{name}.py" for name in dict.fromkeys(NAMES.split())]
GRAVEST = ["tests/matrix/test_matrix.py::test_the_gravest_cells_are_as_they_were_written_by_hand"]
APART = {"apps", "migrations"}


def modules(room: Path) -> dict[str, str]:
    """Every module of a room that does something, in its folders too: its name as a part, and to Python."""
    files = [path.relative_to(room) for path in sorted(room.rglob("*.py")) if not APART & {*path.parts, path.stem}]
    parts = [path.with_suffix("").parts for path in files if (room / path).read_text(encoding="utf-8").strip()]
    named = {".".join(one).removesuffix(".__init__"): one for one in parts if one != ("__init__",)}
    return {name: ".".join(("kring", room.name, name)) for name in named}


def changed(parts: list[str]) -> list[str]:
    """What is changed: the table, and modules by name; `acts.all`: the acts of the door."""
    law, door = modules(LAW), modules(DOOR)
    by_name = {f"law.{part}": [name] for part, name in law.items()} | {part: [name] for part, name in door.items()}
    acts = [name for part, name in door.items() if part.partition(".")[0] == "acts"]
    together = {"law": [*law.values()], "acts.all": acts, "table": [str(LAW / "access.toml")]}
    all_of_it = by_name | together
    return [name for part in parts or ("law", *door, "table") for name in all_of_it[part]]


def before(words: list[str]) -> list[str]:
    """Before which tests: those that were named, else those of the law, and of the door where that is changed."""
    named = [word for word in words if "/" in word]
    of_the_law = bool(words) and all(word.startswith("law.") for word in words)
    return named or ["tests/law", *([] if of_the_law else [*ROOMS, *GRAVEST])]


def main(words: list[str]) -> int:
    """Run them in one pytest, and add up."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        plugin = ["-p", "bench.measured.mutating", "-p", "no:cacheprovider", "-p", "no:xdist"]
        command = [sys.executable, "-m", "pytest", "--quiet", "--capture=no", *plugin, *before(words)]
        parts = [word for word in words if "/" not in word]
        named = {"KRING_MUTANTS": str(told), "KRING_MUTATED": ",".join(changed(parts))}
        status = subprocess.run(command, env=os.environ | named, check=False).returncode
        if not told.exists():
            return status or 1
        found = json.loads(told.read_text(encoding="utf-8"))
    print(*told_of(found), sep="\n")
    return 0


def told_of(found: dict[str, dict[str, Any]]) -> list[str]:
    """What is printed at the end: which ones lived or hung, each part, and one JSON object."""
    left = {how: [one for part in found.values() for one in part[how]] for how in ("survived", "timed_out")}
    lines = [f"{how.replace('_', ' ')}: {one}" for how, those in left.items() for one in those]
    for part, one in found.items():
        lines.append(
            f"{part}: {one['total']}, of which {len(one['survived'])} survived, {len(one['timed_out'])} timed out"
        )
    total = sum(one["total"] for one in found.values())
    return [
        *lines,
        json.dumps({"mutants_total": total} | {f"mutants_{how}": len(those) for how, those in left.items()}),
    ]


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(main(sys.argv[1:]))
