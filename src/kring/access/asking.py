"""Who asks the database: every statement on rows about a child says so, and PostgreSQL weighs it once more.

A door tells its queries for whom they are (`Asker`); the statement carries that as a remark, and `access.remarks` hands
it to the database in the same message, for that one statement.  The policies on the tables (`policies.sql`) then weigh
each row by the same table of the law, with a function that knows nothing of `access.sieve`.  A statement that says
nothing finds nothing: SQL by hand, or a way past the door, on the application's role (house.md 4; quality.md 4).
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kring.access.sieve import Sieve
from kring.law.access import Verb

ALL = '"all"'
_REMARK = re.compile(r"/\*kring:\[(.*?)\]\*/ ")
_everything: ContextVar[bool] = ContextVar("everything", default=False)


@dataclass(frozen=True, slots=True)
class Asker:
    """One person at one door: what the database needs, to weigh the same question by itself."""

    sieve: Sieve
    verb: Verb
    dossiers: Sequence[UUID] = ()

    def told(self) -> str:
        """As the database reads it: codes and ids, and no word of anybody."""
        sieve, answers = self.sieve, self.sieve.answers
        told: dict[str, Any] = {
            "dossiers": self.dossiers or (sieve.dossier,),
            "section": sieve.section,
            "relation": sieve.relation,
            "verb": self.verb,
            "me": sieve.me,
            "mine": sieve.mine,
            "close": sieve.close,
            "own": sieve.surely_mine,
            "walls": sieve.walls,
            "cases": sieve.cases,
            "restricted": sieve.restricted,
            "stopped": sieve.stopped,
            "closed": sieve.closed,
            "ends": sieve.ends,
            "unsure": sieve.unsure,
        }
        names = ("yes_items", "no_items", "yes_topics", "no_topics", "theirs", "told", "disclosed")
        told |= {name: getattr(answers, name) for name in names}
        return json.dumps({name: value for name, value in told.items() if value}, default=_plain, sort_keys=True)


def _plain(value: object) -> list[str] | str:
    return sorted(map(str, value)) if isinstance(value, (set, frozenset)) else str(value)


def remark(askers: Sequence[Asker]) -> str:
    """What a statement carries.  Without askers it is for everything: `access` itself, which writes."""
    return f"/*kring:[{','.join(one.told() for one in askers) or ALL}]*/ "


@contextmanager
def everything() -> Iterator[None]:
    """Meanwhile the database keeps nothing back: for an act, of which each row was weighed, and for a job."""
    before = _everything.set(True)
    try:
        yield
    finally:
        _everything.reset(before)


def asked_by(statement: str) -> str:
    """Who asks this, as the database reads it: what is read tells it itself; what is written is an act, or nobody's."""
    found = _REMARK.findall(statement) if statement.lstrip("( ").startswith(("/*kring", "SELECT")) else []
    if not found and _everything.get():
        found = [ALL]
    return f"[{','.join(found)}]"
