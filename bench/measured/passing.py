"""Which tests come into which function, and how long each takes: a mutant is put before the tests that can notice.

A test that never comes into a function cannot notice that it changed.  So asking fewer tests can let a mutant survive
that another test would have found; it can never find one that all tests would have let go.
"""

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench.measured.operators import parts

Place = tuple[str, str]
"""A file, and a function of it: `Sieve.may`."""
TOLD = "_came_into"
"""How a function says that somebody came in: asking the interpreter about every call is four times slower."""


def telling(source: str) -> ast.Module:
    """A module of which each function says so when it is entered; what it makes inside, says it in its name."""
    whole = ast.parse(source)
    for owner, part in parts(whole):
        for node in ast.walk(part):
            if isinstance(node, ast.FunctionDef):
                node.body[:0] = ast.parse(f"{TOLD}({owner!r})").body
    return ast.fix_missing_locations(whole)


@dataclass(slots=True)
class Passing:
    """What was seen of the tests, one after another."""

    came: dict[str, set[Place]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    found: dict[Place, str] = field(default_factory=dict)
    """Which test found the last mutant of a function: it is asked first about the next."""
    now: set[Place] = field(default_factory=set)

    @contextmanager
    def watching(self, test: str) -> Iterator[None]:
        """Where this test comes."""
        self.now = self.came.setdefault(test, set())
        yield
        self.now = set()

    def entered(self, file: str, function: str) -> None:
        """A function says that somebody came in."""
        self.now.add((file, function))

    def asked(self, tests: Iterable[str], place: Place) -> list[str]:
        """Who is asked about a mutant of this function, the likeliest and the quickest first.

        What a name of a module holds (no function) can matter anywhere: all are asked, first those that came there.
        """
        file, function = place
        there = {test for test in tests if any(at == file and function in {"", name} for at, name in self.came[test])}
        last = self.found.get(place)
        wanted = [test for test in tests if test in there or not function]
        return sorted(wanted, key=lambda test: (test != last, test not in there, self.took[test]))
