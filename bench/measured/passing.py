"""Which tests come into which function, and how long each takes: a mutant is put before the tests that can notice.

A test that never comes into a function cannot notice that it changed.  So asking fewer tests can let a mutant survive
that another test would have found; it can never find one that all tests would have let go.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

Place = tuple[str, str]
"""A file, and a function of it: `Sieve.may`."""


@dataclass(slots=True)
class Passing:
    """What was seen of the tests, one after another."""

    files: frozenset[str]
    came: dict[str, set[Place]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    found: dict[Place, str] = field(default_factory=dict)
    """Which test found the last mutant of a function: it is asked first about the next."""

    @contextmanager
    def watching(self, test: str) -> Iterator[None]:
        """Where this test comes."""
        places = self.came.setdefault(test, set())

        def entered(frame: FrameType, event: str, _: object) -> None:
            code = frame.f_code
            if event == "call" and code.co_filename in self.files:
                places.add((code.co_filename, code.co_qualname.partition(".<locals>")[0]))

        sys.setprofile(entered)
        try:
            yield
        finally:
            sys.setprofile(None)

    def asked(self, tests: Iterable[str], place: Place) -> list[str]:
        """Who is asked about a mutant of this function, the likeliest and the quickest first.

        What a name of a module holds (no function) can matter anywhere: all are asked, first those that came there.
        """
        file, function = place
        there = {test for test in tests if any(at == file and function in {"", name} for at, name in self.came[test])}
        last = self.found.get(place)
        wanted = [test for test in tests if test in there or not function]
        return sorted(wanted, key=lambda test: (test != last, test not in there, self.took[test]))
