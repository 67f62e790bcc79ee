"""Every test there is: `./kring test`.  Sets up what they need, says what it had to leave out, and adds up.

Parts: sqlite, postgres, js, e2e and journeys (in a browser), words.  Whatever stands after `--` goes to pytest.
"""

import os
import re
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from tests.cluster import NoClusterError, cluster
from tests.needed import browser, lacking, set_up, shell
from tests.programs import beside, go, is_beside_others, kept_apart

REPORTS = Path("var/workshop/reports")
MINUTES = 15  # for everything, on two cores
STEAL = "--dist=worksteal"  # who is done takes over: the longest come first (tests/conftest.py)
LANES = (("sqlite", "postgres"), ("e2e", "journeys"))
"""What runs beside each other: while a browser or a start waits, a room works.  The rest comes after it, by itself."""
NEAR_MIDNIGHT = timedelta(minutes=10)
"""What a part takes on a slow day."""
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
APART = (
    "tests/e2e/test_exit.py::test_blank_at_once_on_a_slow_phone",
    "tests/e2e/test_exit.py::test_without_scripts_it_is_a_link_that_ends_the_stay",
)
"""What is held against milliseconds, when nothing else of ours runs; and what the shell of Chromium shows empty."""


@dataclass
class Part:
    """What came of one part of the tests."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    left_out: list[str] = field(default_factory=list)


# -- the parts --------------------------------------------------------------------------------------------------------


def pytest(part: Part, arguments: list[str], environment: dict[str, str]) -> None:
    """Run pytest and read what came of it from its report."""
    report = REPORTS / f"{part.name}.xml"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "--quiet", f"--junitxml={report}", *arguments]
    status = go(command, {**os.environ, **environment})
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
    status = go(["node", "--test", *reporters, *files], dict(os.environ))
    said = dict(re.findall(r"^# (pass|fail|skipped) (\d+)$", tap.read_text() if tap.exists() else "", re.MULTILINE))
    part.passed, part.failed, part.skipped = (int(said.get(word, 0)) for word in ("pass", "fail", "skipped"))
    part.failed = part.failed or int(status != 0)


def side_by_side() -> list[str]:
    """Browsers wait more than they work: three when nothing else of ours fills the cores."""
    return [f"--numprocesses={2 if is_beside_others() else 3}", STEAL]


def e2e(part: Part, more: list[str]) -> None:
    """What needs one database, and the journeys on a wide screen, in a real browser."""
    if not Path("tests/e2e").is_dir():
        part.left_out.append("every journey: there is none")
        return
    walked = ["tests/e2e", "-k", ON_SQLITE, *(f"--deselect={name}" for name in APART)]
    pytest(part, [*side_by_side(), *(more or walked)], chromium_for(more))


def by_themselves(part: Part) -> None:
    """What stands apart, after everything else, in the whole of Chromium."""
    if Path("tests/e2e").is_dir() and not lacking("e2e"):
        pytest(part, list(APART), {"KRING_BROWSER": browser() or ""})


def chromium_for(more: list[str]) -> dict[str, str]:
    """Which browser: for all of them its shell, a third of the work; for what is asked by hand the whole one."""
    return {"KRING_BROWSER": (browser() if more else shell()) or ""}


def journeys(part: Part, more: list[str]) -> None:
    """The journeys on a phone, with PostgreSQL behind them and the application in its own role."""
    alone = [f"--ignore=tests/e2e/test_{name}.py" for name in BROWSER_ALONE] + ["-k", "not clean and not 1280"]
    walked = [*side_by_side(), *alone, *(more or ["tests/e2e"])]
    there = chromium_for(more)
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
    status = go([sys.executable, "-m", "bench.words"], dict(os.environ))
    part.passed, part.failed = int(status == 0), int(status != 0)


PARTS: dict[str, Callable[[Part, list[str]], None]] = {
    "sqlite": sqlite,
    "postgres": postgres,
    "js": js,
    "e2e": e2e,
    "journeys": journeys,
    "words": words,
}


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


def in_turn(names: list[str], more: list[str], *, apart: bool) -> list[Part]:
    """Parts one after the other; `apart`: what they say comes when each is done."""
    found = []
    for name in names:
        with kept_apart() if apart else nullcontext():
            found.append(run(name, more))
    return found


def everything(asked: list[str], more: list[str]) -> list[Part]:
    """The lanes beside each other, then what comes by itself."""
    lanes = [names for lane in LANES if (names := [name for name in lane if name in asked])]
    if len(lanes) > 1:
        print(f"== beside each other: {' | '.join(', '.join(names) for names in lanes)}", flush=True)
    parts = beside([partial(in_turn, names, more, apart=at > 0) for at, names in enumerate(lanes)])
    alone = [name for name in asked if not any(name in lane for lane in LANES)]
    parts += in_turn(alone, more, apart=False)
    for part in parts:
        if part.name == "e2e" and not more:
            by_themselves(part)
    return sorted(parts, key=lambda part: list(PARTS).index(part.name))


def close(parts: list[Part], total: float) -> int:
    """The last lines: time and counts for each part, what was left out and why, and the sum."""
    print(f"\n{'part':<10}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for part in parts:
        print(f"{part.name:<10}{part.passed:>8}{part.failed:>8}{part.skipped:>9}{part.seconds:>9.0f}")
    print(f"{'together':<36}{total:>9.0f}")
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
    began = time.monotonic()
    parts = everything(asked, more)
    return close(parts, time.monotonic() - began)


def _stopped(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stopped)
    sys.exit(main(sys.argv[1:]))
