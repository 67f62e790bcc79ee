"""Which statements a page sends to the database, who sent each, and which of them count.

Not counted, because every page has them and none can avoid them (quality.md 1): session and user, the two with which
the door of one child or the desk over many opens, the note of a visit, and BEGIN, SAVEPOINT, SET LOCAL and their ends.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from django.db import connection

TRANSACTION = re.compile(
    r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|PRAGMA|SELECT (set_config|pg_advisory))", re.IGNORECASE
)
APART: tuple[tuple[str, str, str], ...] = (
    ("contrib/sessions/", "", "session"),
    ("contrib/auth/__init__.py", "get_user", "user"),
    ("kring/people/presence.py", "_recognise", "user"),
    ("kring/people/acts/stays.py", "touch", "user"),  # once a minute, in whichever page that falls
    ("kring/access/door.py", "open_door", "door"),
    ("kring/access/door.py", "come_to", "door"),
    ("kring/access/desk.py", "desk_of", "door"),
    ("kring/access/visits.py", "notes_the_visit", "visit"),
)
"""File, function ("" is any) and what a statement from there is for."""
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: what it is for, where it was asked, and how it begins."""

    kind: str
    where: str
    sql: str

    @property
    def counts(self) -> bool:
        """Whether it comes after the door."""
        return self.kind == PAGE

    def __str__(self) -> str:
        return f"{self.where}: {_short(self.sql)}"


@contextmanager
def noted() -> Iterator[list[Statement]]:
    """Everything that is sent meanwhile."""
    sent: list[Statement] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001, RUF100  # Django's signature
        sent.append(_statement(sql, sys._getframe(1)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent


def _statement(sql: str, frame: FrameType | None) -> Statement:
    where, kind = "", "transaction" if TRANSACTION.match(sql) else ""
    while frame is not None:
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        if not where and "/src/kring/" in file:
            where = f"{file.rpartition('/src/')[2]}:{frame.f_lineno}"
        kind = kind or next((what for part, function, what in APART if part in file and function in {"", name}), "")
        frame = frame.f_back
    return Statement(kind or PAGE, where, sql)


def _short(sql: str) -> str:
    told = re.sub(r"^SELECT .*? FROM", "SELECT … FROM", sql.replace('"', ""), flags=re.DOTALL)
    return told[:110]
