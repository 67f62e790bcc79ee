"""A function that is there takes other code, and so does what it made when the modules were loaded."""

import gc
import inspect
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType

Named = tuple[str, str]
"""A file, and what a function in it is called."""


def give(module: ModuleType, owner: str, code: CodeType) -> None:
    """A function its new code, and what it made when the modules were loaded (a decorator around every view)."""
    new = _code(code, owner.split("."))
    _take(_function(module, owner), new)
    for inner in _inside(new):
        for there in _living().get((inner.co_filename, inner.co_qualname), ()):
            _take(there, inner)


def _take(function: FunctionType, code: CodeType) -> None:
    """What a mutant does not ask from around it any more (`super()`) is still handed to it."""
    around = function.__code__.co_freevars
    code = code if code.co_freevars else code.replace(co_freevars=around)
    if code.co_freevars == around:  # else it stays as it was, lives, and is looked at by hand
        function.__code__ = code


def _inside(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _inside(one)


@cache
def _living() -> dict[Named, list[FunctionType]]:
    found: dict[Named, list[FunctionType]] = {}
    for one in gc.get_objects():
        if type(one) is FunctionType and "<locals>" in one.__code__.co_qualname:
            found.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)
    return found


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
