"""A mutation run inside one pytest: the tests are collected and the database is made once, then each mutant lives and
dies in a child of this process, where one function, one name or the table was changed in place.

Loaded as a plugin by `bench.mutants`; what it should do stands in the environment.
"""

import ast
import importlib
import inspect
import json
import os
import signal
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from bench.measured.operators import Changed, mutants, tables

SECONDS = 300
"""A mutant that takes longer hangs: that shows, so it is found."""


def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of running the tests once."""
    told = Path(os.environ["KRING_MUTANTS"])
    if fault := _fault(session.items):
        pytest.exit(f"the tests are not green without a mutant: {fault}", returncode=3)
    if not _survives(session, lambda: None):
        pytest.exit("a child in which nothing was changed is not green", returncode=3)
    found: dict[str, Any] = {"total": 0, "survived": []}
    for name, apply in _wanted(os.environ["KRING_MUTATED"].split(",")):
        survived = _survives(session, apply)
        found["total"] += 1
        if survived:
            found["survived"].append(name)
        print(f"{'SURVIVED' if survived else 'found   '} {name}", flush=True)
        told.write_text(json.dumps(found), encoding="utf-8")
    return True


def _fault(items: list[pytest.Item]) -> str:
    """Run them until one fails, and say why; session fixtures stay up, because something always comes after."""
    for item, after in zip(items, [*items[1:], items[0]], strict=True):
        for report in runtestprotocol(item, nextitem=after, log=False):
            if report.failed:
                return f"{item.nodeid}: {report.longreprtext}"
    return ""


def _wanted(modules: list[str]) -> Iterator[tuple[str, Callable[[], None]]]:
    for name in modules:
        if name.endswith(".toml"):
            yield from _of_the_table(Path(name))
        else:
            module = importlib.import_module(name)
            for one in mutants(Path(str(module.__file__)).read_text(encoding="utf-8")):
                yield f"{name} {one}", partial(_change, module, one)


def _of_the_table(path: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    for name, told in tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        yield name, partial(_change_table, told)


def _survives(session: pytest.Session, apply: Callable[[], None]) -> bool:
    """Whether every test passes with this change, in a child that has all of this and nothing of it is kept."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            apply()
            passed = not _fault(session.items)
        except BaseException:  # whatever happens, it shows
            passed = False
        os._exit(0 if passed else 1)
    _, status = os.waitpid(child, 0)
    return status == 0


def _change(module: ModuleType, one: Changed) -> None:
    """Give the function that is there the code of the mutant; or a name of the module what the mutant holds."""
    code = compile(one.tree, str(module.__file__), "exec")
    if one.owner:
        _function(module, one.owner).__code__ = _code(code, one.owner.split("."))
    else:
        _rename(module, one)
    _forget()


def _function(module: ModuleType, owner: str) -> FunctionType:
    holder, _, name = owner.rpartition(".")
    found = inspect.getattr_static(getattr(module, holder) if holder else module, name)
    found = getattr(found, "fget", None) or getattr(found, "func", None) or getattr(found, "__func__", None) or found
    bare = inspect.unwrap(found)
    if not isinstance(bare, FunctionType):
        raise TypeError(owner)
    return bare


def _code(code: CodeType, path: list[str]) -> CodeType:
    for name in path:
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == name)
    return code


def _rename(module: ModuleType, one: Changed) -> None:
    """What a name of the module holds, in every module that took it from there."""
    at = next(
        node
        for node in one.tree.body
        if isinstance(node, ast.Assign) and node.lineno <= one.line <= (node.end_lineno or 0)
    )
    space = dict(vars(module))
    exec(compile(ast.Module([at], []), str(module.__file__), "exec"), space)  # noqa: S102  # our own source, changed
    for target in at.targets:
        name = ast.unparse(target)
        old = getattr(module, name)
        for other in [other for key, other in sys.modules.items() if key.startswith(("kring.", "tests."))]:
            for there in [key for key, value in vars(other).items() if value is old]:
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
                if callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()
