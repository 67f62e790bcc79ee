"""A mutation run inside one pytest: the tests are collected and the database is made once, then each mutant lives and
dies in a child of this process, where one function, one name or the table was changed in place.

Loaded as a plugin by `bench.mutants`; what it should do stands in the environment.
"""

import ast
import importlib
import json
import os
import re
import shutil
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol
from django.conf import settings
from django.db import connection

from bench.measured.operators import Changed, mutants, parts, tables
from bench.measured.passing import TOLD, Passing, Place, telling
from bench.measured.taking import give

SECONDS = 60
"""A test that takes longer hangs: that shows, but no test said so.  Its line says that, and it is counted apart."""

AT_ONCE = int(os.environ.get("KRING_MUTANTS_AT_ONCE", "2"))
AGAIN = os.environ.get("KRING_MUTANTS_AGAIN", "")
"""What an earlier run printed: only what survived there, or what a test hung in, is made once more."""
LIVED, HUNG = "SURVIVED ", "TIMED OUT "
LINE = re.compile(r":\d+ ")
KEPT: list[Any] = []


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: what it is called, the function it is in, and how to make it."""

    part: str
    name: str
    place: Place
    apply: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """Which test noticed, or nothing; and whether it noticed only by never coming back."""

    by: str = ""
    timed_out: bool = False

    def line(self, name: str) -> str:
        """What is printed of it."""
        if self.timed_out:
            return f"{HUNG}{name} in {self.by}"
        return f"found    {name} by {self.by}" if self.by else f"{LIVED}{name}"


def pytest_configure() -> None:
    """A counter-example is enough: nobody reads the smallest one.  Before the tests are read, which take it along."""
    hypothesis.settings.register_profile("mutants", phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate])
    hypothesis.settings.load_profile("mutants")


def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of running the tests once; among the mutants is one in which nothing was changed: that one lives."""
    tests = {item.nodeid: item for item in session.items}
    wanted = once_more(list(_wanted(os.environ["KRING_MUTATED"].split(","))))
    passing = Passing()
    with _each_function_tells(passing, {one.place[0] for one in wanted}):
        _green(_watched(tests, passing))
    nothing = Mutant("", "nothing", ("", ""), _forget)
    found: dict[str, Any] = {one.part: {"total": 0, "survived": [], "timed_out": []} for one in wanted}
    for mutant, answer in each(tests, passing, [nothing, *wanted]):
        if mutant is nothing:
            _green(answer.by)
            continue
        found[mutant.part]["total"] += 1
        if answer.timed_out or not answer.by:
            found[mutant.part]["timed_out" if answer.timed_out else "survived"].append(mutant.name)
        else:
            passing.found[mutant.place] = answer.by
        print(answer.line(mutant.name), flush=True)
        Path(os.environ["KRING_MUTANTS"]).write_text(json.dumps(found), encoding="utf-8")
    return True


def _green(fault: str) -> None:
    if fault:
        pytest.exit(f"the tests are not green without a mutant: {fault}", returncode=3)


def _watched(tests: dict[str, pytest.Item], passing: Passing) -> str:
    """Every test once, with nothing left of what was worked out before; why one fails."""
    names = list(tests)
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        _forget()
        began = time.perf_counter()
        with passing.watching(name):
            fault = _fails(tests[name], tests[after])
        passing.took[name] = time.perf_counter() - began
        if fault:
            return f"{name}: {fault}"
    return ""


def _fails(item: pytest.Item, after: pytest.Item) -> str:
    """Session fixtures stay up, because something always comes after."""
    reports = runtestprotocol(item, nextitem=after, log=False)
    return next((report.longreprtext for report in reports if report.failed), "")


def each(tests: dict[str, pytest.Item], passing: Passing, wanted: list[Mutant]) -> Iterator[tuple[Mutant, Answer]]:
    """Each mutant in a child of its own, a few at once: which test found it, in which one it hung, or nothing."""
    waiting, living = list(reversed(wanted)), dict[int, tuple[Mutant, list[str], int]]()
    while waiting or living:
        while waiting and len(living) < AT_ONCE:
            mutant = waiting.pop()
            asked = passing.asked(tests, mutant.place)
            told, tells = os.pipe()
            child = os.fork()
            if child == 0:
                _live(mutant, [tests[name] for name in asked], tells)
            os.close(tells)
            living[child] = (mutant, asked, told)
        child, status = os.wait()
        mutant, asked, told = living.pop(child)
        with os.fdopen(told, "rb") as pipe:
            last = pipe.read().count(b".")
        by = "" if status == 0 else asked[last - 1] if last else "the change itself"
        yield mutant, Answer(by, timed_out=os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM)


def _live(mutant: Mutant, items: list[pytest.Item], tells: int) -> None:
    """A child that has all of this and of which nothing is kept: it ends well when every test passes."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    found = True
    try:
        _a_log_of_its_own()
        _a_connection_of_its_own()
        mutant.apply()
        found = any(_notices(item, after, tells) for item, after in zip(items, [*items[1:], *items[:1]], strict=True))
    finally:  # whatever happens, it shows
        os._exit(1 if found else 0)


def _notices(item: pytest.Item, after: pytest.Item, tells: int) -> bool:
    os.write(tells, b".")
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    item.session._setupstate.teardown_exact(item)
    return bool(_fails(item, after))


def _a_log_of_its_own() -> None:
    """The anchor is a file, and files are not copied with a child."""
    own = f"{settings.ANCHOR}.{os.getpid()}"
    if Path(settings.ANCHOR).exists():
        shutil.copy(settings.ANCHOR, own)
    settings.ANCHOR = own


def _a_connection_of_its_own() -> None:
    """A copy of the connection of the parent would talk through it; the one in memory is copied whole."""
    if connection.vendor == "postgresql":
        KEPT.append(connection.connection)  # closing it would close the parent's
        connection.connection = None


def once_more(wanted: list[Mutant]) -> list[Mutant]:
    """By what was changed and in which function: lines move."""
    if not AGAIN:
        return wanted
    lines = [LINE.sub(" ", line) for line in Path(AGAIN).read_text(encoding="utf-8").splitlines()]
    left = {line.removeprefix(LIVED) for line in lines if line.startswith(LIVED)}
    left |= {line.removeprefix(HUNG).rpartition(" in ")[0] for line in lines if line.startswith(HUNG)}
    return [one for one in wanted if LINE.sub(" ", one.name) in left]


def _wanted(modules: list[str]) -> Iterator[Mutant]:
    for name in modules:
        if name.endswith(".toml"):
            yield from _of_the_table(Path(name))
        else:
            module = importlib.import_module(name)
            file = str(module.__file__)
            for one in mutants(Path(file).read_text(encoding="utf-8")):
                yield Mutant(name, f"{name} {one}", (file, one.owner), partial(_change, module, one))


def _of_the_table(path: Path) -> Iterator[Mutant]:
    from kring.law import access  # noqa: PLC0415  # after Django

    for name, told in tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        yield Mutant("the table", name, (str(access.__file__), "_toml"), partial(_change_table, told))


def _change(module: ModuleType, one: Changed) -> None:
    """Give the function that is there the code of the mutant; or a name of the module what the mutant holds."""
    code = compile(one.tree, str(module.__file__), "exec")
    if one.owner:
        give(module, one.owner, code)
    else:
        _rename(module, one)
    _forget()


@contextmanager
def _each_function_tells(passing: Passing, files: set[str]) -> Iterator[None]:
    """As long as the tests are watched."""
    modules = {str(one.__file__): one for one in sys.modules.values() if getattr(one, "__file__", None) in files}
    for file, module in modules.items():
        setattr(module, TOLD, partial(passing.entered, file))
        _written(module, telling)
    yield
    for module in modules.values():
        _written(module, ast.parse)


def _written(module: ModuleType, change: Callable[[str], ast.Module]) -> None:
    whole = change(Path(str(module.__file__)).read_text(encoding="utf-8"))
    code = compile(whole, str(module.__file__), "exec")
    for owner, part in parts(whole):
        if isinstance(part, ast.FunctionDef):
            give(module, owner, code)


def _rename(module: ModuleType, one: Changed) -> None:
    """What a name of the module holds, in every module that took it from there.

    A figure is one object wherever it stands: there only what has the name too is it.
    """
    at = next(
        node
        for node in one.tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.lineno <= one.line <= (node.end_lineno or 0)
    )
    space = dict(vars(module))
    exec(compile(ast.Module([at], []), str(module.__file__), "exec"), space)  # noqa: S102  # our own source, changed
    for target in at.targets if isinstance(at, ast.Assign) else [at.target]:
        name = ast.unparse(target)
        old = getattr(module, name)
        for other in [other for key, other in sys.modules.items() if key.startswith(("kring.", "tests."))]:
            for there in [key for key, value in vars(other).items() if value is old]:
                if there == name or not isinstance(old, int):
                    setattr(other, there, space[name])


def _change_table(told: dict[str, Any]) -> None:
    from kring.law import access  # noqa: PLC0415  # after Django

    access._toml = lambda: told  # type: ignore[assignment]  # what the cached functions read
    _forget()


def _forget() -> None:
    """What was worked out before the change."""
    for name, module in list(sys.modules.items()):
        if name.startswith("kring."):
            for value in list(vars(module).values()):
                if not isinstance(value, type) and callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()
