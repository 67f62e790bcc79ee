"""What the parts of the tests need of this machine, and where apt may bring it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.cluster import programs
from tests.printed import can_read

LONGEST = 20 * 60  # apt that takes longer hangs
SHELL = "chromium-headless-shell"
DICTIONARIES = (Path("/usr/share/hunspell/nl.dic"), Path("/usr/share/hunspell/nl_NL.dic"))


def browser() -> str | None:
    """Where Chromium is, whole: with windows around it, and all that it keeps on a disk."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


def shell() -> str | None:
    """Chromium without windows around a page: a third of the work.  Where it is not, the whole one."""
    return shutil.which(SHELL) or browser()


PAPER: tuple[str, Callable[[], object]] = ("poppler-utils", can_read)  # reads what stands on paper
IN_THE_BROWSER: tuple[tuple[str, Callable[[], object]], ...] = (
    ("chromium", browser),
    PAPER,
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
LIGHT: tuple[str, Callable[[], object]] = (SHELL, lambda: shutil.which(SHELL))
HELPS = {"sqlite": (PAPER,), "e2e": (LIGHT,), "journeys": (LIGHT,)}
"""What a part can do without: but for a test or two, which then say so, or with more work."""


def set_up(parts: list[str]) -> None:
    """Ask apt for what is missing, where apt may; what stays missing is said by the part that needs it."""
    wanted = [one for part in parts for one in (*NEEDS.get(part, ()), *HELPS.get(part, ()))]
    missing = list(dict.fromkeys(package for package, present in wanted if not present()))
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
