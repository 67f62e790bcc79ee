"""SQLite as Django speaks to it, with writers of one process let in in the order in which they came.

SQLite has one writer at a time and no queue: who finds it taken asks again after a pause that grows to 100 ms, while a
newcomer asks at once.  With fifty writers one was seen to lose that draw for more than twenty seconds, and was told
"database is locked".  In here who waits longest is next, and asks SQLite only when its turn has come.
"""

from collections import deque
from threading import Event, Lock
from typing import Any

from django.db.backends.sqlite3 import base

from kring.config.sqlite.operations import Operations
from kring.kit.busy import BusyError


class Turn:
    """One at a time, the longest waiting first."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._taken = False
        self._waiting: deque[Event] = deque()

    def take(self, patience: float) -> None:
        """Wait for the turn.  Raises `BusyError` when it does not come within so many seconds."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = Event()
            self._waiting.append(called)
        if called.wait(patience):
            return
        with self._guard:
            if called.is_set():
                return
            self._waiting.remove(called)
        raise BusyError("the turn to write did not come")

    def give(self) -> None:
        """Done: who waits longest is next."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


TURN = Turn()


class Cursor(base.SQLiteCursorWrapper):
    """Marks the places of values as SQLite wants them, without weighing each letter of a long statement."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The statement with "?" for each "%s"; a "%" that was written twice is one."""
        if param_names is not None:
            named: str = super().convert_query(query, param_names=param_names)
            return named
        return "%".join(part.replace("%s", "?") for part in query.split("%%"))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before a transaction, and gives it after."""

    ops_class = Operations
    has_turn = False

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor of ours."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        if not self.has_turn:
            TURN.take(self.settings_dict["OPTIONS"]["timeout"])
            self.has_turn = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's own, not in its stubs
        except BaseException:
            self._give_turn()
            raise

    def set_autocommit(self, autocommit: bool, *args: Any, **options: Any) -> None:
        """Django's end of a transaction, with what was to happen after the commit: then the next one may."""
        try:
            super().set_autocommit(autocommit, *args, **options)
        finally:
            if autocommit:
                self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # as above
        finally:
            self._give_turn()

    def _give_turn(self) -> None:
        if self.has_turn:
            self.has_turn = False
            TURN.give()
