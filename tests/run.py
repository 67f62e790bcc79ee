"""Every test there is: `./kring test`.  Sets up what they need, says what it had to leave out, and adds up.

Parts: sqlite, postgres, js, e2e and journeys (in a browser), words.  Whatever stands after `--` goes to pytest.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from tests.cluster import NoClusterError, cluster, programs

REPORTS = Path("var/workshop/reports")
MINUTES = 15  # for everything, on two cores
STEAL = "--dist=worksteal"  # who is done takes over: the longest come first (tests/conftest.py)
SIDE_BY_SIDE = ["--numprocesses=3", STEAL]  # they wait more than they work
NEAR_MIDNIGHT = timedelta(minutes=10)
"""What a part takes on a slow day."""
LONGEST = 20 * 60  # a part that takes longer hangs
THE_CRAWL = "tests/canary/test_canaries.py::test_nobody_meets_a_word_that_is_kept_from_it[as it is]"
"""Two minutes on PostgreSQL: it crawls on SQLite, and everything it leans on is tested on both."""
THE_MATRIX = "tests/matrix/test_matrix.py::test_what_is_there_for_everyone"
"""As long; the gravest cells are asked on both."""
THE_COUNT = "tests/rooms/test_statements.py"
"""What a page asks does not depend on which database answers."""
THE_PLANTED = "tests/canary/test_seeded.py"
"""Whether the crawl finds what was put in on purpose is a matter of the crawl."""
THE_MIGRATIONS = "tests/test_migrations.py"
"""Tests make their tables from the models; on PostgreSQL the journeys migrate."""
A_PROVIDER = ("openid", "openid_again", "openid_strength")
"""Starts a provider to sign in with: what is asked of it, and what it answers, no database changes."""
BROWSER_ALONE = ("circle_by_hand", "contacts", "exit", "homes", "hostile_text", "j_lotte_after_lunch", "kit")
BROWSER_ALONE += ("homes_by_keyboard", "manual_pictures", "nothing_is_left", "openid")
"""Browser tests in which the database behind the pages makes no difference."""
ON_SQLITE = " or ".join(("clean", "1280", *BROWSER_ALONE))
"""Of a journey the wide screen and the search for barriers; the phone stands in the journeys: each is walked once."""
BY_THE_CLOCK = "tests/e2e/test_exit.py::test_blank_at_once_on_a_slow_phone"
"""What is held against milliseconds is measured when nothing else of ours runs."""
DICTIONARIES = (Path("/usr/share/hunspell/nl.dic"), Path("/usr/share/hunspell/nl_NL.dic"))


@dataclass
class Part:
    """What came of one part of the tests."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    left_out: list[str] = field(default_factory=list)


# -- what the tests need ----------------------------------------------------------------------------------------------


def browser() -> str | None:
    """Where Chromium is."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


IN_THE_BROWSER: tuple[tuple[str, Callable[[], object]], ...] = (
    ("chromium", browser),
    ("poppler-utils", lambda: shutil.which("pdftotext")),  # reads what stands on paper
)
NEEDS: dict[str, tuple[tuple[str, Callable[[], object]], ...]] = {
    "postgres": (("postgresql-15", programs),),
    "e2e": IN_THE_BROWSER,
    "journeys": (("postgresql-15", programs), *IN_THE_BROWSER),
    "words": (
        ("gettext", lambda: shutil.which("xgettext")),
        ("hunspell", lambda: shutil.which("hunspell")),
        ("hunspell-nl", lambda: any(path.exists() for path in DICTIONARIES)),
    ),
}


def set_up(parts: list[str]) -> None:
    """Ask apt for what is missing, where apt may; what stays missing is said by the part that needs it."""
    missing = [package for part in parts for package, present in NEEDS.get(part, ()) if not present()]
    if not missing or not shutil.which("apt-get"):
        return
    may = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if may and not shutil.which("sudo"):
        return
    print(f"== apt: {' '.join(missing)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # One at a time: a name that apt does not know must not take the others with it.
    installs = [["install", "--yes", "--no-install-recommends", package] for package in missing]
    for command in (["update"], *installs):
        full = [*may, "apt-get", "--quiet=2", "--option=Dpkg::Use-Pty=0", *command]
        subprocess.run(full, env=quiet, check=False, timeout=LONGEST, stdout=subprocess.DEVNULL)


def lacking(part: str) -> str:
    """The packages that a part still misses, in one line; nothing when it can run."""
    return " ".join(package for package, present in NEEDS.get(part, ()) if not present())


# -- the parts --------------------------------------------------------------------------------------------------------


def pytest(part: Part, arguments: list[str], environment: dict[str, str]) -> None:
    """Run pytest and read what came of it from its report."""
    report = REPORTS / f"{part.name}.xml"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "--quiet", f"--junitxml={report}", *arguments]
    status = _run(command, {**os.environ, **environment})
    if status == 5:  # pytest's own word for: nothing to run
        part.left_out.append("there is no test of this kind")
    elif not report.exists():
        part.failed += 1
    else:
        _read(part, report)
        part.failed = part.failed or int(status != 0)


def _read(part: Part, report: Path) -> None:
    reasons: Counter[str] = Counter()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314  # pytest wrote it a second ago
        total = {name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")}
        part.failed += total["failures"] + total["errors"]
        part.skipped += total["skipped"]
        part.passed += total["tests"] - total["failures"] - total["errors"] - total["skipped"]
        reasons.update(skip.get("message", "") for skip in suite.iter("skipped"))
    part.left_out += [f"{count} skipped: {reason}" for reason, count in reasons.items()]


def sqlite(part: Part, more: list[str]) -> None:
    """The rooms and the law, on the embedded database."""
    pytest(part, ["--numprocesses=2", STEAL, *more], {"DATABASE_URL": "sqlite:///var/workshop/kring.sqlite3"})


def postgres(part: Part, more: list[str]) -> None:
    """The same, on PostgreSQL, as the application's role."""
    try:
        with cluster() as environment:
            alone = [f"--deselect={test}" for test in (THE_CRAWL, THE_MATRIX, THE_COUNT, THE_MIGRATIONS)]
            alone += [f"--ignore={THE_PLANTED}", *(f"--ignore=tests/rooms/test_{name}.py" for name in A_PROVIDER)]
            pytest(part, ["--numprocesses=2", STEAL, *alone, *more], environment)
        left_out = "canaries and what is planted for them, matrix, count of statements, a provider to sign in with"
        left_out += ", half of the role table by turns, and what asks no database"
        part.left_out.append(f"on PostgreSQL {left_out}: they ran on SQLite")
    except NoClusterError as reason:
        part.left_out.append(f"everything on PostgreSQL: {reason}")


def js(part: Part, _more: list[str]) -> None:
    """The modules of the browser, in Node."""
    files = sorted(str(path) for path in Path("tests/js").glob("**/*.test.*js"))
    if not files or not shutil.which("node"):
        part.left_out.append(
            "every test of JavaScript: " + ("Node 20 is not on this machine" if files else "there is none")
        )
        return
    tap = REPORTS / "js.tap"
    tap.unlink(missing_ok=True)
    reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"]
    reporters += ["--test-reporter=tap", f"--test-reporter-destination={tap}"]
    status = _run(["node", "--test", *reporters, *files], dict(os.environ))
    said = dict(re.findall(r"^# (pass|fail|skipped) (\d+)$", tap.read_text() if tap.exists() else "", re.MULTILINE))
    part.passed, part.failed, part.skipped = (int(said.get(word, 0)) for word in ("pass", "fail", "skipped"))
    part.failed = part.failed or int(status != 0)


def e2e(part: Part, more: list[str]) -> None:
    """What needs one database, and the journeys on a wide screen, in a real browser."""
    if not Path("tests/e2e").is_dir():
        part.left_out.append("every journey: there is none")
        return
    there = {"KRING_BROWSER": browser() or ""}
    pytest(part, [*SIDE_BY_SIDE, *(more or ["tests/e2e", "-k", ON_SQLITE, f"--deselect={BY_THE_CLOCK}"])], there)
    if not more:
        pytest(part, [BY_THE_CLOCK], there)


def journeys(part: Part, more: list[str]) -> None:
    """The journeys on a phone, with PostgreSQL behind them and the application in its own role."""
    alone = [f"--ignore=tests/e2e/test_{name}.py" for name in BROWSER_ALONE] + ["-k", "not clean and not 1280"]
    walked = [*SIDE_BY_SIDE, *alone, *(more or ["tests/e2e"])]
    there = {"KRING_BROWSER": browser() or ""}
    try:
        with cluster() as environment:
            pytest(part, walked, environment | there)
        left_out = f"{', '.join(BROWSER_ALONE)}, the pages of J1 read for barriers, and wide screens"
        part.left_out.append(f"on PostgreSQL, of the browser tests: {left_out}; they ran on SQLite")
    except NoClusterError as reason:
        part.left_out.append(f"PostgreSQL behind the journeys, which ran on SQLite: {reason}")
        pytest(part, walked, there)


def words(part: Part, _more: list[str]) -> None:
    """Spelling and collection of the Dutch texts."""
    status = _run([sys.executable, "-m", "bench.words"], dict(os.environ))
    part.passed, part.failed = int(status == 0), int(status != 0)


PARTS: dict[str, Callable[[Part, list[str]], None]] = {
    "sqlite": sqlite,
    "postgres": postgres,
    "js": js,
    "e2e": e2e,
    "journeys": journeys,
    "words": words,
}


def _run(command: list[str], environment: dict[str, str]) -> int:
    """Run a program in a group of its own, so that nothing of it stays behind."""
    program = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        return program.wait(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        print(f"== stopped after {LONGEST // 60} minutes: {' '.join(command[:4])}", flush=True)
        return 124
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGTERM)


# -- everything -------------------------------------------------------------------------------------------------------


def past_midnight() -> None:
    """Wait where the day in Flanders would change under a part: half of it is seeded today, and then it is tomorrow."""
    now = datetime.now(tz=ZoneInfo("Europe/Brussels"))  # noqa: TID251  # the tests themselves live in real time
    tomorrow = (now + timedelta(days=1)).replace(hour=0, minute=0, second=1)
    if tomorrow - now < NEAR_MIDNIGHT:
        print(f"\n== it is {now:%H:%M} in Flanders: the next part starts when it is tomorrow", flush=True)
        time.sleep((tomorrow - now).total_seconds())


def run(name: str, more: list[str]) -> Part:
    """One part, timed."""
    past_midnight()
    part, began = Part(name), time.monotonic()
    print(f"\n== {name}", flush=True)
    if missing := lacking(name):
        part.left_out.append(f"all of it: not on this machine, and apt could not bring it: {missing}")
    else:
        PARTS[name](part, more)
    part.seconds = time.monotonic() - began
    return part


def close(parts: list[Part]) -> int:
    """The last lines: time and counts for each part, what was left out and why, and the sum."""
    print(f"\n{'part':<10}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for part in parts:
        print(f"{part.name:<10}{part.passed:>8}{part.failed:>8}{part.skipped:>9}{part.seconds:>9.0f}")
    total = sum(part.seconds for part in parts)
    if total > MINUTES * 60:
        print(f"This took {total / 60:.0f} minutes; it should be {MINUTES} at most.")
    ran = {part.name for part in parts}
    left_out = [f"{part.name}: {reason}" for part in parts for reason in part.left_out]
    left_out += [f"{name}: not asked for" for name in PARTS if name not in ran]
    print("Left out: " + ("nothing." if not left_out else "".join(f"\n  - {line}" for line in left_out)))
    passed, failed, skipped = (sum(getattr(part, what) for part in parts) for what in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return int(failed > 0)


def main(arguments: list[str]) -> int:
    """Run the parts that were asked for, or all."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    asked, more = arguments[:cut] or list(PARTS), arguments[cut + 1 :]
    if unknown := [name for name in asked if name not in PARTS]:
        print(f"No such part: {' '.join(unknown)}. There are: {' '.join(PARTS)}")
        return 2
    REPORTS.mkdir(parents=True, exist_ok=True)
    set_up(asked)
    return close([run(name, more) for name in asked])


def _stopped(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stopped)
    sys.exit(main(sys.argv[1:]))
