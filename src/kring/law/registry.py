"""The register of grounds: which ground of law is valid from when, where it stands, and how sure we are (R4).

The register is `grounds.toml`.  A version that has been in force is never rewritten: a change of the law closes it with
`valid_to` and adds a version below it; `tests/law/test_register.py` holds every version against its fingerprint.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kring.law.source import Status
from kring.law.time import NoLawThatDayError


class UnknownGroundError(LookupError):
    """No ground of law has this code.  A factor of a JIM is not one (R3)."""


class RegisterError(ValueError):
    """The register contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of one ground, with the days between which it is the law."""

    valid_from: date
    valid_to: date | None
    status: Status
    source: str
    wording: str
    read_at: str = ""
    note: str = ""

    def valid_on(self, day: date) -> bool:
        """Is this the wording of that day?"""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def register() -> Mapping[str, tuple[Version, ...]]:
    """Every ground with its versions, oldest first, in the order in which people read them."""
    text = Path(__file__).with_name("grounds.toml").read_text(encoding="utf-8")
    return MappingProxyType(read(text))


def read(text: str) -> dict[str, tuple[Version, ...]]:
    """A register out of its text; raises `RegisterError` where versions overlap or leave a day without law."""
    grounds = {code: tuple(map(_version, versions)) for code, versions in tomllib.loads(text).items()}
    for code, versions in grounds.items():
        _check(code, versions)
    return grounds


def version(code: str, *, on: date) -> Version:
    """The wording of this ground that is the law on that day."""
    versions = register().get(code)
    if versions is None:
        msg = f"no ground of law is called {code!r}"
        raise UnknownGroundError(msg)
    for found in versions:
        if found.valid_on(on):
            return found
    msg = f"{code} has no wording that is valid on {on.isoformat()}; the first is from {versions[0].valid_from}"
    raise NoLawThatDayError(msg)


def _version(entry: dict[str, Any]) -> Version:
    return Version(**{"valid_to": None, **entry, "status": Status(entry["status"])})


def _check(code: str, versions: tuple[Version, ...]) -> None:
    if not versions:
        msg = f"{code} has no version"
        raise RegisterError(msg)
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or earlier.valid_to + timedelta(days=1) != later.valid_from:
            msg = f"{code}: the version of {later.valid_from} does not begin the day after the one before it ends"
            raise RegisterError(msg)
    if any(one.valid_to is not None and one.valid_to < one.valid_from for one in versions):
        msg = f"{code}: a version ends before it begins"
        raise RegisterError(msg)
